"""Train the assistant when data, domain, configuration or components changed: `python -m deploy.train`."""

import hashlib
import subprocess
import sys
import time
from pathlib import Path

from deploy.rasa_process import ARTICLE_EXAMPLES, MODEL, ROOT, rasa_environment, train_command

CODE = ("bot/config.yml", "bot/requirements.txt", "bot/components")
LEARNED_FROM = (*CODE, "bot/domain", "data", str(ARTICLE_EXAMPLES.relative_to(ROOT)))
SUFFIXES = {".yml", ".py", ".txt", ".json"}
LOG = ROOT / "var" / "train.log"


class TrainingError(Exception):
    """Rasa could not train, or an article could not be read; the message or the log says why."""


def fingerprint(starts: tuple[str, ...] = LEARNED_FROM) -> str:
    """A digest over every file that the model is made from, or over those below `starts`."""
    digest = hashlib.sha256()
    for start in starts:
        path = ROOT / start
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        for file in files:
            if file.suffix in SUFFIXES:
                digest.update(str(file.relative_to(ROOT)).encode() + file.read_bytes())
    return digest.hexdigest()


def train_if_changed() -> bool:
    """Train unless the model is of this fingerprint; returns whether it trained.

    Rasa keeps trained parts in its cache and knows when their data changed, but not when code that they call did: then
    everything is trained again.

    Raises:
        TrainingError: training failed; an older model is left as it was.
    """
    write_article_examples()
    mark, code_mark = MODEL.with_suffix(".fingerprint"), MODEL.with_suffix(".code")
    wanted, code = fingerprint(), fingerprint(CODE)
    if MODEL.exists() and _says(mark, wanted):
        return False
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("w") as log:
        done = subprocess.run(
            train_command("training", from_scratch=not _says(code_mark, code)),
            cwd=ROOT,
            env=rasa_environment(),
            stdout=log,
            stderr=log,
        )
    fresh = MODEL.with_name("training.tar.gz")
    if done.returncode != 0 or not fresh.exists():
        raise TrainingError(f"training failed; see {LOG.relative_to(ROOT)}")
    mark.unlink(missing_ok=True)
    fresh.rename(MODEL)
    code_mark.write_text(code)
    mark.write_text(wanted)
    return True


def write_article_examples() -> None:
    """Bring the examples that come from the articles up to date.

    Raises:
        TrainingError: an article could not be read.
    """
    command = [sys.executable, "-m", "knowledge.examples", str(ARTICLE_EXAMPLES)]
    done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        raise TrainingError(done.stderr.strip())


def _says(mark: Path, wanted: str) -> bool:
    return mark.exists() and mark.read_text() == wanted


def main() -> int:
    """Train when needed and say so."""
    started = time.monotonic()
    sys.stdout.write("Checking the trained model ...\n")
    sys.stdout.flush()
    try:
        trained = train_if_changed()
    except TrainingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    seconds = time.monotonic() - started
    sys.stdout.write(f"Trained in {seconds:.0f} s.\n" if trained else "The model is up to date.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
