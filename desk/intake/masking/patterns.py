"""Word lists inside regular expressions, written so that they can be read."""

import re

# what may follow a house number: "12 bis", "12-3", "12/3", "12 rood", "12 II"
HOUSE_ADDITION = (
    r"(?:\s?[-/]?\s?(?:bis(?:\s?[a-h])?|[a-h]|i{1,3}|iv|hs|huis|rd|zw|rood|zwart|boven|beneden|achter|sous)(?![^\W\d_])"
    r"|\s?,?\s(?:k|kmr|kamer|app|appartement|unit)\.?\s?\d{1,4}(?!\d)"
    r"|\s?[-/]\s?\d{1,3}(?!\d))?"
)


def words_of(block: str) -> frozenset[str]:
    """The words of a block of text."""
    return frozenset(block.split())


def one_of(block: str) -> str:
    """A group that matches any word of `block`, the longest first. `_` stands for a space, `*` for more letters."""
    ordered = sorted(block.split(), key=len, reverse=True)
    escaped = (re.escape(word).replace("_", r"\s").replace(r"\*", r"[^\W\d_]*") for word in ordered)
    return f"(?:{'|'.join(escaped)})"
