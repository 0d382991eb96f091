"""How familiar the words of a message are: known at all, and known with the topic that was found.

A margin alone cannot tell a new way to ask from a question about something else: "wet van ohm" lies as near to the
article about the law as a real question. The rarer the words that training never saw there, the less it counts.
"""

import json
import math
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, Iterator, List, Sequence, Set, Tuple

SHORTEST_MISSPELT = 5
LONGEST_MISSPELT = 20
SHORTEST_PART = 4
NEARLY = 0.8
COMMON_FROM = 60
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Word:
    """In how many training texts a word stands, with which labels (as numbers), and whether only outside."""

    texts: int
    labels: Tuple[int, ...]
    is_only_outside: bool

    @property
    def is_common(self) -> bool:
        return len(self.labels) > COMMON_FROM


class Familiarity:
    """The words of the training texts; `outside` is the label of what no article answers."""

    def __init__(self, size: int, labels: List[str], outside: str, words: Dict[str, Tuple[int, ...]]) -> None:
        self._size = size
        self._outside = outside
        self._number = {label: number for number, label in enumerate(labels)}
        only = (self._number.get(outside, -1),)
        self._words = {word: Word(texts, tuple(found), (*found,) == only) for word, (texts, *found) in words.items()}

    @classmethod
    def fit(cls, texts: Sequence[str], labels: Sequence[str], outside: str) -> "Familiarity":
        """Count the words of normalised `texts`."""
        names = sorted(set(labels))
        numbers = {label: number for number, label in enumerate(names)}
        counts: Dict[str, int] = defaultdict(int)
        seen: Dict[str, Set[int]] = defaultdict(set)
        for text, label in zip(texts, labels):
            for word in set(text.split()):
                counts[word] += 1
                seen[word].add(numbers[label])
        return cls(len(texts), names, outside, {word: (counts[word], *sorted(seen[word])) for word in counts})

    def evidence(self, text: str, label: str) -> Dict[str, float]:
        """For a normalised text and the label found for it.

        `familiar` and `support`, 0..1: which part of its words, weighed by rarity, training knew, and knew with this
        label. A word that is nearly right, or a compound, counts for 0.8; what was only seen outside is not known.
        `rare`: logarithm of one plus the number of telling words.
        """
        words = text.split()
        weights = [self._weight(word) for word in words]
        total = sum(weights) or 1.0
        number = self._number.get(label, -1)
        support = sum(
            w for word, w in zip(words, weights) if word in self._words and number in self._words[word].labels
        )
        known = sum(w * self._likeness(word) for word, w in zip(words, weights))
        rare = sum(not (word in self._words and self._words[word].is_common) for word in words)
        return {"familiar": known / total, "support": support / total, "rare": math.log1p(rare)}

    def _labels(self, word: str) -> Tuple[int, ...]:
        return self._words[word].labels if word in self._words else ()

    def _weight(self, word: str) -> float:
        return math.log(self._size / ((self._words[word].texts if word in self._words else 0) + 1))

    def _is_known(self, word: str) -> bool:
        return word in self._words and not self._words[word].is_only_outside

    def _likeness(self, word: str) -> float:
        if self._is_known(word):
            return 1.0
        return NEARLY if any(all(map(self._is_known, parts)) for parts in _readings(word)) else 0.0

    def save(self, folder: Path) -> None:
        """Write the words into `folder`."""
        words = {word: (found.texts, *found.labels) for word, found in self._words.items()}
        stored = {"size": self._size, "labels": list(self._number), "outside": self._outside, "words": words}
        (folder / "words.json").write_text(json.dumps(stored), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Familiarity":
        """The opposite of `save`."""
        return cls(**json.loads((folder / "words.json").read_text(encoding="utf-8")))


def _readings(word: str) -> Iterator[List[str]]:
    """What a word may stand for: a compound as its two parts, or a word with one letter wrong, missing or too many."""
    for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        yield [word[:cut], word[cut:]]
        if word[cut - 1] == "s" and cut > SHORTEST_PART:
            yield [word[: cut - 1], word[cut:]]
    if not SHORTEST_MISSPELT <= len(word) <= LONGEST_MISSPELT:
        return
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        yield [before + after[1:]]
        yield [before + after[1:2] + after[:1] + after[2:]]
        for letter in _LETTERS:
            yield [before + letter + after]
            yield [before + letter + after[1:]]
