"""Has a proposed article checked by the content checker, as a process of its own: this room imports no other."""

import subprocess
import sys
from pathlib import Path

from desk.errors import CheckFailedError

ROOT = Path(__file__).parents[2]
SECONDS = 30


def check_proposal(article: str, text: str) -> tuple[str, ...]:
    """Return what the checker finds, in its own words; blocks for a second or two. Raise `CheckFailedError`."""
    command = [sys.executable, "-m", "knowledge.draft", article]
    try:
        done = subprocess.run(
            command,
            input=text,
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=SECONDS,
            check=False,
            encoding="utf-8",
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CheckFailedError from error
    if done.returncode not in {0, 1} or done.stderr:
        raise CheckFailedError
    return tuple(done.stdout.splitlines())
