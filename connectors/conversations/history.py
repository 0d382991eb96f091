"""Writing the sealed messages of one conversation."""

import secrets
from datetime import datetime

from pydantic import BaseModel
from sqlalchemy import update
from sqlalchemy.orm import Session

from connectors.conversations.buttons import offer_buttons
from connectors.conversations.errors import ConversationGoneError
from connectors.conversations.lifecycle import minute_of
from connectors.conversations.message import Draft, Message
from connectors.conversations.sealing import ConversationKeys, seal
from connectors.conversations.tables import ConversationRow, MessageRow
from connectors.conversations.texts import NOT_KEPT

SEQUENCE_DIGITS = 8
HIDDEN_RECEIPT = "•••• •••• •••• ••••"


class Kept(BaseModel):
    """What is sealed: the message, and whether it arrived by itself (a counsellor's reply)."""

    message: Message
    arrived: bool


def append_messages(session: Session, conversation_id: str, drafts: list[Draft], now: datetime) -> list[Message]:
    """Seal the drafts and add them in order; return them as clients see them.

    Any process may do this: only the public key is needed. Raise `ConversationGoneError`.
    """
    first, public_key = _reserve(session, conversation_id, len(drafts), now)
    made = []
    for sequence, draft in enumerate(drafts, start=first):
        message = Message(
            id=f"{sequence:0{SEQUENCE_DIGITS}x}{secrets.token_hex(4)}",
            buttons=offer_buttons(session, conversation_id, public_key, draft.buttons),
            at=now.replace(microsecond=0),
            **draft.model_dump(exclude={"buttons", "arrives_by_itself", "keep", "told_as"}),
        )
        shown_again = _without_words(message) if draft.keep == "nothing" else _without_receipt(message)
        kept = Kept(message=shown_again, arrived=draft.arrives_by_itself)
        session.add(
            MessageRow(
                id=message.id,
                conversation_id=conversation_id,
                sequence=sequence,
                sealed=seal(public_key, kept.model_dump_json(by_alias=True).encode()),
            )
        )
        made.append(message)
    return made


def open_message(keys: ConversationKeys, sealed: bytes) -> Kept:
    """Open one sealed row."""
    return Kept.model_validate_json(keys.open(sealed))


def sequence_of(message_id: str | None) -> int:
    """Read the sequence from an id; 0 (before all messages) when it is none of ours."""
    try:
        return int((message_id or "")[:SEQUENCE_DIGITS], 16)
    except ValueError:
        return 0


def _reserve(session: Session, conversation_id: str, count: int, now: datetime) -> tuple[int, bytes]:
    """Take `count` sequence numbers and note the activity, in one statement that also locks the row."""
    row = session.execute(
        update(ConversationRow)
        .where(ConversationRow.id == conversation_id, ~ConversationRow.closing)
        .values(last_sequence=ConversationRow.last_sequence + count, active_minute=minute_of(now))
        .returning(ConversationRow.last_sequence, ConversationRow.public_key)
    ).one_or_none()
    if row is None:
        raise ConversationGoneError
    return row.last_sequence - count + 1, row.public_key


def _without_receipt(message: Message) -> Message:
    """Return the message as a reload may show it: a receipt is shown once."""
    if message.receipt is None:
        return message
    text = message.text.replace(message.receipt, HIDDEN_RECEIPT)
    return message.model_copy(update={"receipt": None, "text": text})


def _without_words(message: Message) -> Message:
    """Return the message as a reload may show it when its words belong in a report only."""
    return message.model_copy(update={"text": NOT_KEPT[message.sender]})
