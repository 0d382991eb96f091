"""The one door to an opened case. Every passage, and every refusal, is in the audit log."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from desk.accounts.unlocking import Unlocked
from desk.audit import append_audit
from desk.cases.document import CaseDocument
from desk.cases.filing import document_context
from desk.cases.readers import DOCUMENTS, READS, CaseKind
from desk.desk import Desk
from desk.errors import CaseGoneError, NotAReaderError, WrongKeyError
from desk.store.tables import AccountRow, CaseRow, WrapRow
from desk.vault.sealing import key_id, unseal, unwrap_key


@dataclass(frozen=True, slots=True)
class Opened:
    """A case held open within one transaction, for one reader."""

    session: Session = field(repr=False)
    row: CaseRow = field(repr=False)
    key: bytes = field(repr=False)

    def document(self) -> CaseDocument:
        """Open what was told, in the form of its kind; raise `TamperedError`."""
        content = unseal(self.key, self.row.sealed, document_context(self.row))
        return DOCUMENTS[CaseKind(self.row.kind)].model_validate_json(content)


@contextmanager
def opened(desk: Desk, reader: Unlocked, case_id: str, action: str) -> Iterator[Opened]:
    """Hold a case open for what `action` names, logged in the same transaction.

    Raise `CaseGoneError`, `NotAReaderError` (no key, or no longer a reader), `WrongKeyError` (the key was replaced:
    log in again), `TamperedError`, `DeskUnavailableError`.
    """
    with desk.store.writing() as session:
        row = session.get(CaseRow, case_id, with_for_update=True)
        if row is None:
            raise CaseGoneError
        try:
            key = _case_key(session, reader, row)
        except (NotAReaderError, WrongKeyError):
            append_audit(session, desk.pepper, desk.clock(), reader.account_id, f"{action}_refused", case_id)
            session.commit()
            raise
        yield Opened(session, row, key)
        # Last, because all transactions hold the end of the log in turn; without it nothing is kept either.
        append_audit(session, desk.pepper, desk.clock(), reader.account_id, action, case_id)


def _case_key(session: Session, reader: Unlocked, row: CaseRow) -> bytes:
    account = session.get(AccountRow, reader.account_id)
    wrap = session.get(WrapRow, (row.id, reader.account_id))
    if account is None or wrap is None or not account.active or account.role not in READS[CaseKind(row.kind)]:
        raise NotAReaderError
    if wrap.key_id != key_id(bytes(reader.private.public_key)):
        raise WrongKeyError
    return unwrap_key(wrap.wrapped_key, reader.private)
