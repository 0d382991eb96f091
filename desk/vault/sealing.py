"""Sealing: content with its own key (XChaCha20-Poly1305), and that key for each reader (X25519 sealed box).

The context (which case, which place in it) is bound to what is sealed: a blob moved elsewhere does not open.
"""

import secrets
from hashlib import blake2b

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import Aead

from desk.errors import TamperedError, WrongKeyError
from desk.vault.padding import pad, unpad

FORMAT = b"\x01"
KEY_BYTES = 32
# Ephemeral public key and authenticator that a sealed box adds.
WRAP_BYTES = KEY_BYTES + 48
KEY_ID_BYTES = 16


def new_key() -> bytes:
    """Make a content key: 32 random bytes."""
    return secrets.token_bytes(KEY_BYTES)


def seal(key: bytes, content: bytes, context: str) -> bytes:
    """Pad, encrypt and authenticate `content`; only the same key and the same context open it."""
    return FORMAT + bytes(Aead(key).encrypt(pad(content), FORMAT + context.encode()))


def unseal(key: bytes, sealed: bytes, context: str) -> bytes:
    """Open what `seal` made; raise `TamperedError` for anything else."""
    if not sealed.startswith(FORMAT):
        raise TamperedError
    try:
        return unpad(Aead(key).decrypt(sealed[1:], FORMAT + context.encode()))
    except (CryptoError, ValueError) as error:
        raise TamperedError from error


def wrap_key(key: bytes, public_key: bytes) -> bytes:
    """Seal a content key to one reader: 80 bytes. No one but the holder of the private key opens it."""
    return SealedBox(PublicKey(public_key)).encrypt(key)


def unwrap_key(wrapped: bytes, private_key: PrivateKey) -> bytes:
    """Return the 32 bytes that `wrap_key` sealed; raise `TamperedError` (wrong size) or `WrongKeyError`."""
    if len(wrapped) != WRAP_BYTES:
        raise TamperedError
    try:
        return SealedBox(private_key).decrypt(wrapped)
    except (CryptoError, ValueError) as error:
        raise WrongKeyError from error


def key_id(public_key: bytes) -> bytes:
    """Return 16 bytes that name a public key: tells a replaced key from a damaged wrap."""
    return blake2b(public_key, digest_size=KEY_ID_BYTES, person=b"wijzer-key-id").digest()
