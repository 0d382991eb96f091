"""Answering a reporter as one step: the message, the status, the owner, the draft that is no longer needed."""

from sqlalchemy import func, select

from desk.accounts.unlocking import Unlocked
from desk.cases.access import opened
from desk.cases.history import take_step
from desk.cases.messages import Author, add_message, checked_text
from desk.cases.work import drop_draft, take, work_row
from desk.cases.workflow import MOVES, Status
from desk.clock import day_of
from desk.desk import Desk
from desk.errors import CaseMovedOnError
from desk.store.tables import MessageRow


def answer(desk: Desk, reader: Unlocked, case_id: str, text: str, after: int) -> None:
    """Answer the reporter, who sees it with the receipt; the case is then in conversation, and the answerer's.

    `after` is the number of the last message the answerer saw: when there is a newer one, or the answer was sent
    twice, nothing is sent. Raise `CaseMovedOnError`, `EmptyTextError`, `TextTooLongError`.
    """
    checked, on = checked_text(text), day_of(desk.clock())
    with opened(desk, reader, case_id, "case_answered") as case:
        last = case.session.scalar(select(func.max(MessageRow.sequence)).where(MessageRow.case_id == case_id)) or 0
        if last != after:
            raise CaseMovedOnError
        add_message(case.session, case.row, case.key, Author.COUNSELLOR, checked, on, reader.account_id)
        if Status.IN_CONVERSATION in MOVES[Status(case.row.status)]:
            take_step(case.session, case.row, Status.IN_CONVERSATION, reader.role, reader.account_id, on)
        drop_draft(case, reader.account_id)
        if work_row(case).owner_id is None:
            take(case, reader.account_id)
