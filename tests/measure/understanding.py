"""What the trained assistant would do with each message of a file, and how good that is."""

import json
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actions.answers.second_chance import Thresholds, articles_for
from deploy.rasa_process import BOT_PYTHON, MODEL, ROOT, rasa_environment
from knowledge.articles import read_articles
from knowledge.search.lexical import ArticleIndex

SECOND_CHANCE_INTENTS = {"unsure"}


@dataclass(frozen=True, slots=True)
class Question:
    """One message to measure with; `topic` None means that no article answers it."""

    text: str
    topic: str | None
    also: tuple[str, ...] = ()
    style: str = "-"

    @property
    def right(self) -> set[str]:
        return {self.topic, *self.also} if self.topic else set()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the assistant does: answers (one article), offers (two or three), or neither (`intent` says what)."""

    question: Question
    intent: str
    articles: tuple[str, ...] = ()
    milliseconds: float = 0.0
    ranking: tuple[str, ...] = field(default=(), repr=False)

    @property
    def right_at_once(self) -> bool:
        return len(self.articles) == 1 and self.articles[0] in self.question.right

    @property
    def within_two(self) -> bool:
        return bool(self.question.right.intersection(self.articles[:2]))

    @property
    def wrong(self) -> bool:
        return len(self.articles) == 1 and not self.right_at_once

    @property
    def not_answered(self) -> bool:
        return not self.articles


def read_questions(path: Path) -> list[Question]:
    """Questions from a JSON-lines file (contract: text, topic, also; style is ours)."""
    lines = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return [
        Question(line["text"], line["topic"], tuple(line.get("also") or ()), line.get("style", "-")) for line in lines
    ]


def parse(texts: Iterable[str], model: Path = MODEL, *, stock: bool = False) -> list[dict[str, Any]]:
    """Rasa's parse of each text, in the bot's own environment; a stock model is given TensorFlow."""
    lines = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    command = [str(BOT_PYTHON), "-m", "evaluation.parse_file", str(model), *(["--with-tensorflow"] if stock else [])]
    done = subprocess.run(
        command, input=lines, capture_output=True, text=True, cwd=ROOT, env=rasa_environment(), check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def outcomes(questions: Sequence[Question], model: Path = MODEL, *, stock: bool = False) -> list[Outcome]:
    """What the assistant does with each question."""
    index = ArticleIndex(list(read_articles()))
    parsed = parse([question.text for question in questions], model, stock=stock)
    return [_outcome(question, message, index) for question, message in zip(questions, parsed, strict=True)]


def _outcome(question: Question, message: dict[str, Any], index: ArticleIndex) -> Outcome:
    intent = message["intent"]["name"]
    articles: list[str] = []
    if index.knows(intent):
        articles = [index.id_of_intent(intent)]
    elif intent in SECOND_CHANCE_INTENTS:
        articles = articles_for(message, index, Thresholds())
    names = tuple(item["name"] for item in message["intent_ranking"])
    return Outcome(question, intent, tuple(articles), message["milliseconds"], names)


def share(items: Sequence[bool]) -> float:
    """Part of `items` that is true, 0 for none."""
    return sum(items) / len(items) if items else 0.0
