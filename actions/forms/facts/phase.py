"""When in the internship it happened."""

from actions.forms.facts.words import patterns, plain
from desk.intake.reports import Phase


def phase_in(text: str) -> Phase | None:
    """The most telling phase that a text names."""
    looked_at = plain(text)
    return next((Phase(key) for key, pattern in patterns("phases").items() if pattern.search(looked_at)), None)
