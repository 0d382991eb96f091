"""Sealing of conversations: anyone in the house can seal a message, only the token's holder can open it.

The token never reaches a store. From it come two things with BLAKE2b, each with its own context: a hash to
recognise it by, and the private half of an X25519 key pair. PyNaCl does the cryptography.
"""

import hmac
import re
import secrets
from dataclasses import dataclass
from hashlib import blake2b

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

# Sealed sizes say no more than "short", "long" or "very long".
BUCKETS = (1024, 4096, 16384, 65536)

ID_FORM = re.compile(r"[A-Za-z0-9_-]{1,32}")

HASH_CONTEXT = b"wijzer-token"
KEY_CONTEXT = b"wijzer-seal"
MARK_CONTEXT = b"wijzer-mark"


class CannotOpenError(Exception):
    """What was sealed is for another conversation, or damaged."""


def new_id() -> str:
    """Make an unguessable id: 128 random bits, URL-safe."""
    return secrets.token_urlsafe(16)


def is_id(given: str) -> bool:
    """Return whether this looks like an id of ours: what does not is never looked up."""
    return ID_FORM.fullmatch(given) is not None


def new_token() -> str:
    """Make a token: 256 random bits, URL-safe."""
    return secrets.token_urlsafe(32)


def hash_token(token: str) -> bytes:
    """Return the 32 bytes a token is recognised by."""
    return blake2b(token.encode(), digest_size=32, person=HASH_CONTEXT).digest()


def same_token(token: str, token_hash: bytes) -> bool:
    """Compare in constant time."""
    return hmac.compare_digest(hash_token(token), token_hash)


@dataclass(frozen=True)
class ConversationKeys:
    """The key pair of one conversation; lives for one request only."""

    private: PrivateKey

    @classmethod
    def from_token(cls, token: str) -> "ConversationKeys":
        """Derive the pair; the same token always gives the same pair."""
        return cls(PrivateKey(blake2b(token.encode(), digest_size=32, person=KEY_CONTEXT).digest()))

    @property
    def public(self) -> bytes:
        """Return the 32 bytes that may be stored."""
        return bytes(self.private.public_key)

    def open(self, sealed: bytes) -> bytes:
        """Open what `seal` made for this pair; raise `CannotOpenError`."""
        try:
            padded = SealedBox(self.private).decrypt(sealed)
        except (CryptoError, ValueError) as error:
            raise CannotOpenError from error
        return sodium_unpad(padded, len(padded))

    def mark(self, message_id: str, *, helpful: bool) -> bytes:
        """Return 16 bytes that remember a rating without showing it to who lacks the token."""
        content = f"{message_id}:{helpful}".encode()
        return blake2b(content, digest_size=16, key=bytes(self.private), person=MARK_CONTEXT).digest()


def seal(public_key: bytes, content: bytes) -> bytes:
    """Pad to the next bucket and seal to the public key of a conversation."""
    return SealedBox(PublicKey(public_key)).encrypt(sodium_pad(content, _bucket(len(content))))


def _bucket(length: int) -> int:
    """Return the padded size in bytes; padding adds at least one."""
    for size in BUCKETS:
        if length < size:
            return size
    return (length // BUCKETS[-1] + 1) * BUCKETS[-1]
