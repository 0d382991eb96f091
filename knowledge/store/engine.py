"""One SQLAlchemy engine for the knowledge base, SQLite or any other address."""

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event, text

MIGRATIONS = Path(__file__).parent.parent / "migrations"
VERSION_TABLE = "alembic_version_knowledge"
# Any number will do, as long as no other room uses it.
POSTGRES_LOCK = 8460232


def make_engine(url: str) -> Engine:
    """An engine for `url`; SQLite gets write-ahead logging, so that readers never wait."""
    engine = create_engine(url, pool_pre_ping=not url.startswith("sqlite"))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def wait_for_turn(connection: Connection) -> None:
    """Begin a transaction in which nobody else changes this room's tables: a second process waits for the first."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    elif connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({POSTGRES_LOCK})"))


def migrate(engine: Engine) -> None:
    """Bring this room's tables to the newest version; does nothing when they are."""
    with engine.begin() as connection:
        wait_for_turn(connection)
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        command.upgrade(config, "head")


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "busy_timeout=5000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")
