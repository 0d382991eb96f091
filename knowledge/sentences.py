"""Cutting the text of an article into sentences."""

import re

_SENTENCE_END = re.compile(r"(?<=[.!?:])\s+|\n+")
_URL = re.compile(r"https?://\S+")


def sentences(text: str) -> list[str]:
    """Sentences and list lines of a text, without web addresses."""
    return [part for part in _SENTENCE_END.split(without_addresses(text)) if part.strip()]


def without_addresses(text: str) -> str:
    """The text without its web addresses."""
    return _URL.sub("", text)
