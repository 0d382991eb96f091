"""Logging in: password and code together. What was wrong is never told, only that something was."""

from dataclasses import dataclass, field

from desk.accounts.totp import check_code, is_confirmed
from desk.accounts.unlocking import Unlocked, unlock
from desk.audit import append_audit
from desk.desk import Desk
from desk.errors import UnknownAccountError
from desk.store.tables import AccountRow


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Who came in. `code_is_due`: the authenticator app was never tried, so that comes next."""

    unlocked: Unlocked
    name: str = field(repr=False)
    email: str = field(repr=False)
    code_is_due: bool


def sign_in(desk: Desk, email: str, password: str, code: str) -> SignedIn:
    """Check password and code. Without a code only someone comes in who never gave one.

    Raise `WrongPasswordError`, `WrongCodeError`, `TamperedError`, `VaultBusyError`.
    """
    unlocked = unlock(desk, email, password)
    due = not is_confirmed(desk, unlocked.account_id)
    if code.strip() or not due:
        check_code(desk, unlocked.account_id, code)
        due = False
    return _signed_in(desk, unlocked, due)


def is_current(desk: Desk, unlocked: Unlocked) -> bool:
    """Return whether this account is still on, with the same role and the same key."""
    with desk.store.reading() as session:
        row = session.get(AccountRow, unlocked.account_id)
    if row is None or not row.active or row.role != unlocked.role:
        return False
    return row.public_key == bytes(unlocked.private.public_key)


def _signed_in(desk: Desk, unlocked: Unlocked, due: bool) -> SignedIn:
    with desk.store.writing() as session:
        row = session.get(AccountRow, unlocked.account_id)
        if row is None:
            raise UnknownAccountError
        append_audit(session, desk.pepper, desk.clock(), row.id, "logged_in", row.id)
        return SignedIn(unlocked, row.name, row.email, due)
