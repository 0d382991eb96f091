"""Puts the sector a reporter names in own words under one of a few heads, so that no own word is ever counted."""

from functools import cache
from pathlib import Path

import yaml

from desk.cases.readers import plain_name

WORDS = Path(__file__).parent / "sectors.yml"
OTHER, UNKNOWN = "other", "unknown"


@cache
def heads() -> dict[str, tuple[str, ...]]:
    """Return the beginnings of words by head, in the order in which they are tried."""
    return {head: tuple(words) for head, words in yaml.safe_load(WORDS.read_text(encoding="utf-8")).items()}


def all_sectors() -> tuple[str, ...]:
    """Return every code there is, `other` and `unknown` last."""
    return (*heads(), OTHER, UNKNOWN)


def sector_of(told: str | None) -> str:
    """Return the head for what was told; `unknown` when nothing was, `other` when no head fits."""
    if told is None:
        return UNKNOWN
    if told in heads():
        return told
    words = plain_name(told).split()
    return next((head for head, beginnings in heads().items() if _fits(words, beginnings)), OTHER)


def _fits(words: list[str], beginnings: tuple[str, ...]) -> bool:
    """Short beginnings such as "it" must be the whole word."""
    return any(word == start or (len(start) > 3 and word.startswith(start)) for word in words for start in beginnings)
