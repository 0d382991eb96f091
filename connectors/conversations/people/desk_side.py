"""The desk as a connector uses it: opened at the first need, so that a chat starts also while the desk does not."""

import threading

from connectors.logs import get_logger
from desk.intake.live import DeskSettings, LiveDoor, open_door
from desk.intake.reports import Intake

log = get_logger()


class DeskSide:
    """One desk for all threads of this process."""

    def __init__(self, settings: DeskSettings) -> None:
        self._settings = settings
        self._opened: LiveDoor | None = None
        self._lock = threading.Lock()

    def live(self) -> LiveDoor:
        """Return the door of live chats; blocks. Raise `DeskUnavailableError`, `VaultMismatchError`."""
        with self._lock:
            if self._opened is None:
                self._opened = open_door(self._settings)
            return self._opened

    def intake(self) -> Intake:
        """Return the door for handing in; blocks. Raises like `live`."""
        return Intake(self.live().desk)

    def close(self) -> None:
        """Let go of the database."""
        with self._lock:
            if self._opened is not None:
                self._opened.desk.store.engine.dispose()
