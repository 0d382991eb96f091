"""The pepper: 32 random bytes outside the database, so that a copy of the database alone cannot be searched.

Made once, in a file only the owner may read (`DATA_DIR/desk.pepper`). With several machines the setting
`DESK_PEPPER` gives all of them the same one. Losing it makes receipts useless; readers keep their access.
"""

import os
import secrets
import tempfile
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from desk.errors import VaultMismatchError

PEPPER_BYTES = 32
FILE_NAME = "desk.pepper"


@dataclass(frozen=True, slots=True)
class Pepper:
    """Gives every use its own key; the pepper itself is never used directly."""

    secret: bytes = field(repr=False)

    def subkey(self, purpose: str, size: int = 32) -> bytes:
        """Derive `size` bytes for one purpose (1 to 16 ASCII characters)."""
        return blake2b(key=self.secret, digest_size=size, person=purpose.encode("ascii")).digest()

    def mac(self, purpose: str, content: bytes) -> bytes:
        """Return 32 bytes that only a holder of the pepper can make for this content."""
        return blake2b(content, key=self.subkey(purpose), digest_size=32).digest()


def keep_pepper(folder: Path) -> Pepper:
    """Read the pepper of this data folder; make it when there is none. Safe with several processes."""
    path = folder / FILE_NAME
    if not path.exists():
        _create(path)
    secret = path.read_bytes()
    if len(secret) != PEPPER_BYTES:
        raise VaultMismatchError(f"{FILE_NAME} is damaged")
    return Pepper(secret)


def given_pepper(text: str) -> Pepper:
    """The pepper from a setting: 64 hexadecimal digits; raise `VaultMismatchError`."""
    try:
        secret = bytes.fromhex(text)
    except ValueError:
        raise VaultMismatchError("DESK_PEPPER is not hexadecimal") from None
    if len(secret) != PEPPER_BYTES or len(set(secret)) < PEPPER_BYTES // 4:
        raise VaultMismatchError("DESK_PEPPER must be 64 random hexadecimal digits")
    return Pepper(secret)


def _create(path: Path) -> None:
    """Write under another name, then link: nobody ever reads half a pepper, and the first one stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".desk-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(PEPPER_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        Path(draft).unlink()
