"""Variants of training sentences: with typing errors, and said in the middle of ordinary talk."""

from random import Random
from typing import Sequence

LETTERS = "abcdefghijklmnoprstuvwz"
MOST_WORDS_AROUND = 6


def amid(text: str, talk: Sequence[str], random: Random) -> str:
    """The sentence between the end of one piece of `talk` and the beginning of another, as in a long story."""
    before, after = random.choice(talk).split(), random.choice(talk).split()
    words = random.randint(0, MOST_WORDS_AROUND), random.randint(0, MOST_WORDS_AROUND)
    return " ".join([*before[len(before) - words[0] :], text, *after[: words[1]]])


def misspelled(text: str, random: Random) -> str:
    """The sentence with one to three typing errors."""
    words = text.split()
    for _ in range(random.choice((1, 2, 2, 3))):
        place = random.randrange(len(words))
        if len(words[place]) > 2:
            words[place] = _slip(words[place], random)
        elif place + 1 < len(words):
            words[place] += words.pop(place + 1)
    return " ".join(words)


def _slip(word: str, random: Random) -> str:
    at = random.randrange(1, len(word))
    kind = random.random()
    if kind < 0.3:
        return word[:at] + word[at + 1 :]
    if kind < 0.5:
        return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    if kind < 0.65:
        return word[:at] + word[at] + word[at:]
    if kind < 0.85 and word.endswith(("n", "t")):
        return word[:-1]
    return word[:at] + random.choice(LETTERS) + word[at + 1 :]
