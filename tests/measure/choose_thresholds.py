"""Choose when to answer, ask or admit not knowing: `python -m tests.measure.choose_thresholds`.

Runs over the development set (tests/nlu/dev) only, with stated costs: a wrong article costs four times a question back,
and admitting not to know a thing that an article answers costs twice. Prints the cheapest settings; they are then
written into bot/config.yml (`answer`) and actions.answers.second_chance.Thresholds by hand.
"""

import itertools
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from actions.answers.second_chance import Thresholds, choices, fuse
from knowledge.articles import read_articles
from knowledge.search.lexical import ArticleIndex, Hit
from tests.measure.held_out import DEVELOPMENT_SET, held_out_questions
from tests.measure.understanding import Outcome, Question, parse, share

COST_WRONG = 4.0
COST_ASK = 1.0
COST_UNKNOWN = 2.0
COST_ASKED_IN_VAIN = 2.5
GRID = {
    "act": (0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75),
    "weight": (0.0, 0.1, 0.2, 0.25, 0.35),
    "answer": (0.6, 0.7, 0.8, 0.9),
    "ask": (0.08, 0.12, 0.16, 0.2, 0.25),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """A question with everything that a decision is made from."""

    question: Question
    intent: str
    confidence: float
    confidences: dict[str, float]
    hits: list[Hit]


def seen_questions(questions: Sequence[Question]) -> tuple[list[Seen], ArticleIndex]:
    """Parse the questions once; the grid is then searched without Rasa."""
    index = ArticleIndex(list(read_articles()))
    parsed = parse([question.text for question in questions])
    return [_seen(question, message, index) for question, message in zip(questions, parsed, strict=True)], index


def _seen(question: Question, message: dict[str, Any], index: ArticleIndex) -> Seen:
    ranking = message["intent_ranking"]
    known = {index.id_of_intent(i["name"]): i["confidence"] for i in ranking if index.knows(i["name"])}
    hits = index.search(question.text)
    intent = message["intent"]
    confidence = 1.0 - intent["confidence"] if intent["name"] == "unsure" else intent["confidence"]
    return Seen(question, ranking[0]["name"], confidence, known, hits)


def decide(seen: Seen, index: ArticleIndex, act: float, thresholds: Thresholds) -> Outcome:
    """What the assistant would do with these settings."""
    if seen.confidence >= act:
        found = [index.id_of_intent(seen.intent)] if index.knows(seen.intent) else []
    else:
        found = choices(fuse(seen.confidences, seen.hits, thresholds.weight), thresholds)
    return Outcome(seen.question, seen.intent, tuple(found))


def cost(outcome: Outcome) -> float:
    """Cost of one outcome; 0 for a right answer and for leaving alone what no article answers."""
    inside = outcome.question.topic is not None
    if len(outcome.articles) == 1:
        return 0.0 if outcome.right_at_once else COST_WRONG
    if outcome.articles:
        offered = bool(outcome.question.right.intersection(outcome.articles))
        return COST_ASK if offered else COST_ASKED_IN_VAIN
    return COST_UNKNOWN if inside else 0.0


def _settings() -> Iterator[tuple[float, Thresholds]]:
    for act, weight, answer, ask in itertools.product(*GRID.values()):
        yield act, Thresholds(weight=weight, answer=answer, ask=ask)


def main() -> int:
    """Print the cheapest settings and what they give."""
    seen, index = seen_questions(held_out_questions(DEVELOPMENT_SET))
    found = []
    for act, thresholds in _settings():
        outcomes = [decide(one, index, act, thresholds) for one in seen]
        found.append((sum(map(cost, outcomes)), act, thresholds, outcomes))
    for total, act, thresholds, outcomes in sorted(found, key=lambda item: item[0])[:5]:
        inside = [o for o in outcomes if o.question.topic]
        outside = [o for o in outcomes if not o.question.topic]
        sys.stdout.write(
            f"cost {total / len(outcomes):.3f}  act {act}  {thresholds}\n  at once"
            f" {share([o.right_at_once for o in inside]):.3f}, within two {share([o.within_two for o in inside]):.3f},"
            f" wrong {share([o.wrong for o in inside]):.3f}, not answered"
            f" {share([o.not_answered for o in inside]):.3f}, outside answered"
            f" {share([len(o.articles) == 1 for o in outside]):.3f}\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
