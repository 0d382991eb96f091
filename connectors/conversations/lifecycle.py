"""Beginning and end of a conversation in the store."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from connectors.conversations.errors import ConversationGoneError
from connectors.conversations.sealing import ConversationKeys, hash_token, is_id, same_token
from connectors.conversations.tables import AddressRow, ButtonRow, ConversationRow, MessageRow
from connectors.rasa_client import Channel

# An unknown id costs the same comparison as a known one.
NOBODY = hash_token("")


@dataclass(frozen=True)
class Conversation:
    """A conversation whose token was shown: what is needed to read and to write."""

    id: str
    channel: Channel
    keys: ConversationKeys


def minute_of(moment: datetime) -> int:
    """Return whole minutes since 1970 (UTC): the only time that is kept in plain."""
    return int(moment.timestamp() // 60)


def start_conversation(
    session: Session, *, conversation_id: str, token: str, channel: Channel, now: datetime
) -> Conversation:
    """Store a new conversation: the hash of its token and its public key, never the token."""
    keys = ConversationKeys.from_token(token)
    session.add(
        ConversationRow(
            id=conversation_id,
            channel=channel,
            token_hash=hash_token(token),
            public_key=keys.public,
            active_minute=minute_of(now),
        )
    )
    session.flush()
    return Conversation(id=conversation_id, channel=channel, keys=keys)


def find_conversation(
    session: Session, conversation_id: str, token: str, *, also_closing: bool = False
) -> Conversation:
    """Return the conversation of this id and token; raise `ConversationGoneError`."""
    row = session.get(ConversationRow, conversation_id) if is_id(conversation_id) else None
    known = same_token(token, row.token_hash if row else NOBODY)
    if row is None or not known or (row.closing and not also_closing):
        raise ConversationGoneError
    return Conversation(id=row.id, channel=row.channel, keys=ConversationKeys.from_token(token))


def close_conversation(session: Session, conversation_id: str, *, idle_before: int | None = None) -> bool:
    """Delete all content and keep the bare row until the bot's tracker is erased too.

    `idle_before` (minutes since 1970) closes only when there was no activity from that minute on.
    Return whether there was something to close; a row that is closing already counts.
    """
    chosen = update(ConversationRow).where(ConversationRow.id == conversation_id).values(closing=True)
    if idle_before is not None:
        chosen = chosen.where(ConversationRow.closing | (ConversationRow.active_minute < idle_before))
    if session.scalar(chosen.returning(ConversationRow.id)) is None:
        return False
    for table in (AddressRow, ButtonRow, MessageRow):
        session.execute(delete(table).where(table.conversation_id == conversation_id))
    return True


def remove_conversation(session: Session, conversation_id: str) -> None:
    """Delete the last trace of a conversation."""
    session.execute(delete(ConversationRow).where(ConversationRow.id == conversation_id))


def list_to_delete(session: Session, *, idle_before: int) -> list[str]:
    """Return the ids of idle conversations and of those whose deletion was not finished."""
    due = ConversationRow.closing | (ConversationRow.active_minute < idle_before)
    return list(session.scalars(select(ConversationRow.id).where(due)))
