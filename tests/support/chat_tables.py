"""The tables of the chats, made while no desk of the same process makes its own."""

from connectors.migrations.run import migrate
from desk.store.migrate import ONE_IN_THIS_PROCESS


def make_chat_tables(database_url: str) -> None:
    """Bring the database up to date; a website or Telegram that a test started may be opening its desk meanwhile."""
    with ONE_IN_THIS_PROCESS:
        migrate(database_url)
