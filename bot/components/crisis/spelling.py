"""How a Dutch word sounds, roughly, so that spelling errors meet the right word."""

import re
from typing import Set

_RULES = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sch", "sg"),
        (r"ch", "g"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"[cq]", "k"),
        (r"ij|ei|ey|y", "i"),
        (r"ou|au", "o"),
        (r"ie", "i"),
        (r"z", "s"),
        (r"v", "f"),
        (r"(.)\1+", r"\1"),
        (r"dt$|d$", "t"),
        (r"en$", "e"),
    )
]


def sound_of(word: str) -> str:
    """A key that is equal for words that sound alike (zelfmoord, zelvmoort)."""
    for pattern, sound in _RULES:
        word = pattern.sub(sound, word)
    return word


def one_letter_off(key: str) -> Set[str]:
    """`key` and all it becomes by leaving out one letter; two words whose sets meet differ by about one letter."""
    return {key, *(key[:i] + key[i + 1 :] for i in range(len(key)))}


def one_edit_apart(a: str, b: str) -> bool:
    """True when one letter was added, left out or replaced, or two neighbours were swapped."""
    if abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    swapped = rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:]
    return swapped or rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]
