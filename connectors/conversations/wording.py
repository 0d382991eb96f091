"""Small decisions about the characters of a text."""

import unicodedata

KEPT_CONTROLS = "\n\t"


def has_words(text: str) -> bool:
    """Return whether anything of the text can be seen: not only spaces, controls or zero-width characters."""
    return any(unicodedata.category(character)[0] not in "CZ" for character in text)


def clean(text: str) -> str:
    """Unify line ends, drop control characters and halves of characters; all else stays as it was typed."""
    unified = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in unified if c in KEPT_CONTROLS or unicodedata.category(c) not in ("Cc", "Cs"))
