"""Reading the word lists, and one way of looking at a text."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import yaml

WORDS = Path(__file__).parent.parent / "words"


@cache
def word_list(name: str) -> dict[str, list[str]]:
    """A file of `../words` by its name, in its own order; words are separated by a comma and a space."""
    listed: dict[str, str] = yaml.safe_load((WORDS / f"{name}.yml").read_text(encoding="utf-8"))
    return {key: words.split(", ") for key, words in listed.items()}


@cache
def patterns(name: str) -> dict[str, re.Pattern[str]]:
    """The same, each list as one expression between word boundaries; for text that went through `plain`."""
    return {key: between_words(words) for key, words in word_list(name).items()}


def between_words(words: Iterable[str]) -> re.Pattern[str]:
    """One expression that finds any of these, longest first, as whole words."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")


def plain(text: str) -> str:
    """Lower case, one kind of apostrophe, single spaces."""
    straight = unicodedata.normalize("NFC", text).replace("’", "'").replace("‘", "'").replace("`", "'")
    return re.sub(r"\s+", " ", straight.lower()).strip()


def bare(text: str) -> str:
    """`plain` without signs: letters, digits, apostrophes and spaces only."""
    return re.sub(r"\s+", " ", re.sub(r"[^\w' ]", " ", plain(text))).strip()
