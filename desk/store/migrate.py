"""Runs the migrations from code: no ini file. Several processes may start at once; the second one waits."""

from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from sqlalchemy import text

from desk.store.engine import Store

VERSION_TABLE = "alembic_version_desk"
MIGRATIONS = Path(__file__).parent.parent / "migrations"
# Any number will do, as long as all processes of the desk use the same one.
POSTGRES_LOCK = 8460231
# Alembic keeps the step it is at in variables of its module: two threads at once would mix their databases up.
ONE_IN_THIS_PROCESS = Lock()


def migrate(store: Store) -> None:
    """Bring the tables to the newest step; does nothing when they are. Raise `DeskUnavailableError`."""
    with ONE_IN_THIS_PROCESS, store.writing() as session:
        connection = session.connection()
        if not store.is_sqlite:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({POSTGRES_LOCK})"))
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        command.upgrade(config, "head")
