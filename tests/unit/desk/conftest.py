"""A desk of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desk_house import DeskHouse, desk_house


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskHouse]:
    """A desk on SQLite without people."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with desk_house(tmp_path) as opened:
        yield opened
