"""A knowledge store of one's own, on both kinds of database."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import Engine

from actions.settings import ActionSettings
from knowledge.store.engine import make_engine, migrate
from tests.support.postgres import run_postgres

# Who waits for a lock that never comes fails instead of hanging.
WAIT = "options=-c%20lock_timeout%3D10s"


@pytest.fixture(scope="package")
def postgres() -> Iterator[str]:
    """A PostgreSQL server for the tests of this room."""
    with run_postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty database of this kind, as the settings give it."""
    if request.param == "sqlite":
        monkeypatch.delenv("DATABASE_URL", raising=False)
        return ActionSettings(data_dir=tmp_path).knowledge_url
    server, name = request.getfixturevalue("postgres"), f"knowledge_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return ActionSettings(database_url=f"{server.rsplit('/', 1)[0]}/{name}?{WAIT}").knowledge_url


@pytest.fixture
def empty(url: str) -> Iterator[Engine]:
    """An engine for an empty database."""
    made = make_engine(url)
    yield made
    made.dispose()


@pytest.fixture
def store(empty: Engine) -> Engine:
    """A store without articles."""
    migrate(empty)
    return empty
