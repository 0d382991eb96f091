"""Which person at a school's identity provider an account belongs to. The account's own person makes the link."""

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from desk.audit import append_audit
from desk.desk import Desk
from desk.errors import SchoolLoginTakenError, SchoolLoginUnknownError
from desk.store.tables import AccountRow
from desk.store.work_tables import SchoolLoginRow


def link_school_login(desk: Desk, account_id: str, issuer: str, subject: str) -> None:
    """Let this person of the school in as this account from now on; raise `SchoolLoginTakenError`."""
    row = SchoolLoginRow(account_id=account_id, issuer=issuer, subject=_digest(desk, issuer, subject))
    try:
        with desk.store.writing() as session:
            session.merge(row)
            append_audit(session, desk.pepper, desk.clock(), account_id, "school_login_linked", account_id)
    except IntegrityError:
        raise SchoolLoginTakenError from None


def unlink_school_login(desk: Desk, account_id: str) -> None:
    """Take the link away."""
    with desk.store.writing() as session:
        session.execute(delete(SchoolLoginRow).where(SchoolLoginRow.account_id == account_id))
        append_audit(session, desk.pepper, desk.clock(), account_id, "school_login_unlinked", account_id)


def has_school_login(desk: Desk, account_id: str) -> bool:
    """Return whether an account is linked."""
    with desk.store.reading() as session:
        return session.get(SchoolLoginRow, account_id) is not None


def account_at_school(desk: Desk, issuer: str, subject: str) -> str:
    """Return the id of the account that belongs to a person of the school; raise `SchoolLoginUnknownError`."""
    linked = select(AccountRow.id).join(SchoolLoginRow, SchoolLoginRow.account_id == AccountRow.id)
    digest = _digest(desk, issuer, subject)
    with desk.store.reading() as session:
        found = session.scalar(linked.where(SchoolLoginRow.subject == digest, AccountRow.active))
    if found is None:
        raise SchoolLoginUnknownError
    return found


def _digest(desk: Desk, issuer: str, subject: str) -> bytes:
    """Stored instead of the school's name for a person."""
    return desk.pepper.mac("school-login", f"{issuer}\n{subject}".encode())
