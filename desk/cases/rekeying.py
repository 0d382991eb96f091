"""A new key for a whole case: everything is opened with the old one and sealed with the new one."""

from sqlalchemy import select

from desk.cases.access import Opened
from desk.cases.filing import document_context, wrap_for
from desk.cases.sealed import sealed_rows
from desk.store.tables import AccountRow, ReceiptRow, WrapRow
from desk.vault.sealing import new_key, seal, unseal, wrap_key


def rekey(case: Opened) -> None:
    """Replace the key for every reader that is left and for the reporter, in the case's own transaction."""
    fresh, session, row = new_key(), case.session, case.row
    document = unseal(case.key, row.sealed, document_context(row))
    row.sealed = seal(fresh, document, document_context(row))
    for part in sealed_rows(session, row.id):
        part.reseal(case.key, fresh)
    receipt = session.scalars(select(ReceiptRow).where(ReceiptRow.case_id == row.id)).one()
    receipt.wrapped_key = wrap_key(fresh, receipt.public_key)
    for account in hold_readers(case):
        session.merge(wrap_for(account, row.id, fresh))


def hold_readers(case: Opened) -> list[AccountRow]:
    """Return the accounts that have a key, held so that none chooses a new password meanwhile."""
    readers = select(AccountRow).join(WrapRow).where(WrapRow.case_id == case.row.id)
    return list(case.session.scalars(readers.order_by(AccountRow.id).with_for_update(read=True, of=AccountRow)))
