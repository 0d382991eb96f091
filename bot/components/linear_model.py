"""The linear model itself: TF-IDF of character and word n-grams, one-against-rest support vector machine.

It is stored as plain arrays and JSON, so that loading a model can never run code.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence, Tuple

import numpy as np
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

VIEWS: List[Dict[str, Any]] = [
    {"analyzer": "char_wb", "ngram_range": (2, 5), "min_df": 3},
    {"analyzer": "char", "ngram_range": (3, 4), "min_df": 6},  # across words: "hebal een" for "heb al een"
    {"analyzer": "word", "ngram_range": (1, 2), "min_df": 2, "token_pattern": r"\S+"},
]


class LinearTopicModel:
    """Margins per label for a text.

    Attributes:
        labels: label names, in the order of the columns of the margins.
    """

    def __init__(self, views: List["View"], weights: np.ndarray, bias: np.ndarray, labels: List[str]) -> None:
        self._views = views
        self._weights = weights
        self._bias = bias
        self.labels = labels

    @classmethod
    def fit(
        cls, texts: Sequence[str], labels: Sequence[str], C: float, weights: Optional[Sequence[float]] = None
    ) -> "LinearTopicModel":
        """Train on normalised `texts`; `C`: LinearSVC's inverse regularisation; `weights`: of each text, else 1."""
        vectorizers = [_vectorizer(settings) for settings in VIEWS]
        matrix = hstack([vectorizer.fit_transform(texts) for vectorizer in vectorizers]).tocsr()
        machine = LinearSVC(C=C, random_state=0).fit(matrix, labels, sample_weight=weights)
        weights = np.ascontiguousarray(machine.coef_.T, dtype=np.float16)  # half the memory, same answers
        views = [View(settings, v.get_feature_names_out().tolist(), v.idf_) for settings, v in zip(VIEWS, vectorizers)]
        return cls(views, weights, machine.intercept_.astype(np.float32), list(machine.classes_))

    def margins(self, text: str) -> np.ndarray:
        """Distance to each label's boundary, shape (labels,)."""
        seen = [view.features(text) for view in self._views]
        sizes = np.cumsum([0, *(len(view.columns) for view in self._views)])
        rows = np.concatenate([columns + start for (columns, _), start in zip(seen, sizes)])
        # only the few rows that the text has: scipy's product would convert the whole matrix at every call
        weights = self._weights[rows].astype(np.float32)
        return np.concatenate([values for _, values in seen]) @ weights + self._bias

    def known_words(self, text: str) -> float:
        """Share of the words of a normalised text that training knew, 0..1."""
        words = text.split()
        known = self._views[-1].columns
        return sum(word in known for word in words) / len(words) if words else 0.0

    def save(self, folder: Path) -> None:
        """Write the model's files into `folder`."""
        arrays = {f"idf{number}": view.idf for number, view in enumerate(self._views)}
        np.savez_compressed(folder / "model.npz", weights=self._weights, bias=self._bias, **arrays)
        stored = {"labels": [str(label) for label in self.labels], "words": [list(v.columns) for v in self._views]}
        (folder / "model.json").write_text(json.dumps(stored), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "LinearTopicModel":
        """The opposite of `save`."""
        stored = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        with np.load(folder / "model.npz", allow_pickle=False) as arrays:
            views = [
                View(settings, words, arrays[f"idf{number}"])
                for number, (settings, words) in enumerate(zip(VIEWS, stored["words"]))
            ]
            return cls(views, arrays["weights"], arrays["bias"], stored["labels"])


class View:
    """One way of cutting a text into parts, weighed as scikit-learn's TfidfVectorizer does, for one text at a time.

    scikit-learn's own `transform` makes and checks several sparse matrices a call, which takes longer than all else.

    Attributes:
        columns: column of each part, in order.
        idf: weight of each column, shape (columns,).
    """

    def __init__(self, settings: Dict[str, Any], parts: Sequence[str], idf: np.ndarray) -> None:
        self.columns = {part: column for column, part in enumerate(parts)}
        self.idf = idf.astype(np.float32)
        self._cut = _vectorizer(settings).build_analyzer()

    def features(self, text: str) -> Tuple[np.ndarray, np.ndarray]:
        """Columns of the known parts of `text` and their values; the values have length 1 unless there are none."""
        counts = Counter(column for part in self._cut(text) if (column := self.columns.get(part)) is not None)
        columns = np.fromiter(counts.keys(), np.int64, len(counts))
        values = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * self.idf[columns]
        return columns, values / (np.sqrt(values @ values) or 1)


def _vectorizer(settings: Dict[str, Any]) -> TfidfVectorizer:
    return TfidfVectorizer(**settings, sublinear_tf=True, dtype=np.float32, lowercase=False)
