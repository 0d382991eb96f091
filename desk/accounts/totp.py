"""The second factor: six digits that change every 30 seconds (RFC 6238). Each works once."""

import base64
import hmac
import re

import pyotp
from sqlalchemy import or_, update

from desk.accounts.account import set_totp, totp_secret
from desk.audit import append_audit
from desk.desk import Desk
from desk.errors import UnknownAccountError, WrongCodeError
from desk.store.tables import AccountRow

STEP_SECONDS = 30
# Clocks of telephones differ a little: the code before and the code after are good too.
DRIFT = (-1, 0, 1)
ISSUER = "Wijzer"


def check_code(desk: Desk, account_id: str, code: str) -> None:
    """Accept a code once; raise `WrongCodeError` for a wrong, old or used one, `UnknownAccountError`."""
    with desk.store.reading() as session:
        row = session.get(AccountRow, account_id)
        if row is None:
            raise UnknownAccountError
        secret = totp_secret(desk, row)
    step = _step_of(secret, code, int(desk.clock().timestamp()) // STEP_SECONDS)
    unused = or_(AccountRow.totp_last_step.is_(None), AccountRow.totp_last_step < step)
    with desk.store.writing() as session:
        chosen = update(AccountRow).where(AccountRow.id == account_id, unused)
        used_now = session.connection().execute(chosen.values(totp_last_step=step)).rowcount
    if used_now != 1:
        raise WrongCodeError


def replace_secret(desk: Desk, account_id: str, secret: bytes, code: str) -> None:
    """Give an account a new secret (20 bytes) once its app shows a right code; raise `WrongCodeError`."""
    step = _step_of(base64.b32encode(secret).decode(), code, int(desk.clock().timestamp()) // STEP_SECONDS)
    with desk.store.writing() as session:
        row = session.get(AccountRow, account_id, with_for_update=True)
        if row is None:
            raise UnknownAccountError
        set_totp(desk, row, secret)
        row.totp_last_step = step
        append_audit(session, desk.pepper, desk.clock(), account_id, "totp_replaced", account_id)


def is_confirmed(desk: Desk, account_id: str) -> bool:
    """Return whether this account ever gave a right code; until then its app may not have the secret yet."""
    with desk.store.reading() as session:
        row = session.get(AccountRow, account_id)
        return row is not None and row.totp_last_step is not None


def totp_address(secret: str, email: str) -> str:
    """Return the `otpauth:` address that an authenticator app reads from a QR code."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=ISSUER)


def _step_of(secret: str, code: str, now: int) -> int:
    digits = re.sub(r"\s", "", code).encode()
    totp = pyotp.TOTP(secret)
    right = [now + drift for drift in DRIFT if hmac.compare_digest(totp.generate_otp(now + drift).encode(), digits)]
    if not right:
        raise WrongCodeError
    return right[0]
