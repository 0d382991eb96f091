"""From sentences to a model: reads data/crisis, adds variants, fits the weights (scikit-learn, only here)."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Dict, Iterator, List, Sequence, Tuple

import numpy as np
import yaml
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from components.crisis.features import VIEWS, features
from components.crisis.lexicon import Lexicon
from components.crisis.model import LEVELS, CrisisModel
from components.crisis.variants import in_context, misspelled
from components.crisis.words import split

NONE = "none"
KNOWN_FROM = 2
VIEW_WEIGHTS = {"letters": 1.0, "words": 1.0, "concepts": 1.0, "clues": 0.2}

Row = Dict[str, List[str]]


@dataclass(frozen=True)
class Sentence:
    """One training sentence; `level` is one of LEVELS or "none", `type` says how it is put."""

    text: str
    level: str
    type: str


@dataclass(frozen=True)
class FitSettings:
    """`C`: inverse regularisation; `variants`, `background`: weight of a variant and of an ordinary question."""

    C: float = 10.0
    variants: float = 0.5
    background: float = 0.3


def read_sentences(folder: Path) -> List[Sentence]:
    """All sentences of a folder of YAML files with the key `crisis`."""
    return [sentence for path in sorted(folder.glob("*.yml")) for sentence in _sentences(path)]


def _sentences(path: Path) -> Iterator[Sentence]:
    for group in yaml.safe_load(path.read_text(encoding="utf-8"))["crisis"]:
        for line in group["examples"].splitlines():
            yield Sentence(line[2:], group["level"], group["type"])


def fit(sentences: Sequence[Sentence], questions: Sequence[str], settings: FitSettings) -> CrisisModel:
    """Train on our own `sentences`, against ordinary `questions` that people ask the assistant."""
    lexicon = Lexicon(_known_words(sentences, questions))
    texts = _with_variants(sentences)
    own, ordinary = _rows(texts, lexicon), _rows(questions, lexicon)
    views = [_view(name).fit(own) for name in VIEWS]
    matrix = _matrix(views, own + ordinary)
    levels = np.array([sentence.level for sentence in sentences] * 3 + [NONE] * len(ordinary))
    rows_weights = np.concatenate(
        [
            np.ones(len(sentences)),
            np.full(2 * len(sentences), settings.variants),
            np.full(len(ordinary), settings.background),
        ]
    )
    weights, bias = _weights(matrix, levels, rows_weights, settings.C)
    names = [view.get_feature_names_out().tolist() for view in views]
    idf = np.concatenate([view.idf_ for view in views]).astype(np.float32)
    return CrisisModel(names, idf, weights, bias, sorted(lexicon.known))


def _known_words(sentences: Sequence[Sentence], questions: Sequence[str]) -> List[str]:
    harmless = [*questions, *(sentence.text for sentence in sentences if sentence.level == NONE)]
    counts = Counter(word for text in harmless for word in split(text))
    return [word for word, count in counts.items() if count >= KNOWN_FROM]


def _with_variants(sentences: Sequence[Sentence]) -> List[str]:
    texts, random = [sentence.text for sentence in sentences], Random(0)  # noqa: S311 - the same variants at every training
    return [
        *texts,
        *(misspelled(text, random) for text in texts),
        *(in_context(text, random) for text in texts),
    ]


def _rows(texts: Sequence[str], lexicon: Lexicon) -> List[Row]:
    split_texts = (split(text) for text in texts)
    return [features(words, [lexicon.concept(word) for word in words]) for words in split_texts]


def _view(name: str) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer=lambda row: row[name], binary=True, min_df=2, dtype=np.float32)


def _matrix(views: Sequence[TfidfVectorizer], rows: Sequence[Row]) -> csr_matrix:
    scaled = [view.transform(rows) * VIEW_WEIGHTS[name] for name, view in zip(VIEWS, views)]
    return hstack(scaled, format="csr")


def _weights(
    matrix: csr_matrix, levels: np.ndarray, rows_weights: np.ndarray, C: float
) -> Tuple[np.ndarray, np.ndarray]:
    crisis = levels != NONE
    whether = _regression(C).fit(matrix, crisis, sample_weight=rows_weights)
    which = _regression(C).fit(matrix[crisis], levels[crisis], sample_weight=rows_weights[crisis])
    assert tuple(which.classes_) == LEVELS
    return (
        np.vstack([whether.coef_, which.coef_]).T.astype(np.float32),
        np.concatenate([whether.intercept_, which.intercept_]).astype(np.float32),
    )


def _regression(C: float) -> LogisticRegression:
    return LogisticRegression(C=C, solver="liblinear", max_iter=300, random_state=0)
