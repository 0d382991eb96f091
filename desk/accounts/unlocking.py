"""Logging in is unlocking: the password opens the private key, which then lives in that session's memory only.

Choosing a password always replaces the key pair and wraps every case key anew. So a one-time password known to
whoever made the account, and a password that leaked, stop opening anything the moment a new one is chosen.
"""

from dataclasses import dataclass, field

from nacl.public import PrivateKey
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.accounts.account import plain_email, set_lock
from desk.accounts.roles import Role
from desk.audit import append_audit
from desk.desk import Desk
from desk.errors import TamperedError, UnknownAccountError, WrongKeyError, WrongPasswordError, WrongRecoveryKeyError
from desk.review.keys import carry_review_key
from desk.statistics.box import wrap_box_anew
from desk.store.live_tables import LiveWrapRow
from desk.store.tables import AccountRow, WrapRow
from desk.vault.costs import Cost
from desk.vault.locking import (
    LockedKey,
    check_pair,
    lock_with_recovery,
    new_recovery_key,
    unlock_with_recovery,
)
from desk.vault.sealing import key_id, unwrap_key, wrap_key


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Someone of the desk with the own key in hand. Never stored, never logged."""

    account_id: str
    role: Role
    must_choose_password: bool
    private: PrivateKey = field(repr=False)


@dataclass(frozen=True, slots=True)
class PasswordChosen:
    """The new key in hand, and the recovery key: shown once, and the only way in without the password."""

    unlocked: Unlocked
    recovery_key: str = field(repr=False)


def unlock(desk: Desk, email: str, password: str) -> Unlocked:
    """Unlock an account's key. Unknown, switched off and wrong take the same time and raise the same.

    Raise `WrongPasswordError`, `TamperedError`, `VaultBusyError`. The second factor is checked by the caller.
    """
    with desk.store.reading() as session:
        row = _active(session, email)
    private = desk.locksmith.unlock(_lock_of(row), password)
    if row is None:
        raise WrongPasswordError
    check_pair(private, row.public_key)
    return Unlocked(row.id, Role(row.role), row.must_choose_password, private)


def choose_password(desk: Desk, unlocked: Unlocked, password: str) -> PasswordChosen:
    """Replace password, key pair and recovery key. Raise `WeakPasswordError`, `WrongKeyError`."""
    private, recovery_key = PrivateKey.generate(), new_recovery_key()
    locked = desk.locksmith.lock(private, password)
    with desk.store.writing() as session:
        row = session.get(AccountRow, unlocked.account_id, with_for_update=True)
        if row is None or not row.active:
            raise UnknownAccountError
        if bytes(unlocked.private.public_key) != row.public_key:
            raise WrongKeyError
        _wrap_anew(session, unlocked, private)
        wrap_box_anew(session, row.id, unlocked.private, bytes(private.public_key))
        set_lock(row, private, locked)
        carry_review_key(session, row, unlocked.private)
        row.recovery_box = lock_with_recovery(private, recovery_key)
        row.must_choose_password = False
        append_audit(session, desk.pepper, desk.clock(), row.id, "password_chosen", row.id)
    return PasswordChosen(Unlocked(row.id, unlocked.role, False, private), recovery_key)


def recover(desk: Desk, email: str, recovery_key: str, password: str) -> PasswordChosen:
    """Choose a new password with the recovery key, which is used up. Raise `WrongRecoveryKeyError`."""
    return choose_password(desk, unlock_recovered(desk, email, recovery_key), password)


def unlock_recovered(desk: Desk, email: str, recovery_key: str) -> Unlocked:
    """Unlock an account's key with the recovery key; raise `WrongRecoveryKeyError`, also for an unknown account."""
    with desk.store.reading() as session:
        row = _active(session, email)
    private = unlock_with_recovery(row.recovery_box if row else None, recovery_key)
    if row is None:
        raise WrongRecoveryKeyError
    check_pair(private, row.public_key)
    return Unlocked(row.id, Role(row.role), False, private)


def _active(session: Session, email: str) -> AccountRow | None:
    chosen = select(AccountRow).where(AccountRow.email == plain_email(email), AccountRow.active)
    return session.scalar(chosen)


def _lock_of(row: AccountRow | None) -> LockedKey | None:
    if row is None:
        return None
    return LockedKey(row.locked_key, row.lock_salt, Cost(row.lock_passes, row.lock_memory_kib))


def _wrap_anew(session: Session, unlocked: Unlocked, private: PrivateKey) -> None:
    """Seal every key of cases and live chats to the new public key. A wrap that does not open now is lost."""
    public_key, own = bytes(private.public_key), unlocked.account_id
    cases = session.scalars(select(WrapRow).where(WrapRow.account_id == own))
    live = session.scalars(select(LiveWrapRow).where(LiveWrapRow.account_id == own))
    for wrap in (*cases, *live):
        try:
            key = unwrap_key(wrap.wrapped_key, unlocked.private)
        except (WrongKeyError, TamperedError):
            continue
        wrap.wrapped_key, wrap.key_id = wrap_key(key, public_key), key_id(public_key)
