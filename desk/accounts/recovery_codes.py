"""Codes on paper for who has no telephone at hand: each replaces one code of the app, once."""

import re
import secrets

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desk.accounts.unlocking import Unlocked
from desk.audit import append_audit
from desk.desk import Desk
from desk.errors import WrongCodeError
from desk.store.work_tables import RecoveryCodeRow
from desk.vault.locking import ALPHABET

HOW_MANY = 8
# Ten signs of 31: 49 bits, tried only behind the lock-out.
HALF = 5


def new_recovery_codes(desk: Desk, person: Unlocked) -> tuple[str, ...]:
    """Make eight codes, shown once; earlier ones stop working."""
    codes = tuple(f"{_signs()}-{_signs()}" for _ in range(HOW_MANY))
    own = person.account_id
    with desk.store.writing() as session:
        forget_recovery_codes(session, own)
        session.add_all(RecoveryCodeRow(digest=_digest(desk, own, one), account_id=own) for one in codes)
        append_audit(session, desk.pepper, desk.clock(), own, "recovery_codes_made", own)
    return codes


def use_recovery_code(desk: Desk, account_id: str, code: str) -> None:
    """Accept a code once; raise `WrongCodeError`."""
    with desk.store.writing() as session:
        chosen = delete(RecoveryCodeRow).where(
            RecoveryCodeRow.digest == _digest(desk, account_id, code), RecoveryCodeRow.account_id == account_id
        )
        if len(session.execute(chosen.returning(RecoveryCodeRow.digest)).all()) != 1:
            raise WrongCodeError
        append_audit(session, desk.pepper, desk.clock(), account_id, "recovery_code_used", account_id)


def recovery_codes_left(desk: Desk, account_id: str) -> int:
    """Return how many codes were not used yet."""
    with desk.store.reading() as session:
        own = RecoveryCodeRow.account_id == account_id
        return session.scalar(select(func.count()).where(own)) or 0


def looks_like_recovery_code(code: str) -> bool:
    """Return whether this is meant as a code on paper, not as six digits of the app."""
    return len(_plain(code)) == 2 * HALF and re.fullmatch(r"[\s\d]*", code) is None


def forget_recovery_codes(session: Session, account_id: str) -> None:
    """Make all codes of an account useless."""
    session.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.account_id == account_id))


def _plain(code: str) -> str:
    return "".join(sign for sign in code.casefold() if sign in ALPHABET)


def _digest(desk: Desk, account_id: str, code: str) -> bytes:
    return desk.pepper.mac("recovery-code", f"{account_id}:{_plain(code)}".encode())


def _signs() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(HALF))
