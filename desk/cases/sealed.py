"""Everything of a case that stands under its key, but for the document itself: for a new key, and for deletion."""

from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.cases.messages import message_context, message_rows
from desk.store.tables import MessageRow
from desk.store.work_tables import AnswerDraftRow, CaseWorkRow, NoteRow
from desk.vault.sealing import seal, unseal


@dataclass(frozen=True, slots=True)
class SealedPart:
    """One row of a case with something sealed in it, and the context it is bound to."""

    row: MessageRow | NoteRow | AnswerDraftRow | CaseWorkRow = field(repr=False)
    context: str

    @property
    def sealed(self) -> bytes:
        """What stands there."""
        return self.row.sealed or b""

    def reseal(self, old: bytes, fresh: bytes) -> None:
        """Open with the old key and seal with the new one; raise `TamperedError`."""
        self.row.sealed = seal(fresh, unseal(old, self.sealed, self.context), self.context)


def sealed_rows(session: Session, case_id: str) -> list[SealedPart]:
    """Return all parts: messages, notes, drafts, labels."""
    work = session.get(CaseWorkRow, case_id)
    return [
        *(SealedPart(row, message_context(row)) for row in message_rows(session, case_id)),
        *(SealedPart(row, note_context(row)) for row in note_rows(session, case_id)),
        *(SealedPart(row, draft_context(row)) for row in _drafts(session, case_id)),
        *([SealedPart(work, labels_context(case_id))] if work is not None and work.sealed else []),
    ]


def note_rows(session: Session, case_id: str) -> list[NoteRow]:
    """Return the sealed notes, oldest first."""
    return list(session.scalars(select(NoteRow).where(NoteRow.case_id == case_id).order_by(NoteRow.sequence)))


def note_context(row: NoteRow) -> str:
    """Bind a note to its case, place and day."""
    return f"note:{row.case_id}:{row.sequence}:{row.on_day.isoformat()}"


def draft_context(row: AnswerDraftRow) -> str:
    """Bind a draft to its case and writer."""
    return f"draft:{row.case_id}:{row.account_id}"


def labels_context(case_id: str) -> str:
    """Bind labels to their case."""
    return f"labels:{case_id}"


def _drafts(session: Session, case_id: str) -> list[AnswerDraftRow]:
    return list(session.scalars(select(AnswerDraftRow).where(AnswerDraftRow.case_id == case_id)))
