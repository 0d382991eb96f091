"""The secret of an authenticator app, as a picture and as text."""

from dataclasses import dataclass, field

import segno

from desk.accounts.totp import totp_address

GROUP = 4


@dataclass(frozen=True, slots=True)
class ShownSecret:
    """What a page shows: an inline SVG, and the secret in groups of four."""

    picture: str = field(repr=False)
    secret: str = field(repr=False)


def qr_of(secret: str, email: str) -> ShownSecret:
    """Draw the address that an authenticator app scans; nothing leaves this process for it."""
    made = segno.make(totp_address(secret, email), error="m")
    spaced = " ".join(secret[start : start + GROUP] for start in range(0, len(secret), GROUP))
    return ShownSecret(made.svg_inline(scale=5, light="#fff", omitsize=True), spaced)
