"""The desk's door, opened at the first use and kept: a desk that is away now may be there at the next message."""

import threading
from functools import cache

from desk.intake.reports import Intake, open_intake, read_settings

_opening = threading.Lock()


def intake() -> Intake:
    """The door of this process. Blocks; raises `DeskUnavailableError`, `VaultMismatchError`."""
    with _opening:
        return _opened()


@cache
def _opened() -> Intake:
    return open_intake(read_settings())
