"""Letters without marks and in lower case, one for one, so that offsets in the folded text fit the original."""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    "łŁđĐøØıİŞşßæÆœŒþðə’‘`´ʼ", "lldd" + "oo" + "ii" + "ss" + "sa" + "a" + "oo" + "td" + "e" + "'''''"
)


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    plain = letter.translate(_LETTERS)
    base = unicodedata.normalize("NFD", plain)[0]
    lowered = base.lower()
    return lowered if len(lowered) == 1 else base


def fold(text: str) -> str:
    """`text` in lower case without accents ("Şule Łukasz" gives "sule lukasz"); as long as `text` itself."""
    return text.lower() if text.isascii() else "".join(map(_fold_letter, text))
