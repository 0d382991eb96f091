"""What an admin does with accounts. None of it gives a key to a case from before."""

import base64
import secrets
from dataclasses import dataclass, field
from datetime import date

from nacl.public import PrivateKey
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from desk.accounts.account import TOTP_BYTES, NewAccount, set_lock, set_totp, switch_off
from desk.accounts.recovery_codes import forget_recovery_codes
from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked
from desk.audit import append_audit
from desk.desk import Desk
from desk.errors import OwnAccountError, UnknownAccountError
from desk.store.tables import AccountRow, ReviewWrapRow, WrapRow
from desk.store.work_tables import AnswerDraftRow, CaseWorkRow, SchoolLoginRow
from desk.vault.locking import new_one_time_password


@dataclass(frozen=True, slots=True)
class AccountLine:
    """One account as an admin sees it. `is_new`: its person never logged in."""

    id: str
    name: str = field(repr=False)
    email: str = field(repr=False)
    role: Role
    organisation: str | None
    is_school: bool
    active: bool
    is_new: bool
    made_on: date


def list_accounts(desk: Desk) -> tuple[AccountLine, ...]:
    """Return all accounts, those in use first, by name."""
    with desk.store.reading() as session:
        rows = session.scalars(select(AccountRow).order_by(~AccountRow.active, AccountRow.name, AccountRow.id))
        return tuple(_line(row) for row in rows)


def end_account(desk: Desk, by: Unlocked, account_id: str) -> None:
    """Switch an account off; raise `OwnAccountError`, `UnknownAccountError`."""
    if account_id == by.account_id:
        raise OwnAccountError
    with desk.store.reading() as session:
        row = session.get(AccountRow, account_id)
    if row is None:
        raise UnknownAccountError
    switch_off(desk, row.email, by.account_id)


def start_anew(desk: Desk, by: Unlocked, account_id: str) -> NewAccount:
    """Give somebody who lost password and recovery key a new start, with a new key pair.

    The cases this account could open stay with the other readers; letting it in again is up to them. A case that
    only this account could open was lost with the password. Raise `OwnAccountError`, `UnknownAccountError`.
    """
    if account_id == by.account_id:
        raise OwnAccountError
    private, password = PrivateKey.generate(), new_one_time_password()
    totp, locked = secrets.token_bytes(TOTP_BYTES), desk.locksmith.lock(private, password)
    with desk.store.writing() as session:
        row = session.get(AccountRow, account_id, with_for_update=True)
        if row is None or not row.active:
            raise UnknownAccountError
        set_lock(row, private, locked)
        set_totp(desk, row, totp)
        row.totp_last_step, row.recovery_box, row.must_choose_password = None, None, True
        _forget_keys(session, account_id)
        append_audit(session, desk.pepper, desk.clock(), by.account_id, "account_anew", account_id)
    return NewAccount(account_id, password, base64.b32encode(totp).decode())


def _forget_keys(session: Session, account_id: str) -> None:
    """Remove what was sealed to the old key, and what belonged to the old login."""
    for table in (WrapRow, ReviewWrapRow, AnswerDraftRow, SchoolLoginRow):
        session.execute(delete(table).where(table.account_id == account_id))
    forget_recovery_codes(session, account_id)
    session.execute(update(CaseWorkRow).where(CaseWorkRow.owner_id == account_id).values(owner_id=None))


def _line(row: AccountRow) -> AccountLine:
    return AccountLine(
        id=row.id,
        name=row.name,
        email=row.email,
        role=Role(row.role),
        organisation=row.organisation,
        is_school=row.is_school,
        active=row.active,
        is_new=row.must_choose_password,
        made_on=row.made_on,
    )
