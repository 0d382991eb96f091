"""Unmistakable cries for help in the other languages of our users: sentences from other_languages.yml, nothing learned."""

import re
import unicodedata
from pathlib import Path
from typing import Dict, List, Optional, Pattern, Tuple

import yaml

from components.crisis.patterns import pattern_of

SENTENCES = Path(__file__).with_name("other_languages.yml")
LEVELS = ("danger", "suicide", "unsafe")  # the most urgent first
_NOT_A_WORD = re.compile(r"[\W_]+")
_FOLD = str.maketrans({"ł": "l", "ı": "i", "ß": "ss"})


def level_in(text: str) -> Optional[str]:
    """The level of a cry for help in another language, or None."""
    said = _bare(text).split()
    tagged = " " + "".join(f"{word}~ " for word in said)
    return next((level for level, pattern in _PATTERNS if pattern.search(tagged)), None)


def _bare(text: str) -> str:
    """Words between spaces, lower case, without accents."""
    return _NOT_A_WORD.sub(" ", _unaccented(text))


def _unaccented(text: str) -> str:
    if text.isascii():
        return text.lower()
    signs = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in signs if unicodedata.category(sign) not in ("Mn", "Cf")).translate(_FOLD)


def _patterns() -> Tuple[Tuple[str, Pattern[str]], ...]:
    """One pattern per level, of all languages together: a message is looked through three times, not two hundred."""
    stored: Dict[str, Dict[str, List[str]]] = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    found = []
    for level in LEVELS:
        sayings = [_unaccented(saying) for levels in stored.values() for saying in levels[level]]
        found.append((level, re.compile("(?<= )(?:" + "|".join(pattern_of(saying) for saying in sayings) + ")")))
    return tuple(found)


_PATTERNS = _patterns()  # at the start of the bot: it takes a tenth of a second, and who calls for help must not wait
