"""Deletes cases 90 days after their last activity, keys first, and proves it. One failure does not stop the rest."""

from datetime import timedelta

from sqlalchemy import or_, select

from desk.audit import SYSTEM
from desk.cases.deletion import Traces, delete_case
from desk.clock import day_of
from desk.desk import Desk
from desk.errors import CaseGoneError, DeskError
from desk.jobs.outcome import Outcome
from desk.jobs.proof import prove_gone
from desk.store.tables import CaseRow, ReceiptRow

JOB = "retention"


def delete_old_cases(desk: Desk) -> Outcome:
    """Delete what is due, then search for it; every error is in the outcome by name."""
    deleted: list[Traces] = []
    failures: list[str] = []
    try:
        for case_id in due_cases(desk):
            _delete(desk, case_id, deleted, failures)
        desk.store.rewrite()
        prove_gone(desk, deleted)
    except DeskError as error:
        failures.append(type(error).__name__)
    return Outcome(JOB, len(deleted), tuple(failures))


def due_cases(desk: Desk) -> list[str]:
    """Return the ids of cases that are over, and of those whose deletion stopped after the keys."""
    last_day = day_of(desk.clock()) - timedelta(days=desk.retention_days)
    keyless = ~select(ReceiptRow.case_id).where(ReceiptRow.case_id == CaseRow.id).exists()
    with desk.store.reading() as session:
        chosen = select(CaseRow.id).where(or_(CaseRow.last_activity_on <= last_day, keyless))
        return list(session.scalars(chosen))


def _delete(desk: Desk, case_id: str, deleted: list[Traces], failures: list[str]) -> None:
    try:
        deleted.append(delete_case(desk, case_id, SYSTEM))
    except CaseGoneError:
        # Its reporter was faster.
        return
    except DeskError as error:
        failures.append(type(error).__name__)
