"""Checks that need Rasa run in the bot's own environment, one process per file."""

import os
import subprocess
from pathlib import Path

import pytest

from deploy.rasa_process import BOT_PYTHON, ROOT, rasa_environment

CHECKS = sorted((Path(__file__).parent / "in_rasa").glob("check_*.py"))


@pytest.mark.slow
@pytest.mark.parametrize("check", CHECKS, ids=lambda path: path.stem)
def test_it_holds_in_the_environment_of_the_bot(check: Path) -> None:
    environment = {**rasa_environment(), "PYTHONPATH": os.pathsep.join([str(ROOT / "bot"), str(ROOT)])}
    module = ".".join(check.relative_to(ROOT).with_suffix("").parts)
    command = [str(BOT_PYTHON), "-m", "unittest", "-v", module]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "skipped=" not in done.stderr
