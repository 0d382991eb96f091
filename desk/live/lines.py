"""What is said in a live chat: sealed to the chat's own key, so that only who claimed it can read it.

Each line has a content key of its own, sealed to the chat's public key; its place is authenticated with it.
"""

import json
from dataclasses import dataclass, field
from enum import StrEnum

from nacl.public import PrivateKey
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.errors import TamperedError
from desk.store.live_tables import LiveLineRow, LiveRow
from desk.vault.sealing import WRAP_BYTES, new_key, seal, unseal, unwrap_key, wrap_key


class Speaker(StrEnum):
    """Who said a line."""

    USER = "user"
    ASSISTANT = "assistant"
    COUNSELLOR = "counsellor"


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `at` is ISO 8601 to the second with offset."""

    speaker: Speaker
    text: str = field(repr=False)
    at: str
    crisis: bool = False


def add_line(session: Session, row: LiveRow, line: Line) -> None:
    """Seal a line and append it; the caller holds the row. Raise `TooLargeError`."""
    row.lines += 1
    content = json.dumps({"by": line.speaker, "text": line.text, "at": line.at, "crisis": line.crisis}).encode()
    session.add(LiveLineRow(live_id=row.id, sequence=row.lines, sealed=_seal(row, row.lines, content)))


def read_lines(session: Session, row: LiveRow, private: PrivateKey) -> tuple[Line, ...]:
    """Open all lines, oldest first; raise `TamperedError`, `WrongKeyError`."""
    chosen = select(LiveLineRow).where(LiveLineRow.live_id == row.id).order_by(LiveLineRow.sequence)
    return tuple(_opened(line, private) for line in session.scalars(chosen))


def _seal(row: LiveRow, sequence: int, content: bytes) -> bytes:
    key = new_key()
    return wrap_key(key, row.public_key) + seal(key, content, _context(row.id, sequence))


def _opened(row: LiveLineRow, private: PrivateKey) -> Line:
    key = unwrap_key(row.sealed[:WRAP_BYTES], private)
    said = json.loads(unseal(key, row.sealed[WRAP_BYTES:], _context(row.live_id, row.sequence)))
    try:
        return Line(Speaker(said["by"]), said["text"], said["at"], said["crisis"])
    except (KeyError, TypeError, ValueError):
        raise TamperedError from None


def _context(live_id: str, sequence: int) -> str:
    return f"live-line:{live_id}:{sequence}"
