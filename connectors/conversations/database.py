"""Engine and sessions for the conversation store: SQLite in a file, or any other database by its URL."""

from pathlib import Path
from sqlite3 import Connection as SqliteConnection

from sqlalchemy import Engine, create_engine, event, make_url, text
from sqlalchemy.orm import Session, sessionmaker

Sessions = sessionmaker[Session]

BUSY_MILLISECONDS = 5000
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=NORMAL",
    f"PRAGMA busy_timeout={BUSY_MILLISECONDS}",
    # What is deleted is overwritten with zeros at once.
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=ON",
)


def open_database(database_url: str) -> Engine:
    """Make the engine. The folder of an SQLite file is made when it is not there; errors hide all values."""
    url = make_url(database_url)
    if url.get_backend_name() == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True, pool_size=10, max_overflow=30, pool_timeout=5)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
    return engine


def make_sessions(engine: Engine) -> Sessions:
    """Make the session factory; use it as `with sessions.begin() as session`."""
    return sessionmaker(engine, expire_on_commit=False)


def wipe_log(engine: Engine) -> None:
    """Empty SQLite's write-ahead log, where deleted rows would otherwise stay readable for a while."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))


def _set_pragmas(connection: SqliteConnection, _record: object) -> None:
    for pragma in SQLITE_PRAGMAS:
        connection.execute(pragma)
