"""Which language a message is in, when it is not Dutch: by script, letters and telling words.

A short Dutch message full of English slang must stay Dutch, so a Latin-script language needs most of the message. No
library of the house's size knows that difference; tested on all training sentences.
"""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Dict, FrozenSet, List, Optional

import yaml

from components.dutch import normalise

WORDS = Path(__file__).with_name("languages.yml")
NO_LANGUAGE = ("dutch", "neutral")
FEWEST_WORDS = 2
LEAST_SHARE = 0.4
DUTCH_WEIGHT = 2
OTHER = "english"
_FOLD = str.maketrans({"ł": "l", "ı": "i", "ß": "ss"})


@dataclass(frozen=True)
class Tells:
    """What gives a language away."""

    words: FrozenSet[str]
    letters: FrozenSet[str]


def language_of(text: str) -> Optional[str]:
    """`english`, `arabic`, `turkish`...; English for a script that is not told apart; None for Dutch and for doubt."""
    return _by_script(text) or _by_words(text)


def _by_script(text: str) -> Optional[str]:
    letters = [] if text.isascii() else [letter for letter in text.lower() if letter.isalpha()]
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in letters)
    if not scripts or scripts.most_common(1)[0][0] == "LATIN" or len(letters) < 3:
        return None
    script = scripts.most_common(1)[0][0]
    if script == "CYRILLIC":
        return "ukrainian" if _hits(text.lower().split(), text, _tells()["ukrainian"]) else "russian"
    return "arabic" if script == "ARABIC" else OTHER


def _by_words(text: str) -> Optional[str]:
    tells = _tells()
    plain = normalise(text.lower().replace("'", "").translate(_FOLD)).split()
    words = [word for word in plain if word not in tells["neutral"].words]
    scores = {name: _hits(words, text, tells[name]) for name in tells if name not in NO_LANGUAGE}
    name = max(scores, key=lambda one: scores[one])
    dutch = sum(word in tells["dutch"].words and word not in tells[name].words for word in words)
    sure = scores[name] >= max(FEWEST_WORDS, LEAST_SHARE * len(words), DUTCH_WEIGHT * dutch + 1)
    return name if sure else None


def _hits(words: List[str], text: str, tells: Tells) -> int:
    return sum(word in tells.words for word in words) + 2 * bool(tells.letters.intersection(text.lower()))


@cache
def _tells() -> Dict[str, Tells]:
    stored = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    no_language = {name: Tells(frozenset(stored.pop(name).split()), frozenset()) for name in NO_LANGUAGE}
    others = {name: Tells(frozenset(t["words"].split()), frozenset(t.get("letters", ""))) for name, t in stored.items()}
    return {**no_language, **others}
