"""The second factor: six digits that change every 30 seconds (RFC 6238). Each works once."""

import hmac
import re

import pyotp
from sqlalchemy import or_, update

from desk.accounts.account import totp_secret
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
