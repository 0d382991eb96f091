"""Lexical search over the articles: BM25 on Dutch stems, with compounds also as their parts.

Used as a second chance when the classifier is unsure (actions.answers.action_second_chance).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import bm25s
import snowballstemmer

from knowledge.articles import Article

TITLE_WEIGHT = 3
QUESTION_WEIGHT = 2
SHORTEST_PART = 4
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_STOP_WORDS = frozenset((Path(__file__).parent / "stop_words.txt").read_text(encoding="utf-8").split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A found article; `score` is BM25's, higher is nearer, comparable within one query only."""

    article_id: str
    score: float


class ArticleIndex:
    """All articles, ready to be searched; building it takes about 0.1 s for 132 articles."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._ids = [article.id for article in articles]
        self._by_intent = {article.intent: article.id for article in articles}
        self._stemmer = snowballstemmer.stemmer("dutch")
        documents = [words(_text(article)) for article in articles]
        self._vocabulary = {self._stem(word) for document in documents for word in document}
        self._bm25 = bm25s.BM25()
        if documents:
            self._bm25.index([self._terms(document) for document in documents], show_progress=False)

    def search(self, query: str, most: int = 5) -> list[Hit]:
        """The nearest articles, best first; an empty list when no word is known."""
        known = [term for term in self._terms(words(query)) if term in self._vocabulary]
        if not known:
            return []
        found, scores = self._bm25.retrieve([known], k=min(most, len(self._ids)), show_progress=False)
        pairs = zip(found[0], scores[0], strict=True)
        return [Hit(self._ids[place], float(score)) for place, score in pairs if score > 0]

    def knows(self, intent: str) -> bool:
        """Whether an article answers this intent."""
        return intent in self._by_intent

    def id_of_intent(self, intent: str) -> str:
        """The article's id; `intent` must be one that `knows` accepts."""
        return self._by_intent[intent]

    def _stem(self, word: str) -> str:
        return str(self._stemmer.stemWord(word))

    def _terms(self, found: Iterable[str]) -> list[str]:
        return [term for word in found for term in (self._stem(word), *self._parts(word))]

    def _parts(self, word: str) -> list[str]:
        """Both halves of a compound when both are words of the articles: stagevergoeding → stag, vergoed."""
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            halves = [self._stem(word[:cut]), self._stem(word[cut:])]
            if all(half in self._vocabulary for half in halves):
                return halves
        return []


def words(text: str) -> list[str]:
    """Lower-case words without the most common ones."""
    return [word for word in _WORD.findall(text.lower()) if word not in _STOP_WORDS]


def _text(article: Article) -> str:
    parts = [article.title] * TITLE_WEIGHT + [article.subject, article.short, article.long]
    return "\n".join(parts + [" ".join(article.questions)] * QUESTION_WEIGHT)
