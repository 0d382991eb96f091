"""A console of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.console import DeskClient, RunningConsole, running_console


@pytest.fixture
def console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningConsole]:
    """A served console without people."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with running_console(tmp_path) as running:
        yield running


@pytest.fixture
def anna(console: RunningConsole) -> DeskClient:
    """A counsellor, logged in."""
    return console.log_in(console.person("Anna"))
