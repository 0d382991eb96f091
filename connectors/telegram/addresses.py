"""Where a counsellor's answer is pushed to: the sealed number of a chat, only while someone of the desk has it."""

from dataclasses import dataclass, field

from sqlalchemy import and_, delete, select
from sqlalchemy.orm import Session

from connectors.conversations.people.takeovers import find_take_over
from connectors.conversations.tables import AddressRow, ConversationRow, TakeOverRow


@dataclass(frozen=True)
class Address:
    """A chat that is, or was until now, with a person. `news`: something arrived that the chat was not given yet."""

    conversation_id: str
    sealed: bytes = field(repr=False)
    news: bool
    over: bool


def keep_address(session: Session, conversation_id: str, sealed: bytes) -> None:
    """Remember where to push to when the conversation was handed over; otherwise nothing is kept."""
    known = find_take_over(session, conversation_id)
    if known is not None and known.live_id is not None:
        session.merge(AddressRow(conversation_id=conversation_id, sealed=sealed))


def forget_address(session: Session, conversation_id: str) -> None:
    """Delete the address of a conversation."""
    session.execute(delete(AddressRow).where(AddressRow.conversation_id == conversation_id))


def list_addresses(session: Session) -> list[Address]:
    """Return every chat that has an address."""
    live = and_(TakeOverRow.conversation_id == AddressRow.conversation_id, TakeOverRow.live_id.is_not(None))
    chosen = (
        select(
            AddressRow.conversation_id,
            AddressRow.sealed,
            (ConversationRow.delivered < ConversationRow.last_arrival).label("news"),
            TakeOverRow.live_id.is_(None).label("over"),
        )
        .join(ConversationRow, ConversationRow.id == AddressRow.conversation_id)
        .outerjoin(TakeOverRow, live)
    )
    return [Address(row.conversation_id, row.sealed, row.news, row.over) for row in session.execute(chosen)]
