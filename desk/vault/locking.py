"""Locking a private key: with a password (Argon2id), or with a recovery key that is shown once."""

import secrets
from dataclasses import dataclass, field
from hashlib import blake2b

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from desk.errors import TamperedError, WeakPasswordError, WrongPasswordError, WrongRecoveryKeyError
from desk.vault.costs import Cost
from desk.vault.gate import Gate

MINIMUM_PASSWORD = 12
# Without characters that look alike on paper.
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
RECOVERY_GROUPS = 8
ONE_TIME_GROUPS = 5
GROUP = 5


@dataclass(frozen=True, slots=True)
class LockedKey:
    """A private key under a password: 72 bytes, with salt and parameters beside it. May be stored."""

    box: bytes
    salt: bytes
    cost: Cost


@dataclass(frozen=True, slots=True)
class Locksmith:
    """Locks and unlocks with the parameters of this vault; every derivation waits at the gate."""

    cost: Cost
    gate: Gate
    _nobody: LockedKey = field(init=False, repr=False)

    def __post_init__(self) -> None:
        stand_in = LockedKey(secrets.token_bytes(72), secrets.token_bytes(argon2id.SALTBYTES), self.cost)
        object.__setattr__(self, "_nobody", stand_in)

    def lock(self, private: PrivateKey, password: str) -> LockedKey:
        """Lock with a password of at least 12 characters; raise `WeakPasswordError`, `VaultBusyError`."""
        if len(password) < MINIMUM_PASSWORD:
            raise WeakPasswordError
        salt = secrets.token_bytes(argon2id.SALTBYTES)
        key = self._derive(password, salt, self.cost)
        return LockedKey(bytes(SecretBox(key).encrypt(bytes(private))), salt, self.cost)

    def unlock(self, locked: LockedKey | None, password: str) -> PrivateKey:
        """Unlock; `None` (no such account) takes as long. Raise `WrongPasswordError`, `VaultBusyError`."""
        chosen = locked or self._nobody
        key = self._derive(password, chosen.salt, chosen.cost)
        try:
            return PrivateKey(SecretBox(key).decrypt(chosen.box))
        except (CryptoError, ValueError, TypeError):
            raise WrongPasswordError from None

    def _derive(self, password: str, salt: bytes, cost: Cost) -> bytes:
        with self.gate.entered():
            return argon2id.kdf(
                SecretBox.KEY_SIZE, password.encode(), salt, opslimit=cost.passes, memlimit=cost.memory_bytes
            )


def new_one_time_password() -> str:
    """Make a password to be replaced at the first login: 25 characters, 123 bits, in groups."""
    return _groups(ONE_TIME_GROUPS)


def new_recovery_key() -> str:
    """Make a recovery key: 40 characters, 198 bits, in groups."""
    return _groups(RECOVERY_GROUPS)


def lock_with_recovery(private: PrivateKey, recovery_key: str) -> bytes:
    """Lock the private key a second time; 72 bytes that may be stored."""
    return bytes(SecretBox(_recovery_secret(recovery_key)).encrypt(bytes(private)))


def unlock_with_recovery(box: bytes | None, recovery_key: str) -> PrivateKey:
    """Unlock what `lock_with_recovery` made; raise `WrongRecoveryKeyError`."""
    try:
        return PrivateKey(SecretBox(_recovery_secret(recovery_key)).decrypt(box or secrets.token_bytes(72)))
    except (CryptoError, ValueError, TypeError):
        raise WrongRecoveryKeyError from None


def check_pair(private: PrivateKey, public_key: bytes) -> None:
    """Raise `TamperedError` when the stored public key is not that of this private key."""
    if bytes(private.public_key) != public_key:
        raise TamperedError


def _recovery_secret(recovery_key: str) -> bytes:
    """198 random bits need no slow derivation; spaces, dashes and capitals do not matter."""
    plain = "".join(sign for sign in recovery_key.lower() if sign in ALPHABET)
    return blake2b(plain.encode(), digest_size=SecretBox.KEY_SIZE, person=b"wijzer-recovery").digest()


def _groups(count: int) -> str:
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(count))
