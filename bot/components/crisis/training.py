"""From sentences to a model: reads data/crisis, adds variants, fits the weights (scikit-learn, only here)."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Dict, Iterator, List, Sequence, Tuple

import numpy as np
import yaml
from scipy.sparse import csr_matrix, diags, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from components.crisis.features import VIEWS, features
from components.crisis.lexicon import Lexicon
from components.crisis.model import LEVELS, CrisisModel
from components.crisis.variants import amid, misspelled
from components.crisis.words import parts, split

NONE = "none"
KNOWN_FROM = 2
COPIES = 2  # misspelled, and amid other talk: with one of each, chance decides too much
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
    """`C`: inverse regularisation; the others: weight of a variant, of an ordinary question and of a part of one."""

    C: float = 10.0
    variants: float = 0.5
    background: float = 0.7
    background_parts: float = 0.35


def read_sentences(folder: Path) -> List[Sentence]:
    """All sentences of a folder of YAML files with the key `crisis`."""
    return [sentence for path in sorted(folder.glob("*.yml")) for sentence in _sentences(path)]


def _sentences(path: Path) -> Iterator[Sentence]:
    for group in yaml.safe_load(path.read_text(encoding="utf-8"))["crisis"]:
        for line in group["examples"].splitlines():
            yield Sentence(line[2:], group["level"], group["type"])


@dataclass(frozen=True)
class Example:
    """What the fit sees: words in one spelling, the level they stand for and how much they count."""

    words: Sequence[str]
    level: str
    weight: float


def fit(sentences: Sequence[Sentence], questions: Sequence[str], settings: FitSettings) -> CrisisModel:
    """Train on our own `sentences`, against ordinary `questions` that people ask the assistant."""
    lexicon = Lexicon(_known_words(sentences, questions))
    own = _own_examples(sentences, questions, settings)
    ordinary = _ordinary_examples(questions, settings)
    rows = _rows([*own, *ordinary], lexicon)
    views = [_view(name).fit(rows[: len(own)]) for name in VIEWS]
    matrix = _matrix(views, rows)
    levels = np.array([example.level for example in [*own, *ordinary]])
    counts = np.array([example.weight for example in [*own, *ordinary]])
    weights, bias = _weights(matrix, levels, counts, settings.C)
    names = [view.get_feature_names_out().tolist() for view in views]
    # The model knows no weights of views: what it adds up must be what the fit added up.
    weights *= np.repeat([VIEW_WEIGHTS[name] for name in VIEWS], [len(view) for view in names])[:, None]
    idf = np.concatenate([view.idf_ for view in views]).astype(np.float32)
    return CrisisModel(names, idf, weights, bias, sorted(lexicon.known))


def _own_examples(sentences: Sequence[Sentence], questions: Sequence[str], settings: FitSettings) -> List[Example]:
    talk = sorted(questions)
    examples = [Example(split(sentence.text), sentence.level, 1.0) for sentence in sentences]
    for sentence in sentences:
        random = Random(sentence.text)  # noqa: S311 - its variants stay the same when others come or go
        for _ in range(COPIES):
            for variant in (misspelled(sentence.text, random), amid(sentence.text, talk, random)):
                examples.append(Example(split(variant), sentence.level, settings.variants / COPIES))
    for sentence in sentences:
        if sentence.level == NONE:  # of a cry for help nobody can say which part is it
            examples += [Example(part, NONE, settings.variants) for part in parts(sentence.text)[1]]
    return examples


def _ordinary_examples(questions: Sequence[str], settings: FitSettings) -> List[Example]:
    whole = [Example(split(question), NONE, settings.background) for question in questions]
    stretches = [part for question in questions for part in parts(question)[1]]
    return whole + [Example(part, NONE, settings.background_parts) for part in stretches]


def _known_words(sentences: Sequence[Sentence], questions: Sequence[str]) -> List[str]:
    harmless = [*questions, *(sentence.text for sentence in sentences if sentence.level == NONE)]
    counts = Counter(word for text in harmless for word in split(text))
    return [word for word, count in counts.items() if count >= KNOWN_FROM]


def _rows(examples: Sequence[Example], lexicon: Lexicon) -> List[Row]:
    return [features(one.words, [lexicon.concept(word) for word in one.words]) for one in examples]


def _view(name: str) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer=lambda row: row[name], binary=True, min_df=2, dtype=np.float32)


def _matrix(views: Sequence[TfidfVectorizer], rows: Sequence[Row]) -> csr_matrix:
    scaled = [view.transform(rows) * VIEW_WEIGHTS[name] for name, view in zip(VIEWS, views)]
    return hstack(scaled, format="csr")


def _weights(matrix: csr_matrix, levels: np.ndarray, counts: np.ndarray, C: float) -> Tuple[np.ndarray, np.ndarray]:
    """Shapes (features, 1 + levels) and (1 + levels,): whether it is a crisis, and which."""
    crisis = levels != NONE
    whether, certain = _whether(matrix, crisis, counts, C)
    which = _regression(C).fit(matrix[crisis], levels[crisis], sample_weight=counts[crisis])
    assert tuple(which.classes_) == LEVELS
    return (
        np.vstack([whether, which.coef_]).T.astype(np.float32),
        np.concatenate([certain, which.intercept_]).astype(np.float32),
    )


def _whether(matrix: csr_matrix, crisis: np.ndarray, counts: np.ndarray, C: float) -> Tuple[np.ndarray, np.ndarray]:
    """The mean of two fits: on all features alike, and on each as loud as it tells (NB-SVM, Wang and Manning 2012).

    Together they give a third fewer cards to ordinary questions at the same recall (cross-validated).
    """
    loud = _how_telling(matrix, crisis, counts)
    alike = _regression(C).fit(matrix, crisis, sample_weight=counts)
    told = _regression(C).fit(matrix @ diags(loud), crisis, sample_weight=counts)
    return (alike.coef_[0] + told.coef_[0] * loud) / 2, (alike.intercept_ + told.intercept_) / 2


def _how_telling(matrix: csr_matrix, crisis: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Per feature how much more often it stands on one side than on the other: absolute log ratio, root mean square 1."""
    there = (matrix > 0).astype(np.float32)
    with_it = 1 + there[crisis].T @ counts[crisis]
    without = 1 + there[~crisis].T @ counts[~crisis]
    ratio = np.abs(np.log((with_it / with_it.sum()) / (without / without.sum())))
    return ratio / np.sqrt(np.mean(ratio**2))


def _regression(C: float) -> LogisticRegression:
    return LogisticRegression(C=C, solver="liblinear", max_iter=300, random_state=0)
