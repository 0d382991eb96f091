"""Messages between reporter and desk, sealed with the key of their case: all its readers and the reporter have it.

Whoever lacks that key can neither read a message nor make one, so a changed database cannot speak for the desk.
"""

import json
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.errors import EmptyTextError, TamperedError, TextTooLongError
from desk.store.tables import CaseRow, MessageRow
from desk.vault.sealing import seal, unseal

LONGEST = 4000


class Author(StrEnum):
    """Which side wrote it."""

    REPORTER = "reporter"
    COUNSELLOR = "counsellor"


@dataclass(frozen=True, slots=True)
class Message:
    """One opened message; `account_id` (of a counsellor) is left out of what the reporter sees."""

    sequence: int
    author: Author
    on: date
    text: str = field(repr=False)
    account_id: str | None


def checked_text(text: str) -> str:
    """Return the text without white space around it; raise `EmptyTextError`, `TextTooLongError` (over 4000)."""
    stripped = text.strip()
    if not stripped:
        raise EmptyTextError
    if len(stripped) > LONGEST:
        raise TextTooLongError
    return stripped


def add_message(
    session: Session, row: CaseRow, key: bytes, author: Author, text: str, on: date, account_id: str | None = None
) -> None:
    """Seal a message and append it. The caller holds the case, so numbers cannot clash."""
    last = session.scalar(select(func.max(MessageRow.sequence)).where(MessageRow.case_id == row.id)) or 0
    content = json.dumps({"text": text, "by": account_id}).encode()
    message = MessageRow(case_id=row.id, sequence=last + 1, author=author, on_day=on)
    message.sealed = seal(key, content, message_context(message))
    session.add(message)
    row.last_activity_on = on


def read_messages(session: Session, case_id: str, key: bytes) -> tuple[Message, ...]:
    """Return all messages, oldest first; raise `TamperedError`."""
    return tuple(_opened(row, key) for row in message_rows(session, case_id))


def message_rows(session: Session, case_id: str) -> list[MessageRow]:
    """Return the sealed messages, oldest first."""
    chosen = select(MessageRow).where(MessageRow.case_id == case_id).order_by(MessageRow.sequence)
    return list(session.scalars(chosen))


def message_context(row: MessageRow) -> str:
    """Bind a message to its case, place, side and day."""
    return f"message:{row.case_id}:{row.sequence}:{row.author}:{row.on_day.isoformat()}"


def _opened(row: MessageRow, key: bytes) -> Message:
    content = json.loads(unseal(key, row.sealed, message_context(row)))
    if not isinstance(content.get("text"), str):
        raise TamperedError
    return Message(row.sequence, Author(row.author), row.on_day, content["text"], content.get("by"))
