"""Words that were hidden, against a filter or for fun: invisible signs, look-alike letters, spaced, starred or glued words.

Whoever is ashamed of a word hides it: `z e l f m o o r d`, `z3lfm00rd`, `d*od`, `ikwilnietmeerleven`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import FrozenSet, List, Optional

from components.crisis.lexicon import EXACT_WORDS

_LOOK_ALIKES = str.maketrans("авеёкмнорстухіјѕ", "abeekmhopctyxijs")
_SIGNS = str.maketrans("@$€", "ase")
_DIGITS = str.maketrans("013457", "oieast")
_SIGN_INSIDE = re.compile(r"(?<![\w@.])[\w$@]*[a-z][$@][a-z][\w$]*(?![\w.]*\.[a-z])|(?<!\w)[$@](?=[a-z0-9]{3,}(?!\w))")
_DIGIT_INSIDE = re.compile(r"\b(?=[a-z013457]*[a-z])(?=[a-z013457]*[013457])[a-z013457]{3,}\b")
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W_][\s.\-_*,/|]{1,3}){3,}[^\W_](?![^\W_])")
_STARRED = re.compile(r"\b[a-z]+\*+[a-z]+\b")
_GLUED = re.compile(r"\bik[a-z]{4,}\b")
_NOT_LETTERS = re.compile(r"[\W_]+")
_LONG_RUN = re.compile(r"(.)\1{2,}")
_STRETCHED = re.compile(r"\b\w*?(\w)\1{2,}\w*\b")

SMALL_WORDS = (
    "ik wil niet nie meer er een eind aan mijn mn me mij heb ben het en van de die dat met in op te uit zo echt gewoon maken"
    " doe kan kon ga zou wou haat hou nog geen zin maar dood help hem haar door naar bij voor wat was"
)


def uncover(text: str) -> str:
    """Lower case text with the hidden words readable; everything else stays as it is."""
    plain = "".join(sign for sign in text.lower() if unicodedata.category(sign) != "Cf").translate(_LOOK_ALIKES)
    plain = _SIGN_INSIDE.sub(lambda found: found.group().translate(_SIGNS), plain)
    plain = _DIGIT_INSIDE.sub(lambda found: found.group().translate(_DIGITS), plain)
    plain = _SPACED.sub(lambda found: " " + _parted(_NOT_LETTERS.sub("", found.group())) + " ", plain)
    plain = _STARRED.sub(lambda found: _starred(found.group()), plain)
    plain = _STRETCHED.sub(lambda found: _shortened(found.group()), plain)
    return _GLUED.sub(lambda found: _parted(found.group()), plain)


def _starred(word: str) -> str:
    pattern = re.compile(word.replace("*", "[a-z]"))
    return next((whole for whole in sorted(EXACT_WORDS) if pattern.fullmatch(whole)), word)


def _shortened(word: str) -> str:
    once, twice = _LONG_RUN.sub(r"\1", word), _LONG_RUN.sub(r"\1\1", word)
    return twice if twice in _vocabulary() or once not in _vocabulary() else once


def _parted(glued: str) -> str:
    words = _split(glued.translate(_DIGITS))
    return " ".join(words) if words else glued


def _split(glued: str) -> Optional[List[str]]:
    """The fewest known words that make up `glued`, or None."""
    best: List[Optional[List[str]]] = [[]] + [None] * len(glued)
    for end in range(1, len(glued) + 1):
        for start in range(max(0, end - 20), end):
            before = best[start]
            if before is not None and glued[start:end] in _vocabulary():
                found = [*before, glued[start:end]]
                if best[end] is None or len(found) < len(best[end] or ()):
                    best[end] = found
    return best[-1]


@lru_cache(maxsize=1)
def _vocabulary() -> FrozenSet[str]:
    return frozenset([*EXACT_WORDS, *SMALL_WORDS.split()])
