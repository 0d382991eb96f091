"""What a page can follow. A watch is the state of something as one person may see it; a page hears when it changes.

States are compared, never counted off: whoever lost the connection, or comes back after a restart, hears of any
difference with what was last seen, so nothing is missed. One more thing to follow is one more entry in `WATCHES`.
"""

from collections.abc import Callable
from hashlib import blake2b

from sqlalchemy import func, select

from desk.cases.colleagues import has_key
from desk.console.deps import Visitor
from desk.console.house import ConsoleHouse
from desk.console.queues import queues_for
from desk.errors import NotAReaderError
from desk.store.live_tables import LiveRow, LiveWrapRow
from desk.store.tables import CaseRow, MessageRow, WrapRow
from desk.store.work_tables import CaseWorkRow, NoteRow

# Takes the id of the thing, empty when there is only one; returns something whose `repr` tells states apart.
Watch = Callable[[ConsoleHouse, Visitor, str], object]


def inbox_state(house: ConsoleHouse, visitor: Visitor, _thing: str) -> object:
    """Return every line of every queue of this role."""
    return [tuple(queue.items(house.desk, visitor.unlocked)) for queue in queues_for(visitor.role)]


def case_state(house: ConsoleHouse, visitor: Visitor, case_id: str) -> object:
    """Return what colleagues and the reporter can change; raise `NotAReaderError`."""
    if not has_key(house.desk, visitor.account_id, case_id):
        raise NotAReaderError
    with house.desk.store.reading() as session:
        row, work = session.get(CaseRow, case_id), session.get(CaseWorkRow, case_id)
        counts = [
            session.scalar(select(func.count()).where(table.case_id == case_id))
            for table in (MessageRow, NoteRow, WrapRow)
        ]
    return (row and row.status, work and work.owner_id, work and work.sealed, counts)


def live_state(house: ConsoleHouse, visitor: Visitor, live_id: str) -> object:
    """Return who holds a live chat and how much was said; nothing of one that is over or has no key for this reader."""
    chosen = (
        select(LiveRow.owner, LiveRow.counsellor_id, LiveRow.level, LiveRow.lines)
        .join(LiveWrapRow, LiveWrapRow.live_id == LiveRow.id)
        .where(LiveRow.id == live_id, LiveWrapRow.account_id == visitor.account_id)
    )
    with house.desk.store.reading() as session:
        row = session.execute(chosen).one_or_none()
    return tuple(row) if row else None


WATCHES: dict[str, Watch] = {"inbox": inbox_state, "case": case_state, "live": live_state}


def state_id(house: ConsoleHouse, visitor: Visitor, what: str, thing: str = "") -> str:
    """Return a short id of a state; it says nothing about what the state is."""
    state = repr(WATCHES[what](house, visitor, thing))
    return blake2b(state.encode(), digest_size=12, key=visitor.csrf.encode()[:64]).hexdigest()
