"""One engine, two kinds of transaction. Writers of SQLite queue at the start, so that none fails half-way."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Connection as SqliteConnection

import structlog
from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session

from desk.errors import DeskUnavailableError

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA busy_timeout=5000",
    "PRAGMA foreign_keys=ON",
    # What is deleted is overwritten with zeros at once.
    "PRAGMA secure_delete=ON",
)
# What a connection is for; decides how its transactions begin.
MODE = "desk_mode"
READS, WRITES, NONE = "reads", "writes", "none"
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Store:
    """The database of the desk. A transaction that raises `DeskUnavailableError` stored nothing."""

    engine: Engine
    _writing: Engine = field(init=False, repr=False)
    _reading: Engine = field(init=False, repr=False)

    def __post_init__(self) -> None:
        snapshot = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
        object.__setattr__(self, "_writing", self.engine.execution_options(**{MODE: WRITES}))
        object.__setattr__(self, "_reading", self.engine.execution_options(**{MODE: READS}, **snapshot))

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite; what is not is PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @property
    def files(self) -> tuple[Path, ...]:
        """The files of an SQLite database that exist now; none for PostgreSQL."""
        name = self.engine.url.database
        if not self.is_sqlite or not name:
            return ()
        paths = [Path(name + ending) for ending in ("", "-wal", "-journal")]
        return tuple(path for path in paths if path.exists())

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """All or nothing. An `IntegrityError` comes through: it means that someone else was first."""
        with _named_errors(), Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """See one moment of the database; nothing written here is kept."""
        with _named_errors(), Session(self._reading, expire_on_commit=False) as session:
            yield session

    def wipe(self) -> bool:
        """Let SQLite drop what deleted rows left in its log; return whether it could. PostgreSQL: see `rewrite`."""
        if not self.is_sqlite:
            return True
        with self._alone() as connection:
            busy: int = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).one()[0]
        return busy == 0

    def wipe_soon(self) -> None:
        """Wipe now if possible; the deletion itself was kept already, and the next job wipes again."""
        try:
            if self.wipe():
                return
        except DeskUnavailableError:
            log.warning("wipe_failed")
        log.info("wipe_postponed")

    def rewrite(self) -> None:
        """Wipe; on PostgreSQL write the two small tables of keys anew and free the dead rows of the others."""
        self.wipe()
        if self.is_sqlite:
            return
        with self._alone() as connection:
            connection.execute(text("VACUUM FULL desk_wraps"))
            connection.execute(text("VACUUM FULL desk_receipts"))
            connection.execute(text("VACUUM desk_cases, desk_messages, desk_history, desk_drafts, desk_submissions"))
            connection.execute(text("VACUUM desk_questions, desk_review_wraps"))
            connection.execute(text("VACUUM FULL desk_live_wraps"))
            connection.execute(text("VACUUM desk_live, desk_live_lines, desk_live_outgoing"))
            connection.execute(text("VACUUM desk_case_work, desk_case_notes, desk_answer_drafts"))

    @contextmanager
    def _alone(self) -> Iterator[Connection]:
        """A connection outside any transaction."""
        with _named_errors(), self.engine.connect() as plain:
            yield plain.execution_options(isolation_level="AUTOCOMMIT", **{MODE: NONE})


def open_store(database_url: str) -> Store:
    """Make the engine; nothing is contacted yet. Errors and logs never show the values of a statement."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite":
        if url.database:
            _make_private(Path(url.database))
        engine = create_engine(url, hide_parameters=True, pool_size=10, max_overflow=20, pool_timeout=5)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return Store(engine)
    connect = {"connect_timeout": 5}
    engine = create_engine(
        url, hide_parameters=True, pool_pre_ping=True, pool_size=10, pool_timeout=5, connect_args=connect
    )
    return Store(engine)


@contextmanager
def _named_errors() -> Iterator[None]:
    try:
        yield
    except IntegrityError:
        raise
    except (DBAPIError, PoolTimeoutError) as error:
        raise DeskUnavailableError from error


def _make_private(path: Path) -> None:
    """Create the file so that only its owner reads it; SQLite gives its log the same rights."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise DeskUnavailableError from error


def _prepare_sqlite(connection: SqliteConnection, _record: object) -> None:
    connection.isolation_level = None
    for pragma in SQLITE_PRAGMAS:
        connection.execute(pragma)


def _begin_sqlite(connection: Connection) -> None:
    mode = connection.get_execution_options().get(MODE, READS)
    if mode != NONE:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if mode == WRITES else "BEGIN")
