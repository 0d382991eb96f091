"""Who waits for a person, and who talks with whom: what the desk sees without opening anything."""

from dataclasses import dataclass

from sqlalchemy import select

from desk.clock import minute_of
from desk.desk import Desk
from desk.live.levels import URGENCY, Level
from desk.live.machine import OPEN, Owner
from desk.store.live_tables import LiveRow, LiveWrapRow


@dataclass(frozen=True, slots=True)
class LiveSummary:
    """One open live chat. Times in whole minutes ago; `unseen` says that the user wrote since the holder looked."""

    id: str
    owner: Owner
    holder: str | None
    wanted: str | None
    level: Level | None
    waiting_minutes: int
    user_minutes: int
    unseen: bool


def open_chats(desk: Desk, account_id: str) -> tuple[LiveSummary, ...]:
    """Return all open live chats that this account has a key to: most urgent first, then longest waiting."""
    now = minute_of(desk.clock())
    chosen = (
        select(LiveRow)
        .join(LiveWrapRow, LiveWrapRow.live_id == LiveRow.id)
        .where(LiveWrapRow.account_id == account_id, LiveRow.owner.in_(OPEN))
        .order_by(LiveRow.asked_at, LiveRow.id)
    )
    with desk.store.reading() as session:
        found = [_summary(row, now) for row in session.scalars(chosen)]
    return tuple(sorted(found, key=_urgency))


def _summary(row: LiveRow, now: int) -> LiveSummary:
    return LiveSummary(
        id=row.id,
        owner=Owner(row.owner),
        holder=row.counsellor_id,
        wanted=row.wanted_id,
        level=Level(row.level) if row.level else None,
        waiting_minutes=now - row.asked_at,
        user_minutes=now - row.user_at,
        unseen=row.seen < row.lines,
    )


def _urgency(chat: LiveSummary) -> int:
    return URGENCY[chat.level] if chat.level else len(URGENCY)
