"""`make bench`: this assistant beside a stock Rasa project, same training data, same questions, in turns in one run.

The stock project is made at run time under var/bench (see bench_project). Its model is kept there by the fingerprint
of its project, because training it takes long. The table is printed and written to var/bench/report.md.

BENCH_ROUNDS   how often both are served and measured, 3 unless told
BENCH_EPOCHS   shortens the stock training for a smoke test; the report then says so
"""

import os
import random
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from deploy.rasa_process import ROOT
from knowledge.articles import intent_of, read_articles
from tests.measure.bench_figures import Figures, machine, medians, spread, table, versions
from tests.measure.bench_load import measure_server
from tests.measure.bench_project import write_stock_project
from tests.measure.bench_servers import NotReadyError, serve_ours, serve_stock
from tests.measure.bench_training import BenchTrainingError, Training, train_ours, train_stock
from tests.measure.held_out import held_out_questions
from tests.measure.understanding import Outcome, Question, outcomes, share

FOLDER = ROOT / "var" / "bench"
NOT_AN_INTENT = {"unsure", "nlu_fallback"}


def bench(rounds: int, epochs: int | None) -> str:
    """Train, serve and score both; returns the report."""
    project = FOLDER / ("stock" if epochs is None else "stock-smoke")
    mark = write_stock_project(project, read_articles(), epochs)
    ours_model, stock_model = FOLDER / "ours.tar.gz", FOLDER / f"stock-{mark}.tar.gz"
    _say("Training ours ...")
    trained_ours = train_ours(ours_model)
    _say("Training the stock project, unless its model is there (hours of processor time) ...")
    trained_stock = train_stock(project, stock_model)
    questions = held_out_questions()
    ours, stock = _in_turns(rounds, ours_model, stock_model, project, _shuffled(questions))
    _say("Scoring the held-out questions ...")
    our_figures = {**_training(trained_ours), **medians(ours), **accuracy(outcomes(questions, ours_model))}
    stock_figures = {**_training(trained_stock), **medians(stock), **accuracy(outcomes(questions, stock_model))}
    notes = _notes(rounds, epochs, trained_stock, questions, ours, stock)
    return f"{table(our_figures, stock_figures)}\n\n{notes}\n"


def _in_turns(
    rounds: int, ours_model: Path, stock_model: Path, project: Path, texts: Sequence[str]
) -> tuple[list[Figures], list[Figures]]:
    ours: list[Figures] = []
    stock: list[Figures] = []
    for number in range(1, rounds + 1):
        _say(f"Round {number} of {rounds} ...")
        with TemporaryDirectory(dir=FOLDER) as data, serve_ours(ours_model, Path(data)) as server:
            ours.append(measure_server(server, texts))
        with serve_stock(stock_model, project) as server:
            stock.append(measure_server(server, texts))
    return ours, stock


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
    rounds: int,
    epochs: int | None,
    stock_training: Training,
    questions: Sequence[Question],
    ours: Sequence[Figures],
    stock: Sequence[Figures],
) -> str:
    spreads = [
        f"{name}: Wijzer {spread(ours, name)}, stock {spread(stock, name)}"
        for name in ("p95 at 1", "p95 at 8", "rate at 8")
    ]
    lines = [
        f"Machine: {machine()}.",
        f"Versions and date: {versions()}.",
        f"Served in turns, {rounds} rounds, medians; lowest to highest: {'; '.join(spreads)}.",
        f"Each trained once; the stock model is of {stock_training.on}. {len(questions)} held-out questions.",
        "Rasa skips its policies TED and UnexpecTED here, because the project has rules and no stories:"
        " the stock project is lighter for it.",
    ]
    if epochs is not None:
        lines.insert(0, f"SMOKE TEST: the stock project was trained for {epochs} epochs instead of Rasa's 100.")
    return "\n".join(f"- {line}" for line in lines)


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")


def main() -> int:
    """Measure, print, and keep the report in var/bench/report.md."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    epochs = os.environ.get("BENCH_EPOCHS")
    try:
        report = bench(int(os.environ.get("BENCH_ROUNDS") or 3), int(epochs) if epochs else None)
    except (BenchTrainingError, NotReadyError) as error:
        _say(str(error))
        return 1
    (FOLDER / "report.md").write_text(report, encoding="utf-8")
    sys.stdout.write(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
