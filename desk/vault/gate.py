"""A queue before the expensive derivations: checking receipts must not exhaust the memory of the server.

At most `places` derivations run at once in a process (memory: places x 64 MiB by default), at most `waiting`
wait, none longer than `patience` seconds. Who does not get in hears so at once instead of slowing everybody.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from desk.errors import VaultBusyError


@dataclass(slots=True)
class Gate:
    """Shared by everything in one process that derives keys."""

    places: int = 2
    waiting: int = 32
    patience: float = 20.0
    _inside: threading.BoundedSemaphore = field(init=False, repr=False)
    _queue: threading.BoundedSemaphore = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._inside = threading.BoundedSemaphore(self.places)
        self._queue = threading.BoundedSemaphore(self.places + self.waiting)

    @contextmanager
    def entered(self) -> Iterator[None]:
        """Hold one place; raise `VaultBusyError` when the queue is full or waiting took too long."""
        if not self._queue.acquire(blocking=False):
            raise VaultBusyError
        try:
            if not self._inside.acquire(timeout=self.patience):
                raise VaultBusyError
            try:
                yield
            finally:
                self._inside.release()
        finally:
            self._queue.release()
