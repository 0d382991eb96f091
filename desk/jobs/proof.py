"""Proof of deletion: search for what was deleted, by id in every table and by its bytes in the database files."""

import mmap
from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.cases.deletion import Traces
from desk.desk import Desk
from desk.errors import DeletionFailedError
from desk.store.tables import CaseRow, HistoryRow, MessageRow, ReceiptRow, WrapRow
from desk.store.work_tables import AnswerDraftRow, CaseWorkRow, NoteRow

TABLES = (MessageRow, HistoryRow, ReceiptRow, WrapRow, CaseWorkRow, NoteRow, AnswerDraftRow)


def prove_gone(desk: Desk, deleted: Iterable[Traces]) -> None:
    """Raise `DeletionFailedError` when anything of these cases is left. The audit log keeps their bare ids.

    On PostgreSQL only the tables are searched: its files belong to another process.
    """
    everything = list(deleted)
    with desk.store.reading() as session:
        if any(_rows_left(session, traces) for traces in everything):
            raise DeletionFailedError("rows")
    pieces = [piece for traces in everything for piece in traces.pieces]
    if any(_in_file(path, pieces) for path in desk.store.files):
        raise DeletionFailedError("bytes")


def _rows_left(session: Session, traces: Traces) -> int:
    counts = [select(func.count()).where(table.case_id == traces.case_id) for table in TABLES]
    counts.append(select(func.count()).where(CaseRow.id == traces.case_id))
    counts.append(select(func.count()).where(ReceiptRow.lookup == (traces.lookup or b"")))
    return sum(session.scalar(count) or 0 for count in counts)


def _in_file(path: Path, pieces: list[bytes]) -> bool:
    if path.stat().st_size == 0:
        return False
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return any(content.find(piece) >= 0 for piece in pieces)
