"""Was an answer helpful? Once per message; who counts it gets to know the article and nothing else."""

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from connectors.conversations.errors import UnknownMessageError
from connectors.conversations.history import open_message
from connectors.conversations.lifecycle import Conversation
from connectors.conversations.sealing import is_id
from connectors.conversations.tables import MessageRow


@dataclass(frozen=True)
class Rated:
    """A rating to count. `article`: whose answer it was, if any; `changed`: the other way was counted before."""

    article: str | None
    helpful: bool
    changed: bool


def rate_message(session: Session, conversation: Conversation, message_id: str, *, helpful: bool) -> Rated | None:
    """Mark a message as rated; `None` when it was rated like this already. Raise `UnknownMessageError`."""
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
        return None
    message = open_message(conversation.keys, row.sealed).message
    return Rated(message.article, helpful, changed=row.rating_mark is not None)


def _set_mark(session: Session, message_id: str, old: bytes | None, new: bytes) -> bool:
    """Replace the mark unless someone else just did; return whether it was replaced."""
    unchanged = MessageRow.rating_mark.is_(None) if old is None else MessageRow.rating_mark == old
    chosen = update(MessageRow).where(MessageRow.id == message_id, unchanged).values(rating_mark=new)
    return session.scalar(chosen.returning(MessageRow.id)) is not None
