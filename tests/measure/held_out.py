"""The held-out questions of tests/nlu, written by people who had not seen the training sentences."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.measure.understanding import Question

TEST_SET = Path(__file__).parent.parent / "nlu"
DEVELOPMENT_SET = TEST_SET / "dev"


def held_out_questions(folder: Path = TEST_SET) -> list[Question]:
    """All questions of a set; small talk comes with topic None, like what is out of scope."""
    return [question for path in sorted(folder.glob("*.yml")) for question in _questions(path)]


def _questions(path: Path) -> Iterator[Question]:
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        for item in entry["questions"]:
            also = tuple(item.get("also") or ())
            yield Question(item["text"], entry["topic"], also, item.get("style", "-"))
