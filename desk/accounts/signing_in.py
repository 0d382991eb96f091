"""Logging in: password and code together. What was wrong is never told, only that something was."""

from dataclasses import dataclass, field

from desk.accounts.recovery_codes import looks_like_recovery_code, use_recovery_code
from desk.accounts.totp import check_code, is_confirmed
from desk.accounts.unlocking import Unlocked, choose_password, unlock, unlock_recovered
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
        check_second_factor(desk, unlocked.account_id, code)
        due = False
    return _signed_in(desk, unlocked, due)


def sign_in_from_school(desk: Desk, account_id: str, password: str, code: str | None) -> SignedIn:
    """Check the own password of an account whose school let its person in; `None`: the school checked twice itself.

    Raise as `sign_in` does.
    """
    with desk.store.reading() as session:
        row = session.get(AccountRow, account_id)
    unlocked = unlock(desk, row.email if row is not None else "", password)
    if code is not None:
        check_second_factor(desk, unlocked.account_id, code)
    return _signed_in(desk, unlocked, due=False)


def sign_in_recovered(desk: Desk, email: str, recovery_key: str, code: str, password: str) -> tuple[SignedIn, str]:
    """Choose a new password with recovery key and code; return also the new recovery key.

    Raise `WrongRecoveryKeyError`, `WrongCodeError`, `WeakPasswordError`, `TamperedError`, `VaultBusyError`.
    """
    before = unlock_recovered(desk, email, recovery_key)
    check_second_factor(desk, before.account_id, code)
    chosen = choose_password(desk, before, password)
    return _signed_in(desk, chosen.unlocked, due=False), chosen.recovery_key


def check_second_factor(desk: Desk, account_id: str, code: str) -> None:
    """Accept a code of the app or one from paper; raise `WrongCodeError`."""
    if looks_like_recovery_code(code):
        use_recovery_code(desk, account_id, code)
    else:
        check_code(desk, account_id, code)


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
