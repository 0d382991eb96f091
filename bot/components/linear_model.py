"""The linear model itself: TF-IDF of character and word n-grams, one-against-rest support vector machine.

It is stored as plain arrays and JSON, so that loading a model can never run code.
"""

import json
from pathlib import Path
from typing import Any, Dict, List, Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

VIEWS: List[Dict[str, Any]] = [
    {"analyzer": "char_wb", "ngram_range": (2, 5), "min_df": 3},
    {"analyzer": "word", "ngram_range": (1, 2), "min_df": 2, "token_pattern": r"\S+"},
]


class LinearTopicModel:
    """Margins per label for a text.

    Attributes:
        labels: label names, in the order of the columns of the margins.
    """

    def __init__(self, views: List[TfidfVectorizer], weights: np.ndarray, bias: np.ndarray, labels: List[str]) -> None:
        self._views = views
        self._weights = weights
        self._bias = bias
        self._known = {word for word in views[-1].get_feature_names_out() if " " not in word}
        self.labels = labels

    @classmethod
    def fit(cls, texts: Sequence[str], labels: Sequence[str], C: float) -> "LinearTopicModel":
        """Train on normalised `texts`; `C` is LinearSVC's inverse regularisation."""
        views = [_view(settings) for settings in VIEWS]
        matrix = hstack([view.fit_transform(texts) for view in views]).tocsr()
        machine = LinearSVC(C=C, random_state=0).fit(matrix, labels)
        weights = np.ascontiguousarray(machine.coef_.T, dtype=np.float32)
        return cls(views, weights, machine.intercept_.astype(np.float32), list(machine.classes_))

    def margins(self, text: str) -> np.ndarray:
        """Distance to each label's boundary, shape (labels,)."""
        row: csr_matrix = hstack([view.transform([text]) for view in self._views], format="csr")
        # only the few rows that the text has: scipy's product would convert the whole matrix at every call
        return row.data.astype(np.float32) @ self._weights[row.indices] + self._bias

    def known_words(self, text: str) -> float:
        """Share of the words of a normalised text that training knew, 0..1."""
        words = text.split()
        return sum(word in self._known for word in words) / len(words) if words else 0.0

    def save(self, folder: Path) -> None:
        """Write the model's files into `folder`."""
        arrays = {f"idf{number}": view.idf_ for number, view in enumerate(self._views)}
        np.savez_compressed(folder / "model.npz", weights=self._weights, bias=self._bias, **arrays)
        words = [view.get_feature_names_out().tolist() for view in self._views]
        stored = {"labels": [str(label) for label in self.labels], "words": words}
        (folder / "model.json").write_text(json.dumps(stored), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "LinearTopicModel":
        """The opposite of `save`."""
        stored = json.loads((folder / "model.json").read_text(encoding="utf-8"))
        with np.load(folder / "model.npz", allow_pickle=False) as arrays:
            views = [
                _view(settings, words, arrays[f"idf{number}"])
                for number, (settings, words) in enumerate(zip(VIEWS, stored["words"]))
            ]
            return cls(views, arrays["weights"], arrays["bias"], stored["labels"])


def _view(settings: Dict[str, Any], words: Sequence[str] = (), idf: Any = None) -> TfidfVectorizer:
    options = {**settings, "sublinear_tf": True, "dtype": np.float32, "lowercase": False}
    if idf is None:
        return TfidfVectorizer(**options)
    view = TfidfVectorizer(**{**options, "vocabulary": {word: i for i, word in enumerate(words)}})
    view.idf_ = idf
    return view
