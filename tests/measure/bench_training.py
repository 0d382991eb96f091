"""Training both projects of `make bench`, measured; the stock model is kept by the fingerprint of its project."""

import json
import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from deploy.rasa_process import BOT_PYTHON, ROOT, rasa_environment, train_command
from deploy.train import write_article_examples


class BenchTrainingError(Exception):
    """Rasa could not train; the message names the log."""


@dataclass(frozen=True, slots=True)
class Training:
    """What one training took: `cpu` is user and system time of the process and its children, in seconds."""

    cpu: float
    wall: float
    peak_mb: float
    on: str


def train_ours(model: Path, sentences: Path) -> Training:
    """Train our assistant afresh on the sentences of a folder into `model`; the model in use stays as it is.

    As always it learns what the articles teach too.
    """
    name = "bench"
    write_article_examples()
    command = train_command(name, data=[str(sentences), "data/stories"])
    training = _measured(command, ROOT, rasa_environment(), model.parent / "train-ours.log")
    (ROOT / "var" / "models" / f"{name}.tar.gz").rename(model)
    return training


def train_stock(project: Path, model: Path) -> Training:
    """Train the stock project into `model`, or take the figures of the time that this very project was trained."""
    figures = model.with_name(model.name.removesuffix(".tar.gz") + ".json")
    if model.exists() and figures.exists():
        return Training(**json.loads(figures.read_text()))
    output = ["--out", str(model.parent), "--fixed-model-name", model.name.removesuffix(".tar.gz")]
    command = [str(BOT_PYTHON), "-m", "rasa", "train", "--force", *output]
    environment = stock_environment(project.parent / "cache")
    training = _measured(command, project, environment, model.parent / "train-stock.log")
    figures.write_text(json.dumps(asdict(training)))
    return training


def stock_environment(cache: Path) -> dict[str, str]:
    """As for our own processes of Rasa, without our components and with a cache of its own."""
    environment = rasa_environment()
    del environment["PYTHONPATH"]
    return {**environment, "RASA_CACHE_DIRECTORY": str(cache)}


def _measured(command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path) -> Training:
    started = time.monotonic()
    with log.open("wb") as printed:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=printed, stderr=printed)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise BenchTrainingError(f"training failed; see {log.relative_to(ROOT)}")
    wall = time.monotonic() - started
    return Training(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, time.strftime("%Y-%m-%d"))
