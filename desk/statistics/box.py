"""The key that opens facts about reports: made by the first analyst, handed on to the others, held by nobody else.

The public half seals (desk/statistics/tallies.py). The private half stands sealed to each analyst's own key, so it
opens only while an analyst is logged in, and is wrapped anew with a new password like the keys of cases. An account
gets it only after its own password was chosen, so whoever made the account never holds it.
"""

from nacl.public import PrivateKey
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desk.accounts.roles import Role
from desk.audit import append_audit
from desk.clock import day_of
from desk.desk import Desk
from desk.errors import TamperedError, WrongKeyError
from desk.store.statistics_tables import TallyBoxRow, TallyKeyRow, TallyRow
from desk.store.tables import AccountRow
from desk.vault.sealing import unwrap_key, wrap_key


def box_key(session: Session, desk: Desk, account_id: str, private: PrivateKey) -> PrivateKey | None:
    """Return the private half for this analyst; make the box when no active analyst has it.

    `None` when it is there but no colleague has handed it on yet. Afterwards every active analyst has it.
    """
    account = session.get(AccountRow, account_id, with_for_update=True)
    if account is None or not account.active or account.role != Role.ANALYST or account.must_choose_password:
        return None
    own = session.get(TallyKeyRow, account_id)
    if own is None:
        return _new_box(session, desk, account_id) if not _held_by_someone(session) else None
    try:
        key = PrivateKey(unwrap_key(own.wrapped_key, private))
    except (WrongKeyError, TamperedError):
        session.delete(own)
        return None
    _hand_on(session, key)
    return key


def wrap_box_anew(session: Session, account_id: str, old: PrivateKey, public_key: bytes) -> None:
    """Seal an analyst's half to a new public key; one that does not open any more is dropped."""
    row = session.get(TallyKeyRow, account_id)
    if row is None:
        return
    try:
        row.wrapped_key = wrap_key(unwrap_key(row.wrapped_key, old), public_key)
    except (WrongKeyError, TamperedError):
        session.delete(row)


def _held_by_someone(session: Session) -> bool:
    holder = AccountRow.id == TallyKeyRow.account_id
    held = select(AccountRow.id).where(holder, AccountRow.active, AccountRow.role == Role.ANALYST)
    return session.scalar(held) is not None


def _new_box(session: Session, desk: Desk, account_id: str) -> PrivateKey:
    """Make a new key pair. What an older one sealed can be opened by nobody any more, so it goes."""
    for table in (TallyRow, TallyKeyRow, TallyBoxRow):
        session.execute(delete(table))
    key = PrivateKey.generate()
    day = day_of(desk.clock()).isoformat()
    session.add(TallyBoxRow(id=1, public_key=bytes(key.public_key), since=day))
    append_audit(session, desk.pepper, desk.clock(), account_id, "tally_box_made", None)
    session.flush()
    _hand_on(session, key)
    return key


def _hand_on(session: Session, key: PrivateKey) -> None:
    holders = select(TallyKeyRow.account_id)
    ready = (AccountRow.active, AccountRow.role == Role.ANALYST, ~AccountRow.must_choose_password)
    for account in session.scalars(select(AccountRow).where(*ready, AccountRow.id.not_in(holders))):
        session.add(TallyKeyRow(account_id=account.id, wrapped_key=wrap_key(bytes(key), account.public_key)))
