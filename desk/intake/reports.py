"""What actions and connectors use of the desk: `open_intake` once per process, then its methods.

Everything a caller needs to name is importable from here. All methods block (a derivation takes half a second):
call them in a thread. None of them logs, and none of the types shows its content when printed.
"""

from dataclasses import dataclass

from desk.cases.document import Exclusions, Ground, Phase, ReportDocument, StudyLevel, Wish
from desk.cases.messages import Author
from desk.cases.readers import CaseKind, PossibleReader, active_readers, named_readers
from desk.cases.workflow import Status
from desk.desk import Desk, open_desk
from desk.errors import (
    AlreadyFiledError,
    DeskError,
    DeskUnavailableError,
    DraftGoneError,
    EmptyReportError,
    EmptyTextError,
    NoReaderError,
    NoReaderLeftError,
    ReceiptInTextError,
    TamperedError,
    TextTooLongError,
    TooLargeError,
    VaultBusyError,
    VaultMismatchError,
    WeakSubmissionIdError,
    WrongReceiptError,
)
from desk.intake import coming_back, drafts, filing, submissions
from desk.intake.coming_back import ReceiptMessage, ReceiptStatus, ReceiptStep
from desk.intake.submissions import new_submission_id
from desk.settings import DeskSettings, read_settings

__all__ = [
    "AlreadyFiledError",
    "Author",
    "CaseKind",
    "DeskError",
    "DeskSettings",
    "DeskUnavailableError",
    "DraftGoneError",
    "EmptyReportError",
    "EmptyTextError",
    "Exclusions",
    "Ground",
    "Intake",
    "NoReaderError",
    "NoReaderLeftError",
    "Phase",
    "PossibleReader",
    "ReceiptInTextError",
    "ReceiptMessage",
    "ReceiptStatus",
    "ReceiptStep",
    "ReportDocument",
    "Status",
    "StudyLevel",
    "TamperedError",
    "TextTooLongError",
    "TooLargeError",
    "VaultBusyError",
    "VaultMismatchError",
    "WeakSubmissionIdError",
    "Wish",
    "WrongReceiptError",
    "new_submission_id",
    "open_intake",
    "read_settings",
]


@dataclass(frozen=True, slots=True)
class Intake:
    """The door. Details and errors of each method stand with the function it calls."""

    desk: Desk

    def open_draft(self) -> str:
        """See `drafts.open_draft`."""
        return drafts.open_draft(self.desk)

    def read_draft(self, token: str) -> ReportDocument:
        """See `drafts.read_draft`."""
        return drafts.read_draft(self.desk, token)

    def write_draft(self, token: str, document: ReportDocument) -> None:
        """See `drafts.write_draft`."""
        drafts.write_draft(self.desk, token, document)

    def discard_draft(self, token: str) -> None:
        """See `drafts.discard_draft`."""
        drafts.discard_draft(self.desk, token)

    def file_draft(self, token: str) -> str:
        """See `filing.file_draft`."""
        return filing.file_draft(self.desk, token)

    def file_report(self, document: ReportDocument, submission_id: str) -> str:
        """See `filing.file_report`."""
        return filing.file_report(self.desk, document, submission_id)

    def file_message(self, kind: CaseKind, text: str, submission_id: str) -> str:
        """See `filing.file_message`."""
        return filing.file_message(self.desk, kind, text, submission_id)

    def is_read(self, kind: CaseKind) -> bool:
        """Return whether there is anyone to read a case of this kind; without one it is not accepted."""
        with self.desk.store.reading() as session:
            return bool(active_readers(session, kind))

    def receipt_was_noted(self, submission_id: str) -> None:
        """See `submissions.hide_receipt`."""
        submissions.hide_receipt(self.desk, submissions.submission_of(self.desk, submission_id))

    def receipt_status(self, receipt: str) -> ReceiptStatus:
        """See `coming_back.receipt_status`."""
        return coming_back.receipt_status(self.desk, receipt)

    def write_back(self, receipt: str, text: str) -> None:
        """See `coming_back.write_back`."""
        coming_back.write_back(self.desk, receipt, text)

    def withdraw(self, receipt: str) -> None:
        """See `coming_back.withdraw`."""
        coming_back.withdraw(self.desk, receipt)

    def possible_readers(self) -> tuple[PossibleReader, ...]:
        """Return who would read a report now; empty means that none can be accepted."""
        with self.desk.store.reading() as session:
            rows = active_readers(session, CaseKind.REPORT)
        return tuple(PossibleReader(row.id, row.name, row.organisation, row.is_school) for row in rows)

    def readers_named(self, text: str) -> tuple[PossibleReader, ...]:
        """Return the readers whose name or organisation a text seems to mean; the caller asks to be sure."""
        return tuple(named_readers(self.possible_readers(), text))


def open_intake(settings: DeskSettings) -> Intake:
    """Open the desk for handing in; raise `DeskUnavailableError`, `VaultMismatchError`."""
    return Intake(open_desk(settings))
