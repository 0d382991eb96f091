"""What live chats add to the figures: that somebody asked for a person, and how long the first one took to come."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.live.machine import MOVES, OPEN, Event, Owner
from desk.statistics.counts import Counted, add_counts, keys_of, wait_keys
from desk.store.live_tables import LiveRow


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody for whom no one came yet; `since` is the minute of asking."""

    since: int


def count_asked(session: Session, now: datetime) -> None:
    """Count that somebody asked for a person and one could come."""
    add_counts(session, Counter(keys_of(Counted.HANDED_OVER, now)), now)


def first_wait(session: Session, live_id: str) -> Waiting | None:
    """Return who still waits for the first person; asked before a step. The desk did nothing since the asking."""
    chosen = select(LiveRow.owner, LiveRow.asked_at, LiveRow.desk_at).where(LiveRow.id == live_id)
    found = session.execute(chosen).one_or_none()
    if found is None or found.owner != Owner.WAITING or found.desk_at != found.asked_at:
        return None
    return Waiting(found.asked_at)


def count_wait(session: Session, waiting: Waiting | None, event: Event, now: datetime) -> None:
    """Count the wait that this step ended, if it did: somebody came, or the user went away before."""
    if waiting is None or (event is not Event.CLAIM and MOVES[event].after in OPEN):
        return
    seconds = now.timestamp() - waiting.since * 60 if event is Event.CLAIM else None
    add_counts(session, Counter(wait_keys(seconds, now)), now)
