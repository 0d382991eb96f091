"""The receipt: sixteen digits, shown once. It gives a look-up hash (stored) and a key pair (never stored).

Both by Argon2id, each with parameters and a salt of its own, as GlobaLeaks does: the stored hash gives nothing
that opens a report. Sixteen digits are 53 bits: the cost per guess and the pepper do the rest.
"""

import re
import secrets
from dataclasses import dataclass, field

from nacl.public import PrivateKey
from nacl.pwhash import argon2id

from desk.vault.costs import Cost, Costs
from desk.vault.gate import Gate
from desk.vault.pepper import Pepper

DIGITS = 16
# Stands in for what is no receipt, so that it costs as much; never given out.
NO_RECEIPT = "0" * DIGITS
SEPARATORS = re.compile(r"[\s.\-\u2010-\u2015]+")


@dataclass(frozen=True, slots=True)
class ReceiptKeys:
    """What comes from one receipt; lives for one call only. `lookup` is 32 bytes and may be stored."""

    lookup: bytes
    private: PrivateKey = field(repr=False)

    @property
    def public(self) -> bytes:
        """The 32 bytes to which the report key is sealed for the reporter; may be stored."""
        return bytes(self.private.public_key)


@dataclass(frozen=True, slots=True)
class ReceiptDeriver:
    """Derives both halves, always both and always in the same order, known receipt or not."""

    pepper: Pepper
    costs: Costs
    gate: Gate

    def derive(self, receipt: str) -> ReceiptKeys:
        """Return the keys of a receipt; takes about a second. Raise `VaultBusyError`."""
        digits = digits_of(receipt).encode()
        with self.gate.entered():
            lookup = self._argon2id(digits, "receipt-lookup", self.costs.receipt_lookup)
            seed = self._argon2id(digits, "receipt-key", self.costs.receipt_key)
        return ReceiptKeys(lookup, PrivateKey(seed))

    def _argon2id(self, digits: bytes, purpose: str, cost: Cost) -> bytes:
        salt = self.pepper.subkey(purpose, argon2id.SALTBYTES)
        return argon2id.kdf(32, digits, salt, opslimit=cost.passes, memlimit=cost.memory_bytes)


def new_receipt() -> str:
    """Make a receipt: sixteen random digits in fours, such as "1234 5678 9012 3456"."""
    digits = f"{1 + secrets.randbelow(10**DIGITS - 1):0{DIGITS}d}"
    return " ".join(digits[start : start + 4] for start in range(0, DIGITS, 4))


def digits_of(receipt: str) -> str:
    """Return the sixteen digits without spaces, dots or dashes; `NO_RECEIPT` for what is no receipt."""
    digits = SEPARATORS.sub("", receipt)
    return digits if re.fullmatch(r"[0-9]{16}", digits) else NO_RECEIPT


def holds_receipt(text: str, receipt: str) -> bool:
    """Return whether a text contains this receipt, however it is spaced."""
    return digits_of(receipt) in SEPARATORS.sub("", text)
