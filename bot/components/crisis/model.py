"""The linear model that hears a cry for help, as plain numbers: how likely, and at which level.

Scoring needs no machine-learning library. It is stored as arrays and JSON, so that loading a model can never run code.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Sequence

import numpy as np

from components.crisis.features import features
from components.crisis.lexicon import Lexicon
from components.crisis.other_languages import level_in
from components.crisis.sure import SureFinder
from components.crisis.words import LONGEST_WHOLE, parts

LEVELS = ("danger", "suicide", "unsafe")
SURE_SCORE = 0.95
DENIAL = 4.0  # what a denial takes off, and being only a part: in log odds
PART = 1.5
DANGER_IN_DOUBT = 0.5  # log odds; chosen on tests/crisis/dev.yml

_sayings = SureFinder()


@dataclass(frozen=True)
class Judgement:
    """How likely (0..1) a message is a cry for help, and of which level it would be."""

    score: float
    level: str


class CrisisModel:
    """Weights per feature: one column for whether it is a crisis, one for each level.

    Args:
        names: features by view, in the order of VIEWS.
        idf: weight of each feature in its view, same order.
        weights: shape (features, 1 + levels).
        bias: shape (1 + levels,).
        known: words that are no misspellings (see Lexicon).
    """

    def __init__(
        self,
        names: Sequence[Sequence[str]],
        idf: np.ndarray,
        weights: np.ndarray,
        bias: np.ndarray,
        known: Sequence[str],
    ) -> None:
        self._names = [list(view) for view in names]
        self._arrays = {"idf": idf, "weights": weights, "bias": bias}
        self._lexicon = Lexicon(known)
        self._rows = {name: row for row, name in enumerate(name for view in self._names for name in view)}
        # One look-up per view: the last column is what the length of a message is made of.
        self._table = np.column_stack([weights * idf[:, None], idf**2]).astype(np.float32)

    def judge(self, text: str) -> Judgement:
        """The most alarming of the message and its parts; a very long message is judged by its parts alone."""
        elsewhere = level_in(text)
        if elsewhere:
            return Judgement(SURE_SCORE, elsewhere)
        words, apart = parts(text)
        if not words:
            return Judgement(0.0, LEVELS[0])
        judged = [self._judge(part, PART) for part in apart]
        if len(words) <= LONGEST_WHOLE or not judged:
            judged.append(self._judge(words, 0.0))
        return max(judged, key=lambda found: found.score)

    def _judge(self, words: Sequence[str], doubt: float) -> Judgement:
        names = [self._lexicon.concept(word) for word in words]
        sure = _sayings.level(words, names)
        totals = self._arrays["bias"].astype(np.float64)
        for view in features(words, names).values():
            totals += self._weighed(view)
        doubt += DENIAL if _sayings.denied(words, names) else 0.0
        score = _share(totals[0] - doubt)
        return Judgement(max(score, SURE_SCORE), sure) if sure else Judgement(score, _most_likely(totals[1:].tolist()))

    def _weighed(self, view: Sequence[str]) -> np.ndarray:
        """Shape (1 + levels,): the sum of weights of the features of one view, as if their tf-idf had length 1."""
        rows = [self._rows[name] for name in set(view) if name in self._rows]
        sums = self._table[rows].sum(axis=0, dtype=np.float64)
        return sums[:-1] / (math.sqrt(sums[-1]) or 1.0)

    def save(self, folder: Path) -> None:
        """Write the model's files into `folder`."""
        np.savez_compressed(folder / "crisis.npz", **self._arrays)
        stored = {"names": self._names, "known": sorted(self._lexicon.known)}
        (folder / "crisis.json").write_text(json.dumps(stored), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "CrisisModel":
        """The opposite of `save`."""
        stored = json.loads((folder / "crisis.json").read_text(encoding="utf-8"))
        with np.load(folder / "crisis.npz", allow_pickle=False) as arrays:
            return cls(stored["names"], arrays["idf"], arrays["weights"], arrays["bias"], stored["known"])


def _most_likely(totals: Sequence[float]) -> str:
    """The level with the highest total; in doubt danger, whose card is for what cannot wait."""
    highest = max(totals)
    return LEVELS[0] if totals[0] >= highest - DANGER_IN_DOUBT else LEVELS[totals.index(highest)]


def _share(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(min(log_odds, 50.0), -50.0)))
