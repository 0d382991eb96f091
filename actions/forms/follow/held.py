"""Codes of people who are reading their report now: in this process's memory only, ten minutes after the last use.

A conversation keeps only a meaningless token. After a restart the code is asked again.
"""

import secrets
import threading
import time
from dataclasses import dataclass, field

LIFE_SECONDS = 600.0
MOST = 10_000


@dataclass(slots=True)
class HeldReceipts:
    """Receipts by token. Safe to use from several threads."""

    _held: dict[str, tuple[str, float]] = field(default_factory=dict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def hold(self, receipt: str) -> str:
        """Remember a receipt; return its token. The oldest one goes when there are too many."""
        token = secrets.token_urlsafe(16)
        with self._lock:
            self._drop_old()
            while len(self._held) >= MOST:
                self._held.pop(next(iter(self._held)))
            self._held[token] = (receipt, time.monotonic())
        return token

    def receipt_of(self, token: str | None) -> str | None:
        """The receipt, and ten more minutes for it; None when it is gone."""
        with self._lock:
            self._drop_old()
            found = self._held.pop(token or "", None)
            if found is None:
                return None
            self._held[token or ""] = (found[0], time.monotonic())
            return found[0]

    def forget(self, token: str | None) -> None:
        """Drop it now."""
        with self._lock:
            self._held.pop(token or "", None)

    def _drop_old(self) -> None:
        """The least recently used stand first."""
        old = time.monotonic() - LIFE_SECONDS
        for token in [token for token, (_, used) in self._held.items() if used < old]:
            del self._held[token]


held = HeldReceipts()
