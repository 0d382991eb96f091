"""What the reporter wants to happen."""

from actions.forms.facts.words import patterns, plain
from desk.intake.reports import Wish


def wish_in(text: str) -> Wish | None:
    """The first wish of the list that a text names."""
    looked_at = plain(text)
    return next((Wish(key) for key, pattern in patterns("wishes").items() if pattern.search(looked_at)), None)
