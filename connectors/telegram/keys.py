"""Who is who on Telegram without remembering anyone.

The id and the token of a conversation are HMACs of the chat's number under a secret in DATA_DIR, so neither the number
nor anything made from it needs storing besides the conversation itself. The secret changes every day; the one before it
is kept for a day more, for conversations that are going on. After that nobody, not even with an old copy of the disk's
database and today's secret, can tell which chat an id belonged to.
"""

import hmac
import os
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.secret import SecretBox
from pydantic import BaseModel

from connectors.conversations.house import Clock
from connectors.conversations.turns import Claim

SECRET_HOURS = 24
ID_BYTES = 24
CHAT_DIGITS = 20


class KeyFile(BaseModel):
    """The secrets in hex, newest first, and the hour (since 1970) in which the newest was made."""

    hour: int
    secrets: list[str]


@dataclass
class ChatKeys:
    """Derives claims and seals chat numbers."""

    path: Path
    clock: Clock

    def claims(self, chat_id: int) -> list[Claim]:
        """Return what may open the conversation of a chat: by today's secret, then by yesterday's."""
        return [_claim(secret, chat_id) for secret in self._secrets()]

    def seal(self, chat_id: int) -> bytes:
        """Seal the number of a chat; all sealed numbers have one length."""
        return SecretBox(_derive(self._secrets()[0], "address")).encrypt(f"{chat_id:{CHAT_DIGITS}d}".encode())

    def open(self, sealed: bytes) -> int | None:
        """Return the chat number, or None when the secret it was sealed with is gone."""
        for secret in self._secrets():
            try:
                return int(SecretBox(_derive(secret, "address")).decrypt(sealed))
            except CryptoError:
                continue
        return None

    def _secrets(self) -> list[bytes]:
        hour = hour_of(self.clock())
        kept = self._read()
        if kept is None or hour - kept.hour >= SECRET_HOURS:
            yesterday = kept.secrets[:1] if kept and hour - kept.hour < 2 * SECRET_HOURS else []
            kept = KeyFile(hour=hour, secrets=[secrets.token_hex(32), *yesterday])
            self._write(kept)
        return [bytes.fromhex(secret) for secret in kept.secrets]

    def _read(self) -> KeyFile | None:
        try:
            return KeyFile.model_validate_json(self.path.read_bytes())
        except FileNotFoundError:
            return None

    def _write(self, content: KeyFile) -> None:
        """Replace the file in one step, readable for this user only."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        made = self.path.with_suffix(".new")
        made.unlink(missing_ok=True)
        with open(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content.model_dump_json().encode())
        made.replace(self.path)


def hour_of(moment: datetime) -> int:
    """Return whole hours since 1970 (UTC)."""
    return int(moment.timestamp() // 3600)


def _claim(secret: bytes, chat_id: int) -> Claim:
    name = urlsafe_b64encode(_derive(secret, "id", chat_id)[:ID_BYTES]).decode()
    return Claim(conversation_id=name, token=_derive(secret, "token", chat_id).hex())


def _derive(secret: bytes, purpose: str, chat_id: int | None = None) -> bytes:
    """Return 32 bytes: HMAC-SHA256 with a purpose of its own."""
    return hmac.digest(secret, f"wijzer-telegram-{purpose}:{chat_id}".encode(), "sha256")
