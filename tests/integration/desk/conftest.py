"""The same desk on both kinds of database, with real servers."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.support.desk_house import DeskHouse, desk_house
from tests.support.postgres import run_postgres


@pytest.fixture(scope="module")
def postgres() -> Iterator[str]:
    """A PostgreSQL server for the tests of one file."""
    with run_postgres() as url:
        yield url


@pytest.fixture
def fresh_database(postgres: str, tmp_path: Path) -> str:
    """The address of an empty database."""
    name = f"desk_{abs(hash(tmp_path)):x}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return postgres.rsplit("/", 1)[0] + f"/{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def house(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskHouse]:
    """A desk without people on this kind of database."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    url = None if request.param == "sqlite" else request.getfixturevalue("fresh_database")
    with desk_house(tmp_path, url) as opened:
        yield opened
