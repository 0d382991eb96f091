"""Deleting a case: first its keys, in a transaction of their own, then the rest, then what the database keeps."""

from dataclasses import dataclass, field

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desk.audit import append_audit
from desk.cases.sealed import sealed_rows
from desk.desk import Desk
from desk.errors import CaseGoneError
from desk.store.tables import CaseRow, HistoryRow, MessageRow, ReceiptRow, WrapRow
from desk.store.work_tables import AnswerDraftRow, CaseWorkRow, NoteRow

PIECE = 48
BELONGS = (MessageRow, HistoryRow, CaseWorkRow, NoteRow, AnswerDraftRow)


@dataclass(frozen=True, slots=True)
class Traces:
    """What to search for afterwards: the id, the look-up hash, and pieces of all that was sealed."""

    case_id: str
    lookup: bytes | None = field(repr=False)
    pieces: tuple[bytes, ...] = field(repr=False)


def delete_case(desk: Desk, case_id: str, actor: str) -> Traces:
    """Make a case unreadable, then remove it. When the second half fails, the first has already been kept.

    Raise `CaseGoneError`, `DeskUnavailableError`. `desk.store.wipe()` afterwards clears what the database keeps.
    """
    with desk.store.writing() as session:
        if session.get(CaseRow, case_id, with_for_update=True) is None:
            raise CaseGoneError
        traces = _traces(session, case_id)
        session.execute(delete(WrapRow).where(WrapRow.case_id == case_id))
        session.execute(delete(ReceiptRow).where(ReceiptRow.case_id == case_id))
        append_audit(session, desk.pepper, desk.clock(), actor, "case_keys_destroyed", case_id)
    with desk.store.writing() as session:
        for table in BELONGS:
            session.execute(delete(table).where(table.case_id == case_id))
        session.execute(delete(CaseRow).where(CaseRow.id == case_id))
        append_audit(session, desk.pepper, desk.clock(), actor, "case_deleted", case_id)
    return traces


def _traces(session: Session, case_id: str) -> Traces:
    receipt = session.scalar(select(ReceiptRow).where(ReceiptRow.case_id == case_id))
    wraps = session.scalars(select(WrapRow.wrapped_key).where(WrapRow.case_id == case_id))
    sealed = [
        *session.scalars(select(CaseRow.sealed).where(CaseRow.id == case_id)),
        *(row.sealed for row in sealed_rows(session, case_id)),
        *wraps,
        *([receipt.wrapped_key, receipt.lookup] if receipt else []),
    ]
    pieces = tuple(piece for blob in sealed for piece in (blob[:PIECE], blob[-PIECE:]))
    return Traces(case_id, receipt.lookup if receipt else None, pieces)
