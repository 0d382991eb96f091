"""Who is logged in. Sessions, and with them the keys that open cases, live in the memory of this process only.

A session ends after 15 minutes without a request of the person, after 8 hours, at logging out and with the process.
"""

import secrets
import threading
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from desk.accounts.unlocking import Unlocked
from desk.clock import Clock

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=8)
PER_ACCOUNT = 5


class Step(StrEnum):
    """How far someone is in logging in for the first time; only `READY` gives access."""

    CHOOSE = "choose"
    KEEP_RECOVERY_KEY = "keep_recovery_key"
    CONFIRM_CODE = "confirm_code"
    KEEP_CODES = "keep_codes"
    READY = "ready"


@dataclass(slots=True)
class Session:
    """One logged-in browser. `recovery_key` and `codes` are there only until the person says that they are kept.

    `new_totp` is the secret of a new telephone until that shows a right code.
    `flash` is said once on the next page; `revealed` holds the names of fields that were uncovered, by case.
    """

    digest: bytes = field(repr=False)
    unlocked: Unlocked
    name: str = field(repr=False)
    email: str = field(repr=False)
    csrf: str = field(repr=False)
    begun: datetime
    seen: datetime
    step: Step = Step.READY
    recovery_key: str | None = field(default=None, repr=False)
    codes: tuple[str, ...] = field(default=(), repr=False)
    new_totp: bytes | None = field(default=None, repr=False)
    flash: str | None = None
    revealed: dict[str, set[str]] = field(default_factory=dict, repr=False)

    def take_flash(self) -> str | None:
        """Return what is to be said once, and forget it."""
        said, self.flash = self.flash, None
        return said

    def is_over(self, now: datetime) -> bool:
        """Return whether it has ended by itself."""
        return now - self.seen >= IDLE or now - self.begun >= LONGEST


class Sessions:
    """All sessions of this process. Kept by the digest of their token, so that no memory dump gives a cookie."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._by_digest: dict[bytes, Session] = {}
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._by_digest)

    def begin(self, unlocked: Unlocked, name: str, email: str, step: Step) -> tuple[str, Session]:
        """Begin a session; return the token for the cookie, which is kept nowhere here."""
        token, now = secrets.token_urlsafe(32), self._clock()
        session = Session(_digest(token), unlocked, name, email, secrets.token_urlsafe(32), now, now, step)
        with self._lock:
            self._by_digest[session.digest] = session
            self._end_surplus(unlocked.account_id)
        return token, session

    def find(self, token: str, *, touch: bool = True) -> Session | None:
        """Return a session that has not ended; `touch` counts this as activity of the person."""
        now = self._clock()
        with self._lock:
            session = self._by_digest.get(_digest(token))
            if session is None:
                return None
            if session.is_over(now):
                del self._by_digest[session.digest]
                return None
            if touch:
                session.seen = now
            return session

    def goes_on(self, session: Session) -> bool:
        """Return whether this session has not ended; does not count as activity."""
        now = self._clock()
        with self._lock:
            return self._by_digest.get(session.digest) is session and not session.is_over(now)

    def end(self, session: Session) -> None:
        """End one session."""
        with self._lock:
            self._by_digest.pop(session.digest, None)

    def end_all_of(self, account_id: str, *, but: Session | None = None) -> None:
        """End every session of an account, but perhaps one."""
        with self._lock:
            for session in list(self._by_digest.values()):
                if session.unlocked.account_id == account_id and session is not but:
                    del self._by_digest[session.digest]

    def sweep(self) -> None:
        """Let go of the keys of sessions that have ended by themselves."""
        now = self._clock()
        with self._lock:
            for session in list(self._by_digest.values()):
                if session.is_over(now):
                    del self._by_digest[session.digest]

    def here(self, *roles: str) -> list[str]:
        """Return the account ids that are logged in with one of these roles."""
        now = self._clock()
        with self._lock:
            ready = [one for one in self._by_digest.values() if one.step is Step.READY and not one.is_over(now)]
        return sorted({one.unlocked.account_id for one in ready if one.unlocked.role in roles})

    def _end_surplus(self, account_id: str) -> None:
        own = [one for one in self._by_digest.values() if one.unlocked.account_id == account_id]
        for session in sorted(own, key=lambda one: one.seen)[:-PER_ACCOUNT]:
            del self._by_digest[session.digest]


def _digest(token: str) -> bytes:
    return sha256(token.encode()).digest()
