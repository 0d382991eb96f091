"""Handing in: one report, one receipt, or a named error and nothing stored."""

from sqlalchemy.exc import IntegrityError

from desk.cases.document import CaseDocument, MessageDocument, ReportDocument
from desk.cases.filing import file_case
from desk.cases.messages import checked_text
from desk.cases.readers import CaseKind, permitted_readers
from desk.clock import day_of
from desk.desk import Desk
from desk.errors import DeskUnavailableError, EmptyReportError
from desk.intake.drafts import read_draft, remove_draft
from desk.intake.submissions import claim, receipt_again, submission_of
from desk.statistics.tallies import note_report
from desk.vault.receipts import new_receipt


def file_draft(desk: Desk, token: str) -> str:
    """File what the draft holds and destroy the draft; a repetition gives the same receipt, not `DraftGoneError`."""
    receipt = receipt_again(desk, submission_of(desk, token))
    return receipt or file_report(desk, read_draft(desk, token), token)


def file_report(desk: Desk, document: ReportDocument, submission_id: str) -> str:
    """File a report, see `file_document`."""
    return file_document(desk, CaseKind.REPORT, document, submission_id)


def file_message(desk: Desk, kind: CaseKind, text: str, submission_id: str) -> str:
    """File a message in own words, see `file_document`; raise `EmptyTextError`, `TextTooLongError` too."""
    return file_document(desk, kind, MessageDocument(text=checked_text(text)), submission_id)


def file_document(desk: Desk, kind: CaseKind, document: CaseDocument, submission_id: str) -> str:
    """File a case and return its receipt, "1234 5678 9012 3456"; takes about a second.

    `submission_id` is the token of the draft (which is destroyed with it) or comes from `new_submission_id`. The
    same id never files twice: within ten minutes it gives the same receipt, later `AlreadyFiledError`. Raise
    `EmptyReportError`, `NoReaderError`, `NoReaderLeftError`, `TooLargeError`, `VaultBusyError`,
    `DeskUnavailableError`; after each of these nothing is stored and the draft is still there.
    """
    submission = submission_of(desk, submission_id)
    if (shown := receipt_again(desk, submission)) is not None:
        return shown
    if document.is_empty:
        raise EmptyReportError
    with desk.store.reading() as session:
        permitted_readers(session, kind, document.may_not_read)
    try:
        return _file(desk, kind, document, submission_id)
    except IntegrityError:
        twin = receipt_again(desk, submission)
    if twin is None:
        raise DeskUnavailableError
    return twin


def _file(desk: Desk, kind: CaseKind, document: CaseDocument, submission_id: str) -> str:
    receipt = new_receipt()
    keys = desk.receipts.derive(receipt)
    with desk.store.writing() as session:
        claim(session, desk, submission_of(desk, submission_id), receipt)
        file_case(session, kind, document, keys, day_of(desk.clock()))
        if isinstance(document, ReportDocument):
            note_report(session, document, day_of(desk.clock()))
        remove_draft(session, submission_id)
    desk.store.wipe_soon()
    return receipt
