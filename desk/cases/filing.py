"""Making a case: a key of its own, sealed to every permitted reader and to the reporter, then forgotten."""

import secrets
from datetime import date

from sqlalchemy.orm import Session

from desk.cases.document import CaseDocument
from desk.cases.history import begin_history
from desk.cases.readers import CaseKind, permitted_readers
from desk.cases.workflow import Status
from desk.store.tables import AccountRow, CaseRow, ReceiptRow, WrapRow
from desk.vault.receipts import ReceiptKeys
from desk.vault.sealing import key_id, new_key, seal, wrap_key


def file_case(session: Session, kind: CaseKind, document: CaseDocument, keys: ReceiptKeys, on: date) -> None:
    """Write a whole new case in the caller's transaction; raise `NoReaderError`, `TooLargeError`."""
    readers = permitted_readers(session, kind, document.may_not_read, hold=True)
    case_key = new_key()
    row = CaseRow(
        id=secrets.token_urlsafe(16),
        kind=kind,
        status=Status.NEW,
        filed_on=on,
        last_activity_on=on,
    )
    row.sealed = seal(case_key, document.model_dump_json(exclude_defaults=True).encode(), document_context(row))
    session.add(row)
    session.flush()
    wrapped = wrap_key(case_key, keys.public)
    session.add(ReceiptRow(lookup=keys.lookup, case_id=row.id, public_key=keys.public, wrapped_key=wrapped))
    session.add_all(wrap_for(account, row.id, case_key) for account in readers)
    begin_history(session, row)


def wrap_for(account: AccountRow, case_id: str, case_key: bytes) -> WrapRow:
    """Seal a case key to one reader."""
    return WrapRow(
        case_id=case_id,
        account_id=account.id,
        key_id=key_id(account.public_key),
        wrapped_key=wrap_key(case_key, account.public_key),
    )


def document_context(row: CaseRow) -> str:
    """Bind a document to its case, kind and day."""
    return f"document:{row.kind}:{row.id}:{row.filed_on.isoformat()}"
