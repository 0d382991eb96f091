"""Make confidence mean something: `python -m tests.measure.calibrate` fits it on the development set only.

Prints the weights for `calibration` in bot/config.yml, then how often the assistant was right per band of confidence
(with the weights now in force), which docs/understanding.md shows.
"""

import itertools
import json
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from deploy.rasa_process import BOT_PYTHON, ROOT, rasa_environment
from knowledge.articles import intent_of
from tests.measure.held_out import DEVELOPMENT_SET, held_out_questions
from tests.measure.understanding import Question, parse

BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


def is_right(question: Question, message: dict[str, Any]) -> bool:
    """Whether the classifier's first intent is a right one; for what lies outside, any intent that is no topic."""
    first = message["intent_ranking"][0]["name"]
    if question.topic is None:
        return "_" not in first or first in {"out_of_scope", "prompt_injection", "ask_source"}
    return first in {intent_of(topic) for topic in question.right}


def fit(questions: Sequence[Question], parsed: Sequence[dict[str, Any]]) -> str:
    """The fitted weights, as YAML."""
    pairs = zip(questions, parsed, strict=True)
    lines = [json.dumps({"evidence": m["evidence"], "right": is_right(q, m)}) for q, m in pairs]
    command = [str(BOT_PYTHON), "-m", "evaluation.fit_calibration"]
    done = subprocess.run(
        command, input="\n".join(lines), capture_output=True, text=True, cwd=ROOT, env=rasa_environment(), check=True
    )
    return done.stdout


def bands(questions: Sequence[Question], parsed: Sequence[dict[str, Any]]) -> str:
    """A table: per band of confidence how many messages, and which part was right."""
    rows = ["| confidence | messages | right |", "|---|---|---|"]
    judged = [(_confidence(m), is_right(q, m)) for q, m in zip(questions, parsed, strict=True)]
    for low, high in itertools.pairwise(BANDS):
        inside = [right for confidence, right in judged if low <= confidence < high]
        if inside:
            rows.append(f"| {low:.2f}-{min(high, 1.0):.2f} | {len(inside)} | {sum(inside) / len(inside):.2f} |")
    return "\n".join(rows)


def _confidence(message: dict[str, Any]) -> float:
    intent = message["intent"]
    return float(1.0 - intent["confidence"] if intent["name"] == "unsure" else intent["confidence"])


def main() -> int:
    """Print weights and bands."""
    questions = held_out_questions(DEVELOPMENT_SET)
    parsed = parse([question.text for question in questions])
    sys.stdout.write(f"calibration:\n{fit(questions, parsed)}\n{bands(questions, parsed)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
