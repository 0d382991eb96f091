"""Reading the sealed messages of one conversation, so that nothing that arrives by itself is ever missed."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from connectors.conversations.errors import ConversationGoneError
from connectors.conversations.history import Kept, open_message, sequence_of
from connectors.conversations.lifecycle import Conversation
from connectors.conversations.message import Message
from connectors.conversations.tables import ConversationRow, MessageRow


def read_messages(session: Session, conversation: Conversation, *, after: int = 0) -> list[Kept]:
    """Open what was made after this sequence, in order; raise `ConversationGoneError`.

    A counsellor may write while the user sends something. The client then knows the id of the answer, which
    is higher than that of the counsellor's message it never saw. So what arrived and was not given yet comes
    too.
    """
    row = session.execute(
        select(ConversationRow.last_arrival, ConversationRow.delivered).where(
            ConversationRow.id == conversation.id, ~ConversationRow.closing
        )
    ).one_or_none()
    if row is None:
        raise ConversationGoneError
    if row.delivered == row.last_arrival:
        return _open_after(session, conversation, after)
    kept = _open_after(session, conversation, min(after, row.delivered))
    note_delivered(session, conversation.id, row.last_arrival)
    return [one for one in kept if _is_wanted(one, after, row.delivered)]


def read_arrived(session: Session, conversation: Conversation) -> list[Message]:
    """Open what arrived by itself and was not given yet, in order; `note_delivered` says what was given."""
    row = session.get_one(ConversationRow, conversation.id)
    kept = _open_after(session, conversation, row.delivered)
    return [one.message for one in kept if one.arrived]


def _is_wanted(kept: Kept, after: int, delivered: int) -> bool:
    sequence = sequence_of(kept.message.id)
    return sequence > after or (kept.arrived and sequence > delivered)


def _open_after(session: Session, conversation: Conversation, after: int) -> list[Kept]:
    chosen = (
        select(MessageRow.sealed)
        .where(MessageRow.conversation_id == conversation.id, MessageRow.sequence > after)
        .order_by(MessageRow.sequence)
    )
    return [open_message(conversation.keys, sealed) for sealed in session.scalars(chosen)]


def note_delivered(session: Session, conversation_id: str, sequence: int) -> None:
    """Note that everything that arrived, up to this sequence, was given to the client."""
    session.execute(
        update(ConversationRow)
        .where(ConversationRow.id == conversation_id, ConversationRow.delivered < sequence)
        .values(delivered=sequence)
    )
