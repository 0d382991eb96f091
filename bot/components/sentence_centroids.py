"""The mean direction of each intent's sentences, and how near a sentence is to each. Numpy only."""

from pathlib import Path
from typing import List, Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]


class IntentCentroids:
    """One direction per intent.

    Attributes:
        labels: intent names, in the order of the similarities.
        encoder: fingerprint of the encoder that the vectors come from; others do not fit.
    """

    def __init__(self, labels: List[str], directions: Vectors, encoder: str) -> None:
        self.labels = labels
        self.encoder = encoder
        self._directions = directions

    @classmethod
    def fit(cls, vectors: Vectors, labels: Sequence[str], encoder: str) -> "IntentCentroids":
        """Centroids of `vectors` (sentences, dimensions), whose rows have length 1."""
        names = sorted(set(labels))
        of = np.asarray(labels)
        means = np.stack([vectors[of == name].mean(axis=0) for name in names])
        return cls(names, unit_rows(means), encoder)

    def shares(self, vector: Vectors, temperature: float) -> NDArray[np.float64]:
        """Nearness to each intent as shares that sum to 1; a smaller `temperature` favours the nearest more."""
        cosine = (self._directions @ vector).astype(np.float64)
        weights = np.exp((cosine - cosine.max()) / temperature)
        shares: NDArray[np.float64] = weights / weights.sum()
        return shares

    def save(self, path: Path) -> None:
        """Write to an .npz file without pickled objects."""
        np.savez_compressed(path, labels=np.asarray(self.labels), directions=self._directions, encoder=self.encoder)

    @classmethod
    def load(cls, path: Path) -> "IntentCentroids":
        """The opposite of `save`."""
        with np.load(path, allow_pickle=False) as stored:
            return cls(stored["labels"].tolist(), stored["directions"], str(stored["encoder"]))


def unit_rows(vectors: Vectors) -> Vectors:
    """Rows made length 1; a row of zeros stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths == 0, 1.0, lengths)).astype(np.float32)
