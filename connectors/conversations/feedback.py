"""Was an answer helpful? Kept as a count per article and day, with no link to a conversation."""

from collections.abc import Callable

from sqlalchemy import select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from connectors.conversations.errors import UnknownMessageError
from connectors.conversations.history import open_message
from connectors.conversations.lifecycle import Conversation
from connectors.conversations.message import Message
from connectors.conversations.sealing import is_id
from connectors.conversations.tables import FeedbackDayRow, MessageRow

Insert = sqlite.Insert | postgresql.Insert

INSERTS: dict[str, Callable[[type[FeedbackDayRow]], Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def rate_message(session: Session, conversation: Conversation, message_id: str, *, helpful: bool) -> None:
    """Count a rating once per message; a changed mind moves the count. Raise `UnknownMessageError`."""
    if not is_id(message_id):
        raise UnknownMessageError
    row = session.execute(
        select(MessageRow.sealed, MessageRow.rating_mark).where(
            MessageRow.id == message_id, MessageRow.conversation_id == conversation.id
        )
    ).one_or_none()
    if row is None:
        raise UnknownMessageError
    mark = conversation.keys.mark(message_id, helpful=helpful)
    if row.rating_mark == mark or not _set_mark(session, message_id, row.rating_mark, mark):
        return
    message = open_message(conversation.keys, row.sealed).message
    _count(session, message, helpful=helpful, by=1)
    if row.rating_mark is not None:
        _count(session, message, helpful=not helpful, by=-1)


def _set_mark(session: Session, message_id: str, old: bytes | None, new: bytes) -> bool:
    """Replace the mark unless someone else just did; return whether it was replaced."""
    unchanged = MessageRow.rating_mark.is_(None) if old is None else MessageRow.rating_mark == old
    chosen = update(MessageRow).where(MessageRow.id == message_id, unchanged).values(rating_mark=new)
    return session.scalar(chosen.returning(MessageRow.id)) is not None


def _count(session: Session, message: Message, *, helpful: bool, by: int) -> None:
    """Add to the count of the article on the day of its answer; other messages are not counted."""
    if message.article is None:
        return
    column = "helpful" if helpful else "not_helpful"
    start = {"helpful": 0, "not_helpful": 0, column: by}
    insert = INSERTS[session.get_bind().dialect.name](FeedbackDayRow).values(
        article=message.article, day=message.at.date().isoformat(), **start
    )
    session.execute(
        insert.on_conflict_do_update(
            index_elements=["article", "day"],
            set_={column: getattr(FeedbackDayRow, column) + by},
        )
    )
