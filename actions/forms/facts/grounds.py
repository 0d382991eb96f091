"""Grounds of discrimination, as the person feels them."""

from actions.forms.facts.words import patterns, plain
from desk.intake.reports import Ground


def grounds_in(text: str) -> tuple[Ground, ...]:
    """Which grounds a text names, in the order of the list; none when it names none."""
    looked_at = plain(text)
    return tuple(Ground(key) for key, pattern in patterns("grounds").items() if pattern.search(looked_at))
