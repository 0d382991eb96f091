"""Accounts: who works at the desk. Making one never gives the maker a lasting key to what it will read."""

import base64
import re
import secrets
from dataclasses import dataclass, field

from nacl.public import PrivateKey
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from desk.accounts.roles import Role
from desk.audit import SYSTEM, append_audit
from desk.clock import day_of
from desk.desk import Desk
from desk.errors import AccountExistsError, InvalidAccountError, UnknownAccountError
from desk.store.tables import AccountRow
from desk.store.work_tables import CaseWorkRow
from desk.vault.locking import LockedKey, new_one_time_password
from desk.vault.sealing import seal, unseal

EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")
TOTP_BYTES = 20


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of someone who gets an account."""

    email: str
    role: Role
    name: str
    organisation: str | None = None
    is_school: bool = False


@dataclass(frozen=True, slots=True)
class NewAccount:
    """Shown once. The one-time password must be replaced at the first login, which also replaces the key."""

    id: str
    one_time_password: str = field(repr=False)
    totp_secret: str = field(repr=False)


def create_account(desk: Desk, person: Person, by: str = SYSTEM) -> NewAccount:
    """Make an account with a key pair; `by` is who is logged. Raise `AccountExistsError`, `InvalidAccountError`."""
    checked = _checked(person)
    private, account_id = PrivateKey.generate(), secrets.token_urlsafe(16)
    password, totp = new_one_time_password(), secrets.token_bytes(TOTP_BYTES)
    row = AccountRow(
        id=account_id,
        email=checked.email,
        role=checked.role,
        name=checked.name,
        organisation=checked.organisation,
        is_school=checked.is_school,
        made_on=day_of(desk.clock()),
    )
    set_totp(desk, row, totp)
    set_lock(row, private, desk.locksmith.lock(private, password))
    try:
        with desk.store.writing() as session:
            session.add(row)
            append_audit(session, desk.pepper, desk.clock(), by, "account_made", account_id)
    except IntegrityError:
        raise AccountExistsError from None
    return NewAccount(account_id, password, base64.b32encode(totp).decode())


def switch_off(desk: Desk, email: str, by: str = SYSTEM) -> None:
    """End an account: no login, no new cases, what it had in hand is nobody's. Raise `UnknownAccountError`."""
    with desk.store.writing() as session:
        row = session.scalar(select(AccountRow).where(AccountRow.email == plain_email(email)))
        if row is None or not row.active:
            raise UnknownAccountError
        row.active = False
        session.execute(update(CaseWorkRow).where(CaseWorkRow.owner_id == row.id).values(owner_id=None))
        append_audit(session, desk.pepper, desk.clock(), by, "account_off", row.id)


def totp_secret(desk: Desk, row: AccountRow) -> str:
    """Return the base32 secret for checking a TOTP code at login; raise `TamperedError`."""
    secret = unseal(desk.pepper.subkey("totp"), row.sealed_totp, _totp_context(row.id))
    return base64.b32encode(secret).decode()


def secret_of(desk: Desk, account_id: str) -> str:
    """Return the base32 TOTP secret of an account, for its own person; raise `UnknownAccountError`."""
    with desk.store.reading() as session:
        row = session.get(AccountRow, account_id)
        if row is None:
            raise UnknownAccountError
        return totp_secret(desk, row)


def set_totp(desk: Desk, row: AccountRow, secret: bytes) -> None:
    """Give an account a secret for its app (20 bytes)."""
    row.sealed_totp = seal(desk.pepper.subkey("totp"), secret, _totp_context(row.id))


def set_lock(row: AccountRow, private: PrivateKey, locked: LockedKey) -> None:
    """Give an account a key pair; the private half only as the password locked it."""
    row.public_key = bytes(private.public_key)
    row.locked_key, row.lock_salt = locked.box, locked.salt
    row.lock_passes, row.lock_memory_kib = locked.cost.passes, locked.cost.memory_kib


def plain_email(email: str) -> str:
    """Return an address as it is stored and looked up."""
    return email.strip().casefold()


def _checked(person: Person) -> Person:
    email, name = plain_email(person.email), " ".join(person.name.split())
    organisation = " ".join((person.organisation or "").split()) or None
    sizes_fit = len(email) <= 254 and 0 < len(name) <= 120 and len(organisation or "") <= 120
    if not EMAIL.fullmatch(email) or not sizes_fit or (person.is_school and organisation is None):
        raise InvalidAccountError
    return Person(email, Role(person.role), name, organisation, person.is_school)


def _totp_context(account_id: str) -> str:
    return f"totp:{account_id}"
