"""What a connector remembers of a conversation that is not the assistant's alone: which live chat, how far it came.

The desk says who owns a live chat; here stands only which one belongs to which conversation.
"""

from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from connectors.conversations.tables import ConversationRow, TakeOverRow
from connectors.rasa_client import Channel


@dataclass(frozen=True, slots=True)
class TakeOver:
    """One row: a live chat and how much of it the user was given, or the kind of message that is being written."""

    conversation_id: str
    live_id: str | None
    given: int
    writing: str | None


def find_take_over(session: Session, conversation_id: str) -> TakeOver | None:
    """Return what is known of this conversation; None when the assistant has it alone."""
    row = session.get(TakeOverRow, conversation_id)
    return _made(row) if row else None


def begin_live(session: Session, conversation_id: str, live_id: str) -> None:
    """Remember that a person was asked for."""
    end_take_over(session, conversation_id)
    session.add(TakeOverRow(conversation_id=conversation_id, live_id=live_id, given=0, writing=None))


def begin_writing(session: Session, conversation_id: str, kind: str) -> None:
    """Remember that what is typed next is a message for the desk."""
    end_take_over(session, conversation_id)
    session.add(TakeOverRow(conversation_id=conversation_id, live_id=None, given=0, writing=kind))


def end_take_over(session: Session, conversation_id: str) -> None:
    """The assistant has the conversation alone again."""
    session.execute(delete(TakeOverRow).where(TakeOverRow.conversation_id == conversation_id))
    session.flush()


def list_live(session: Session, channel: Channel) -> list[TakeOver]:
    """Return every conversation of a channel that has a live chat."""
    chosen = (
        select(TakeOverRow)
        .join(ConversationRow, ConversationRow.id == TakeOverRow.conversation_id)
        .where(ConversationRow.channel == channel, TakeOverRow.live_id.is_not(None), ~ConversationRow.closing)
    )
    return [_made(row) for row in session.scalars(chosen)]


def move_on(session: Session, known: TakeOver, sequence: int) -> bool:
    """Note how much was given; False when another process gave it already."""
    chosen = (
        update(TakeOverRow)
        .where(
            TakeOverRow.conversation_id == known.conversation_id,
            TakeOverRow.live_id == known.live_id,
            TakeOverRow.given < sequence,
        )
        .values(given=sequence)
        .returning(TakeOverRow.given)
    )
    return session.scalar(chosen) is not None


def _made(row: TakeOverRow) -> TakeOver:
    return TakeOver(row.conversation_id, row.live_id, row.given, row.writing)
