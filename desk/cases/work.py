"""The desk's own side of a case: whose it is, notes, labels, drafts. The reporter sees none of it."""

import json
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select

from desk.accounts.unlocking import Unlocked
from desk.cases.access import Opened, opened
from desk.cases.messages import checked_text
from desk.cases.sealed import draft_context, labels_context, note_context, note_rows
from desk.clock import day_of
from desk.desk import Desk
from desk.errors import AlreadyClaimedError, NotAReaderError, NotTheOwnerError, UnknownLabelError
from desk.store.tables import AccountRow, WrapRow
from desk.store.work_tables import AnswerDraftRow, CaseWorkRow, LabelRow, NoteRow
from desk.vault.sealing import seal, unseal


@dataclass(frozen=True, slots=True)
class Note:
    """One opened note, by whom and on which day."""

    text: str = field(repr=False)
    account_id: str
    on: date


@dataclass(frozen=True, slots=True)
class CaseWork:
    """What the desk keeps beside a case. `labels` are label ids, `draft` is the reader's own unfinished answer."""

    owner_id: str | None
    labels: tuple[str, ...]
    notes: tuple[Note, ...] = field(repr=False)
    draft: str = field(repr=False)


def read_work(case: Opened, account_id: str) -> CaseWork:
    """Open it all for one reader; raise `TamperedError`."""
    row = case.session.get(CaseWorkRow, case.row.id)
    return CaseWork(
        owner_id=row.owner_id if row else None,
        labels=labels_in(row, case.key),
        notes=tuple(_note(note, case.key) for note in note_rows(case.session, case.row.id)),
        draft=_draft(case, account_id),
    )


def claim(desk: Desk, reader: Unlocked, case_id: str) -> None:
    """Take a case that is nobody's. Of two who press at once, one gets `AlreadyClaimedError`."""
    with opened(desk, reader, case_id, "case_claimed") as case:
        take(case, reader.account_id)


def take(case: Opened, account_id: str) -> None:
    """Make somebody the owner of a case that is held; raise `AlreadyClaimedError` when a colleague is."""
    row = work_row(case)
    if row.owner_id not in {None, account_id}:
        raise AlreadyClaimedError
    row.owner_id = account_id


def release(desk: Desk, reader: Unlocked, case_id: str) -> None:
    """Give a case back to the queue; raise `NotTheOwnerError`."""
    with opened(desk, reader, case_id, "case_released") as case:
        row = work_row(case)
        if row.owner_id != reader.account_id:
            raise NotTheOwnerError
        row.owner_id = None


def hand_on(desk: Desk, reader: Unlocked, case_id: str, account_id: str, note: str) -> None:
    """Make a colleague who has a key the owner, with a note why. Raise `NotAReaderError`, `EmptyTextError`."""
    checked = checked_text(note)
    with opened(desk, reader, case_id, f"handed_on:{account_id}") as case:
        colleague = case.session.get(AccountRow, account_id)
        wrapped = case.session.get(WrapRow, (case_id, account_id))
        if colleague is None or not colleague.active or wrapped is None:
            raise NotAReaderError
        work_row(case).owner_id = account_id
        _add_note(case, reader.account_id, checked, day_of(desk.clock()))


def add_note(desk: Desk, reader: Unlocked, case_id: str, text: str) -> None:
    """Keep a note for colleagues with a key. Raise `EmptyTextError`, `TextTooLongError`."""
    checked = checked_text(text)
    with opened(desk, reader, case_id, "note_added") as case:
        _add_note(case, reader.account_id, checked, day_of(desk.clock()))


def set_labels(desk: Desk, reader: Unlocked, case_id: str, labels: set[str]) -> None:
    """Give a case exactly these labels; raise `UnknownLabelError`."""
    with opened(desk, reader, case_id, "labels_set") as case:
        known = set(case.session.scalars(select(LabelRow.id)))
        if not labels <= known:
            raise UnknownLabelError
        content = json.dumps(sorted(labels)).encode()
        work_row(case).sealed = seal(case.key, content, labels_context(case_id)) if labels else None


def save_draft(desk: Desk, reader: Unlocked, case_id: str, text: str) -> None:
    """Keep an unfinished answer, or forget it when the text is empty. Raise `TextTooLongError`."""
    checked = checked_text(text) if text.strip() else ""
    with opened(desk, reader, case_id, "draft_kept") as case:
        drop_draft(case, reader.account_id)
        if checked:
            row = AnswerDraftRow(case_id=case_id, account_id=reader.account_id)
            row.sealed = seal(case.key, checked.encode(), draft_context(row))
            case.session.add(row)


def drop_draft(case: Opened, account_id: str) -> None:
    """Forget somebody's unfinished answer."""
    row = case.session.get(AnswerDraftRow, (case.row.id, account_id))
    if row is not None:
        case.session.delete(row)
        case.session.flush()


def leave(case: Opened, account_id: str) -> None:
    """Take a reader who is shut out off the case's work."""
    drop_draft(case, account_id)
    row = case.session.get(CaseWorkRow, case.row.id)
    if row is not None and row.owner_id == account_id:
        row.owner_id = None


def labels_in(row: CaseWorkRow | None, key: bytes) -> tuple[str, ...]:
    """Open the label ids of a case; raise `TamperedError`."""
    if row is None or row.sealed is None:
        return ()
    return tuple(json.loads(unseal(key, row.sealed, labels_context(row.case_id))))


def work_row(case: Opened) -> CaseWorkRow:
    """Return the row of a case that is held; it is made when there is none."""
    row = case.session.get(CaseWorkRow, case.row.id)
    if row is None:
        row = CaseWorkRow(case_id=case.row.id)
        case.session.add(row)
    return row


def _add_note(case: Opened, account_id: str, text: str, on: date) -> None:
    last = case.session.scalar(select(func.max(NoteRow.sequence)).where(NoteRow.case_id == case.row.id)) or 0
    row = NoteRow(case_id=case.row.id, sequence=last + 1, on_day=on)
    row.sealed = seal(case.key, json.dumps({"text": text, "by": account_id}).encode(), note_context(row))
    case.session.add(row)


def _note(row: NoteRow, key: bytes) -> Note:
    content = json.loads(unseal(key, row.sealed, note_context(row)))
    return Note(content["text"], content["by"], row.on_day)


def _draft(case: Opened, account_id: str) -> str:
    row = case.session.get(AnswerDraftRow, (case.row.id, account_id))
    return unseal(case.key, row.sealed, draft_context(row)).decode() if row else ""
