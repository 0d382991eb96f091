"""The steps of a case: appended, never changed. By whom is a role and an account id, never a name."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.cases.workflow import Status, check_move
from desk.store.tables import CaseRow, HistoryRow


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `account_id` is `None` for the reporter's own step, and left out of what the reporter sees."""

    status: Status
    by_role: str
    account_id: str | None
    on: date


def begin_history(session: Session, row: CaseRow) -> None:
    """Write the first step, which the reporter takes by filing."""
    session.add(HistoryRow(case_id=row.id, sequence=1, status=row.status, by_role="reporter", on_day=row.filed_on))


def take_step(session: Session, row: CaseRow, after: Status, role: str, account_id: str, on: date) -> None:
    """Move the case and append the step; raise `MoveNotAllowedError`. The caller holds the case."""
    check_move(Status(row.status), after)
    last = session.scalar(select(func.max(HistoryRow.sequence)).where(HistoryRow.case_id == row.id)) or 0
    step = HistoryRow(case_id=row.id, sequence=last + 1, status=after, by_role=role, on_day=on)
    step.account_id = account_id
    session.add(step)
    row.status, row.last_activity_on = after, on


def read_history(session: Session, case_id: str) -> tuple[Step, ...]:
    """Return all steps, oldest first."""
    session.flush()
    chosen = select(HistoryRow).where(HistoryRow.case_id == case_id).order_by(HistoryRow.sequence)
    return tuple(Step(Status(row.status), row.by_role, row.account_id, row.on_day) for row in session.scalars(chosen))
