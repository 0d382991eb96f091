"""Kind of company."""

from actions.forms.facts.words import patterns, plain


def sector_in(text: str) -> str | None:
    """The name of the sector that a text points at first."""
    looked_at = plain(text)
    found = [
        (match.start(), key) for key, pattern in patterns("sectors").items() if (match := pattern.search(looked_at))
    ]
    return min(found)[1] if found else None
