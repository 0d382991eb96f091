"""Deciding what to do with a message that the classifier is unsure about: fuse its ranking with lexical search."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.search.lexical import ArticleIndex, Hit

MOST_CHOICES = 3


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Chosen on the development set for stated costs, see docs/understanding.md.

    `weight`: share of the search in the fused score; `answer`, `ask`: least fused score of the best topic for
    answering at once and for offering choices; `offer`: least score of an offered choice.
    """

    weight: float = 0.25
    answer: float = 0.8
    ask: float = 0.16
    offer: float = 0.04


def fuse(confidences: Mapping[str, float], hits: Sequence[Hit], weight: float) -> list[tuple[str, float]]:
    """Articles with their fused score in 0..1, best first; hits are scaled to a sum of 1."""
    total = sum(hit.score for hit in hits) or 1.0
    found = {hit.article_id: hit.score / total for hit in hits}
    scores = {
        article_id: (1 - weight) * confidences.get(article_id, 0.0) + weight * found.get(article_id, 0.0)
        for article_id in {*confidences, *found}
    }
    return sorted(scores.items(), key=lambda item: (-item[1], item[0]))


def choices(fused: Sequence[tuple[str, float]], thresholds: Thresholds) -> list[str]:
    """Ids to offer: one when it can be answered at once, two or three to choose from, none when nothing is near."""
    if not fused or fused[0][1] < thresholds.ask:
        return []
    if fused[0][1] >= thresholds.answer:
        return [fused[0][0]]
    near = [article_id for article_id, score in fused[:MOST_CHOICES] if score >= thresholds.offer]
    offered = near if len(near) > 1 else [article_id for article_id, _ in fused[:2]]
    return offered if len(offered) > 1 else []


def scores_for(message: Mapping[str, Any], index: ArticleIndex, thresholds: Thresholds) -> list[tuple[str, float]]:
    """Article ids with their fused score, for a message as Rasa parsed it (`text`, `intent_ranking`)."""
    ranking = {item["name"]: item["confidence"] for item in message.get("intent_ranking", [])}
    confidences = {index.id_of_intent(name): share for name, share in ranking.items() if index.knows(name)}
    hits = index.search(message.get("text") or "")
    return fuse(confidences, hits, thresholds.weight)


def articles_for(message: Mapping[str, Any], index: ArticleIndex, thresholds: Thresholds) -> list[str]:
    """Ids as `choices` gives them, for a message outside any conversation."""
    return choices(scores_for(message, index, thresholds), thresholds)
