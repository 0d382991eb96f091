"""Taking a step: one UPDATE decides who wins, so two who press at once never both own a conversation."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from desk.clock import minute_of
from desk.desk import Desk
from desk.errors import LiveTakenError, NotYourLiveError
from desk.live.machine import MOVES, OPEN, Event, Owner
from desk.live.outbox import News, add_outgoing
from desk.statistics.counts import add_counts, wait_keys
from desk.store.live_tables import LiveLineRow, LiveRow, LiveWrapRow

NEWS: dict[Event, News] = {
    Event.CLAIM: News.TAKEN,
    Event.HAND_ON: News.HANDED_ON,
    Event.LET_GO: News.HANDED_ON,
    Event.GIVE_BACK: News.GIVEN_BACK,
    Event.END: News.ENDED,
    Event.DESK_CLOSES: News.CLOSED,
    Event.EXPIRE: News.EXPIRED,
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step someone takes. `holder`: only when this account holds it; `to`: who holds it after a claim."""

    event: Event
    holder: str | None = None
    to: str | None = None
    wanted: str | None = None


def take_step(session: Session, desk: Desk, live_id: str, step: Step) -> LiveRow:
    """Change the owner and tell the user; whatever ends the live chat destroys its content in the same transaction.

    Raise `LiveTakenError` (the table has no such step from where it is now), `NotYourLiveError` (another holds it).
    """
    move, now = MOVES[step.event], minute_of(desk.clock())
    chosen = update(LiveRow).where(LiveRow.id == live_id, LiveRow.owner.in_(move.before))
    if step.holder is not None:
        chosen = chosen.where(LiveRow.counsellor_id == step.holder)
    values: dict[str, object] = {"owner": move.after, "counsellor_id": step.to, "wanted_id": step.wanted}
    values |= {"desk_at": now} if move.after in OPEN else {"over_at": now}
    if session.scalar(chosen.values(**values).returning(LiveRow.id)) is None:
        raise _refusal(session, live_id, step)
    row = held(session, live_id)
    row.alerted = row.alerted and move.after != Owner.WAITING
    if move.after not in OPEN:
        _destroy(session, live_id)
    _count_wait(session, desk, row, step.event)
    if step.event in NEWS:
        add_outgoing(session, desk.pepper, row, NEWS[step.event])
    return row


def _count_wait(session: Session, desk: Desk, row: LiveRow, event: Event) -> None:
    """Count for the figures how long the user waited, or that nobody came. Only a first claim finds an empty outbox."""
    came, over = event is Event.CLAIM, row.owner not in OPEN
    if row.outgoing == 0 and (came or over):
        now = desk.clock()
        seconds = (minute_of(now) - row.asked_at) * 60.0 if came else None
        add_counts(session, Counter(wait_keys(seconds, now)), now)


def held(session: Session, live_id: str) -> LiveRow:
    """Return the row, held until the transaction ends and read anew; raise `LiveTakenError` when there is none."""
    chosen = select(LiveRow).where(LiveRow.id == live_id).with_for_update()
    row = session.scalar(chosen.execution_options(populate_existing=True))
    if row is None:
        raise LiveTakenError
    return row


def _destroy(session: Session, live_id: str) -> None:
    for table in (LiveWrapRow, LiveLineRow):
        session.execute(delete(table).where(table.live_id == live_id))


def _refusal(session: Session, live_id: str, step: Step) -> LiveTakenError | NotYourLiveError:
    row = session.get(LiveRow, live_id)
    if row is not None and row.owner in MOVES[step.event].before and row.counsellor_id != step.holder:
        return NotYourLiveError()
    return LiveTakenError()
