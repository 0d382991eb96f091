"""`make bench`: this assistant beside a stock Rasa project, same training data, same questions, in turns in one run.

The stock project is made at run time under var/bench (see bench_project). Its model is kept there by the fingerprint
of its project, because training it takes long. The table is printed and written to var/bench/report.md.

BENCH_PART     both learn from one in so many sentences, 16 unless told (bench_sample); 1 takes all, and hours
BENCH_ROUNDS   how often both are served and measured, 3 unless told
BENCH_EPOCHS   shortens the stock training for a smoke test; the report then says so
"""

import os
import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from deploy.rasa_process import ROOT
from knowledge.articles import intent_of, read_articles
from tests.measure.bench_figures import Figures, machine, medians, spread, table, versions
from tests.measure.bench_load import measure_server
from tests.measure.bench_project import TRAINING_DATA, write_stock_project
from tests.measure.bench_sample import write_sample
from tests.measure.bench_servers import NotReadyError, serve_ours, serve_stock
from tests.measure.bench_training import BenchTrainingError, Training, train_ours, train_stock
from tests.measure.held_out import held_out_questions
from tests.measure.understanding import Outcome, Question, outcomes, share

FOLDER = ROOT / "var" / "bench"
PART = 16
NOT_AN_INTENT = {"unsure", "nlu_fallback"}


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: rounds of serving, one in `part` sentences for both sides, stock epochs (None: 100)."""

    rounds: int
    part: int
    epochs: int | None


def bench(plan: Plan) -> str:
    """Train, serve and score both, and ours with all sentences; returns the report."""
    sample = FOLDER / "sample"
    count = write_sample(TRAINING_DATA, sample, plan.part)
    project = FOLDER / ("stock" if plan.epochs is None else "stock-smoke")
    mark = write_stock_project(project, read_articles(), plan.epochs, sample)
    models = {"ours": FOLDER / "ours.tar.gz", "stock": FOLDER / f"stock-{mark}.tar.gz", "whole": FOLDER / "all.tar.gz"}
    trained = _train(models, sample, project)
    questions = held_out_questions()
    rounds = _in_turns(plan.rounds, models, project, _shuffled(questions))
    _say("Scoring the held-out questions ...")
    figures = {
        name: {**_training(trained[name]), **medians(rounds[name]), **accuracy(_scored(name, questions, model))}
        for name, model in models.items()
    }
    notes = _notes(plan, trained["stock"], count, len(questions), rounds)
    return f"{table(figures['ours'], figures['stock'], figures['whole'])}\n\n{notes}\n"


def _train(models: Mapping[str, Path], sample: Path, project: Path) -> dict[str, Training]:
    _say("Training ours on the sample, then on all sentences ...")
    ours, whole = train_ours(models["ours"], sample), train_ours(models["whole"], TRAINING_DATA)
    _say("Training the stock project, unless its model is there (some forty minutes of processor time) ...")
    return {"ours": ours, "stock": train_stock(project, models["stock"]), "whole": whole}


def _in_turns(rounds: int, models: Mapping[str, Path], project: Path, texts: Sequence[str]) -> dict[str, list[Figures]]:
    found: dict[str, list[Figures]] = {name: [] for name in models}
    for number in range(1, rounds + 1):
        _say(f"Round {number} of {rounds} ...")
        for name in ("ours", "whole"):
            with TemporaryDirectory(dir=FOLDER) as data, serve_ours(models[name], Path(data)) as server:
                found[name].append(_told(name, measure_server(server, texts)))
        with serve_stock(models["stock"], project) as server:
            found["stock"].append(_told("stock", measure_server(server, texts)))
    return found


def _told(name: str, figures: Figures) -> Figures:
    _say(f"  {name}: " + ", ".join(f"{label} {value:.1f}" for label, value in figures.items()))
    return figures


def _scored(name: str, questions: Sequence[Question], model: Path) -> list[Outcome]:
    return outcomes(questions, model, stock=name == "stock")


def accuracy(found: Sequence[Outcome]) -> Figures:
    """Shares of the held-out questions, from what the assistant would do with each."""
    inside = [outcome for outcome in found if outcome.question.topic]
    outside = [outcome for outcome in found if not outcome.question.topic]
    return {
        "accuracy": share([outcome.right_at_once for outcome in inside]),
        "wrong": share([outcome.wrong for outcome in inside]),
        "top intent": share([_likeliest(outcome) in _right_intents(outcome) for outcome in inside]),
        "outside answered": share([len(outcome.articles) == 1 for outcome in outside]),
    }


def _likeliest(outcome: Outcome) -> str | None:
    return next((name for name in outcome.ranking if name not in NOT_AN_INTENT), None)


def _right_intents(outcome: Outcome) -> set[str]:
    return {intent_of(topic) for topic in outcome.question.right}


def _training(training: Training) -> Figures:
    return {"training cpu": training.cpu, "training wall": training.wall, "training peak": training.peak_mb}


def _shuffled(questions: Sequence[Question]) -> list[str]:
    texts = [question.text for question in questions]
    random.Random(1).shuffle(texts)  # noqa: S311 - the same order in each run
    return texts


def _notes(
    plan: Plan, stock_training: Training, sentences: int, questions: int, rounds: Mapping[str, Sequence[Figures]]
) -> str:
    spreads = [
        f"{name}: Wijzer {spread(rounds['ours'], name)}, stock {spread(rounds['stock'], name)}"
        for name in ("p95 at 1", "p95 at 8", "rate at 8")
    ]
    lines = [
        f"Both learned from the same {sentences} sentences, one in {plan.part} of each topic's and at least eight.",
        f"Machine: {machine()}.",
        f"Versions and date: {versions()}.",
        f"Served in turns, {plan.rounds} rounds, medians; lowest to highest: {'; '.join(spreads)}.",
        f"Each trained once; the stock model is of {stock_training.on}. {questions} held-out questions.",
        "The stock project has one rule per intent and stories of three questions each: TED and UnexpecTED learn too.",
    ]
    if plan.epochs is not None:
        lines.insert(0, f"SMOKE TEST: the stock project was trained for {plan.epochs} epochs instead of Rasa's 100.")
    return "\n".join(f"- {line}" for line in lines)


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


def _number(name: str) -> int | None:
    return int(os.environ[name]) if os.environ.get(name) else None


def main() -> int:
    """Measure, print, and keep the report in var/bench/report.md."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    try:
        report = bench(Plan(_number("BENCH_ROUNDS") or 3, _number("BENCH_PART") or PART, _number("BENCH_EPOCHS")))
    except (BenchTrainingError, NotReadyError) as error:
        _say(str(error))
        return 1
    (FOLDER / "report.md").write_text(report, encoding="utf-8")
    sys.stdout.write(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
