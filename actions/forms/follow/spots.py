"""Where somebody is who came back with a code, and what a typed text is there."""

import re

CODE = "code"
CHOOSE = "choose"
TEXT = "text"
WITHDRAW = "withdraw"

WRITE_BACK = "volgen_terugschrijven"
TAKE_BACK = "volgen_intrekken"
RECEIPT_DIGITS = 16


def receipt_in(text: str) -> str | None:
    """The sixteen digits of a text that holds exactly sixteen, whatever stands between them."""
    digits = re.sub(r"[^0-9]", "", text)
    return digits if len(digits) == RECEIPT_DIGITS else None
