"""What the clock does to live chats: closing time, silence, a holder who is gone, and the end of what is over."""

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from desk.clock import minute_of
from desk.desk import Desk
from desk.errors import LiveTakenError
from desk.live.machine import OPEN, Event, Owner
from desk.live.moving import Step, take_step
from desk.store.live_tables import LiveOutgoingRow, LiveRow
from desk.store.tables import AccountRow

# Minutes. A user who left a tab open loses a waiting answer only after this; the conversation itself lives on.
SILENCE = 60
# A holder who does not answer this long loses the chat to whoever is there.
HOLDER_SILENT = 10
# What is over and never fetched by its connector.
OVER = 30


def tend(desk: Desk) -> int:
    """Take every step that is due; return how many live chats changed or went."""
    due = _due(desk)
    changed = sum(_take(desk, live_id, event) for live_id, event in due.items())
    return changed + _remove(desk)


def _due(desk: Desk) -> dict[str, Event]:
    """Which step is due for which live chat; silence outranks the others."""
    now = minute_of(desk.clock())
    latest = func.max if desk.store.is_sqlite else func.greatest
    quiet = latest(LiveRow.user_at, LiveRow.desk_at) <= now - SILENCE
    silent = (LiveRow.desk_at <= now - HOLDER_SILENT) & (LiveRow.user_at >= LiveRow.desk_at)
    unheard = silent & (LiveRow.seen < LiveRow.lines)
    gone = LiveRow.counsellor_id.in_(select(AccountRow.id).where(~AccountRow.active))
    with desk.store.reading() as session:
        due = dict.fromkeys(_ids(session, (LiveRow.owner == Owner.COUNSELLOR) & or_(unheard, gone)), Event.LET_GO)
        if not desk.hours.include(desk.clock()):
            due |= dict.fromkeys(_ids(session, LiveRow.owner == Owner.WAITING), Event.DESK_CLOSES)
        return due | dict.fromkeys(_ids(session, LiveRow.owner.in_(OPEN) & quiet), Event.EXPIRE)


def _take(desk: Desk, live_id: str, event: Event) -> bool:
    try:
        with desk.store.writing() as session:
            take_step(session, desk, live_id, Step(event))
    except LiveTakenError:
        # Someone was faster.
        return False
    return True


def _remove(desk: Desk) -> int:
    """Delete what is over: at once when the user has heard everything, else after half an hour."""
    old = LiveRow.over_at <= minute_of(desk.clock()) - OVER
    heard = ~select(LiveOutgoingRow.live_id).where(LiveOutgoingRow.live_id == LiveRow.id).exists()
    with desk.store.writing() as session:
        over = _ids(session, LiveRow.owner.not_in(OPEN) & or_(old, heard))
        session.execute(delete(LiveOutgoingRow).where(LiveOutgoingRow.live_id.in_(over)))
        session.execute(delete(LiveRow).where(LiveRow.id.in_(over)))
    if over:
        desk.store.wipe_soon()
    return len(over)


def _ids(session: Session, condition: object) -> list[str]:
    return list(session.scalars(select(LiveRow.id).where(condition)))  # type: ignore[arg-type]
