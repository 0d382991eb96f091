"""A real SQLite file for the conversation store."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from connectors.conversations.database import Sessions, make_sessions, open_database
from connectors.conversations.house import AMSTERDAM
from connectors.conversations.lifecycle import Conversation, start_conversation
from connectors.conversations.tables import Base

NOON = datetime(2026, 11, 20, 12, 0, 30, 123456, tzinfo=AMSTERDAM)


@pytest.fixture
def now() -> datetime:
    """Give a fixed moment."""
    return NOON


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[Sessions]:
    """Give the session factory of an empty store."""
    engine = open_database(f"sqlite:///{tmp_path}/store.sqlite3")
    Base.metadata.create_all(engine)
    yield make_sessions(engine)
    engine.dispose()


@pytest.fixture
def session(sessions: Sessions) -> Iterator[Session]:
    """Give a session in a transaction."""
    with sessions.begin() as opened:
        yield opened


@pytest.fixture
def conversation(session: Session, now: datetime) -> Conversation:
    """Give a conversation that just began."""
    return start_conversation(session, conversation_id="first", token="token-1", channel="web", now=now)
