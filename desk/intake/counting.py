"""Counting for connectors and live services: cheap at each turn, written once a minute, never in anybody's way.

`Tally` gathers in memory and writes in one transaction; a failed write is tried again with the next. Nothing here
takes a conversation, a text or an address: what is not given cannot be kept.
"""

import threading
from collections import Counter
from collections.abc import Iterable

from desk.clock import Clock, amsterdam_now
from desk.desk import Desk, open_desk
from desk.errors import DeskError
from desk.settings import DeskSettings, read_settings
from desk.statistics.counts import Counted, Key, add_counts, keys_of, wait_keys

__all__ = ["Counted", "DeskError", "DeskSettings", "Tally", "count", "count_wait", "read_settings"]


def count(desk: Desk, what: Counted, topic: str | None = None) -> None:
    """Count one event at once; `topic` is an article id. Raise `DeskUnavailableError`."""
    _write(desk, Counter(keys_of(what, desk.clock(), topic)))


def count_wait(desk: Desk, seconds: float | None) -> None:
    """Count how long someone waited until a person came; `None` when they left before. Raise `DeskUnavailableError`."""
    _write(desk, Counter(wait_keys(seconds, desk.clock())))


class Tally:
    """Counts of one process that are not written yet. Safe to use from several threads."""

    def __init__(self, settings: DeskSettings, clock: Clock = amsterdam_now) -> None:
        self._settings, self._clock = settings, clock
        self._desk: Desk | None = None
        self._waiting: Counter[Key] = Counter()
        self._lock, self._one_writer = threading.Lock(), threading.Lock()

    def add(self, what: Counted, topic: str | None = None) -> None:
        """Count one event in memory; cannot fail and waits for nobody."""
        self._gather(keys_of(what, self._clock(), topic))

    def take_back(self, what: Counted, topic: str | None = None) -> None:
        """Undo one event: someone changed a rating."""
        with self._lock:
            self._waiting.subtract(keys_of(what, self._clock(), topic))

    def flush(self) -> None:
        """Write what waits; blocks. Raise a `DeskError`; then everything waits for the next time."""
        with self._one_writer:
            with self._lock:
                taken, self._waiting = self._waiting, Counter()
            if not taken:
                return
            try:
                if self._desk is None:
                    self._desk = open_desk(self._settings, clock=self._clock)
                _write(self._desk, taken)
            except DeskError:
                with self._lock:
                    self._waiting.update(taken)
                raise

    def close(self) -> None:
        """Write for the last time and let go of the database. Raise a `DeskError`; then these counts are lost."""
        try:
            self.flush()
        finally:
            if self._desk is not None:
                self._desk.store.engine.dispose()

    def _gather(self, keys: Iterable[Key]) -> None:
        with self._lock:
            self._waiting.update(keys)


def _write(desk: Desk, counts: Counter[Key]) -> None:
    with desk.store.writing() as session:
        add_counts(session, counts, desk.clock())
