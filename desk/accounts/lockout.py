"""Slows down guessing of passwords and codes, by e-mail address: a known one and an unknown one alike.

In memory, under a key that is made at start: no list of addresses, known or tried, is ever stored.
"""

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b

from desk.accounts.account import plain_email
from desk.clock import Clock
from desk.errors import LockedOutError

FREE_TRIES = 5
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(hours=24)
MOST_REMEMBERED = 20_000


@dataclass(slots=True)
class _Tries:
    count: int
    last: datetime
    closed_until: datetime | None = None


class Lockout:
    """Counts a try before it is made, so that many at once do not slip through."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._tries: OrderedDict[bytes, _Tries] = OrderedDict()
        self._lock = threading.Lock()

    def count_try(self, email: str) -> None:
        """Count one try; raise `LockedOutError` while this address has to wait."""
        now, digest = self._clock(), self._digest(email)
        with self._lock:
            tries = self._tries.get(digest)
            if tries is None or now - tries.last >= FORGOTTEN_AFTER:
                tries = _Tries(0, now)
            if tries.closed_until is not None and now < tries.closed_until:
                raise LockedOutError(tries.closed_until)
            tries.count, tries.last = tries.count + 1, now
            tries.closed_until = _closed_until(tries.count, now)
            self._tries[digest] = tries
            self._tries.move_to_end(digest)
            while len(self._tries) > MOST_REMEMBERED:
                self._tries.popitem(last=False)

    def forget(self, email: str) -> None:
        """Begin anew after a login that went well."""
        with self._lock:
            self._tries.pop(self._digest(email), None)

    def _digest(self, email: str) -> bytes:
        return blake2b(plain_email(email).encode(), key=self._key, digest_size=16).digest()


def _closed_until(count: int, now: datetime) -> datetime | None:
    """The wait that follows try number `count`: none, then 1, 2, 4, 8 and 15 minutes."""
    if count < FREE_TRIES:
        return None
    doubled: int = 2 ** min(count - FREE_TRIES, 10)
    return now + min(FIRST_WAIT * doubled, LONGEST_WAIT)
