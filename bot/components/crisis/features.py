"""What the linear model looks at: letters, words, concepts in their order, and clues."""

from typing import Dict, List, Optional, Sequence

from components.crisis.clues import ClueFinder

VIEWS = ("letters", "words", "concepts", "clues")
LETTERS = (3, 4, 5)
WORDS = (1, 2, 3)
CONCEPTS = (1, 2, 3, 4)
NEAR = 7

_finder = ClueFinder()


def features(words: Sequence[str], names: Sequence[Optional[str]]) -> Dict[str, List[str]]:
    """Names of features by view, for the words of one message and their concepts."""
    mixed = [name or word for name, word in zip(names, words)]
    return {
        "letters": [f"l{gram}" for word in words for gram in _grams(f" {word} ", LETTERS)],
        "words": [f"w{gram}" for gram in _joined(["<", *words, ">"], WORDS)],
        "concepts": [f"k{gram}" for gram in _joined(mixed, CONCEPTS)] + _near_each_other(names),
        "clues": [f"p{name}" for name in _finder.found(words, names)],
    }


def _grams(text: str, lengths: Sequence[int]) -> List[str]:
    return [text[i : i + n] for n in lengths for i in range(len(text) - n + 1)]


def _joined(words: Sequence[str], lengths: Sequence[int]) -> List[str]:
    return [" ".join(words[i : i + n]) for n in lengths for i in range(len(words) - n + 1)]


def _near_each_other(names: Sequence[Optional[str]]) -> List[str]:
    placed = [(place, name) for place, name in enumerate(names) if name]
    found = []
    for a, (start, first) in enumerate(placed):
        rest = [name for place, name in placed[a + 1 :] if place - start <= NEAR]
        for b, second in enumerate(rest):
            found.append(f"n{first}>{second}")
            found += [f"n{first}>{second}>{third}" for third in rest[b + 1 :]]
    return found
