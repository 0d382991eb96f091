"""Runs the migrations from code: no ini file, the URL comes from the settings."""

from pathlib import Path

from alembic import command
from alembic.config import Config

from connectors.conversations.database import open_database

VERSION_TABLE = "alembic_version_connectors"


def migrate(database_url: str) -> None:
    """Bring the database up to the newest revision; doing it twice changes nothing."""
    engine = open_database(database_url)
    try:
        with engine.begin() as connection:
            config = Config(attributes={"connection": connection})
            config.set_main_option("script_location", str(Path(__file__).parent))
            command.upgrade(config, "head")
    finally:
        engine.dispose()
