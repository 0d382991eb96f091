"""On its way to the user: what a counsellor says, and what changed. Kept sealed until the connector has it.

The key comes from the pepper, which connector and console share; a copy of the database alone does not open it.
"""

import json
from dataclasses import dataclass, field
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desk.store.live_tables import LiveOutgoingRow, LiveRow
from desk.vault.pepper import Pepper
from desk.vault.sealing import seal, unseal

KEY = "live-outgoing"


class News(StrEnum):
    """What the user hears. The connector has a Dutch sentence for each but the counsellor's own words."""

    SAID = "said"
    TAKEN = "taken"
    HANDED_ON = "handed_on"
    GIVEN_BACK = "given_back"
    ENDED = "ended"
    CLOSED = "closed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One thing for the user; `text` is empty for everything but `SAID`. Sequences count up within a live chat."""

    sequence: int
    news: News
    text: str = field(default="", repr=False)


def add_outgoing(session: Session, pepper: Pepper, row: LiveRow, news: News, text: str = "") -> None:
    """Put something in the outbox; the caller holds the row."""
    row.outgoing += 1
    content = json.dumps({"news": news, "text": text}).encode()
    sealed = seal(pepper.subkey(KEY), content, _context(row.id, row.outgoing))
    session.add(LiveOutgoingRow(live_id=row.id, sequence=row.outgoing, sealed=sealed))


def read_outgoing(session: Session, pepper: Pepper, live_id: str) -> tuple[Outgoing, ...]:
    """Open what waits for the user, oldest first; raise `TamperedError`."""
    chosen = select(LiveOutgoingRow).where(LiveOutgoingRow.live_id == live_id).order_by(LiveOutgoingRow.sequence)
    return tuple(_opened(pepper, row) for row in session.scalars(chosen))


def drop_outgoing(session: Session, live_id: str, up_to: int) -> None:
    """Delete what the user has."""
    session.execute(
        delete(LiveOutgoingRow).where(LiveOutgoingRow.live_id == live_id, LiveOutgoingRow.sequence <= up_to)
    )


def _opened(pepper: Pepper, row: LiveOutgoingRow) -> Outgoing:
    said = json.loads(unseal(pepper.subkey(KEY), row.sealed, _context(row.live_id, row.sequence)))
    return Outgoing(row.sequence, News(said["news"]), said["text"])


def _context(live_id: str, sequence: int) -> str:
    return f"live-out:{live_id}:{sequence}"
