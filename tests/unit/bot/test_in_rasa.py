"""Checks that need Rasa run in the bot's own environment, one process per file."""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import pytest

from deploy.rasa_process import BOT_PYTHON, ROOT, rasa_environment

FOLDER = Path(__file__).parent / "in_rasa"
OWN_START = FOLDER / "check_lean_rasa.py"  # is about what a process of its own imports and how large it gets
CHECKS = sorted(set(FOLDER.glob("check_*.py")) - {OWN_START})


@dataclass(frozen=True)
class PreparedRasa:
    """A process that has imported Rasa and forks another one for each check."""

    asked: IO[str]
    answers: IO[str]

    def run(self, check: Path, printed: Path) -> int:
        """Run one check, whose output goes to `printed`; returns its exit status."""
        self.asked.write(json.dumps([module(check), str(printed)]) + "\n")
        self.asked.flush()
        answer = self.answers.readline()
        assert answer, "the process that runs the checks has ended"
        return int(answer)


def module(path: Path) -> str:
    """The name under which Python imports a file of this folder."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def command(*arguments: str) -> dict[str, Any]:
    """How to start Python in the environment of the bot, with its output as text."""
    environment = {**rasa_environment(), "PYTHONPATH": os.pathsep.join([str(ROOT / "bot"), str(ROOT)])}
    return {"args": [str(BOT_PYTHON), "-m", *arguments], "cwd": ROOT, "env": environment, "text": True}


@pytest.fixture(scope="module")
def prepared() -> Iterator[PreparedRasa]:
    pipe = subprocess.PIPE
    with subprocess.Popen(**command(module(FOLDER / "prepared.py")), stdin=pipe, stdout=pipe) as process:
        assert process.stdin
        assert process.stdout
        yield PreparedRasa(process.stdin, process.stdout)


def all_passed(status: int, printed: str) -> bool:
    """Whether every test that a check holds was run and passed."""
    return status == 0 and "skipped=" not in printed and "\nRan 0 tests" not in printed


@pytest.mark.slow
@pytest.mark.parametrize("check", CHECKS, ids=lambda path: path.stem)
def test_it_holds_in_the_environment_of_the_bot(check: Path, prepared: PreparedRasa, tmp_path: Path) -> None:
    status = prepared.run(check, tmp_path / "printed")
    printed = (tmp_path / "printed").read_text(encoding="utf-8")
    assert all_passed(status, printed), printed


@pytest.mark.slow
def test_it_holds_for_a_process_of_its_own() -> None:
    done = subprocess.run(**command("unittest", "-v", module(OWN_START)), capture_output=True)
    assert all_passed(done.returncode, done.stderr), done.stdout + done.stderr
