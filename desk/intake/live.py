"""What actions and connectors use of live chats: `open_door` once per process, then its methods.

Everything a caller needs to name is importable from here. All methods block: call them in a thread. None of them
logs, and none of the types shows its content when printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from desk.cases.readers import CaseKind, active_readers
from desk.desk import Desk, open_desk
from desk.errors import (
    DeskClosedError,
    DeskError,
    DeskUnavailableError,
    EmptyTextError,
    LiveTakenError,
    NoReaderError,
    TextTooLongError,
    TooLargeError,
)
from desk.live import arriving
from desk.live.arriving import HandOver, Heard, LiveId
from desk.live.hours import DAYS, OfficeHours
from desk.live.levels import Level
from desk.live.lines import Line, Speaker
from desk.live.machine import Owner
from desk.live.outbox import News, Outgoing
from desk.settings import DeskSettings, read_settings

__all__ = [
    "DAYS",
    "DeskClosedError",
    "DeskError",
    "DeskSettings",
    "DeskUnavailableError",
    "EmptyTextError",
    "HandOver",
    "Heard",
    "Level",
    "Line",
    "LiveDoor",
    "LiveId",
    "LiveTakenError",
    "News",
    "NoReaderError",
    "OfficeHours",
    "Outgoing",
    "Owner",
    "Speaker",
    "TextTooLongError",
    "TooLargeError",
    "open_door",
    "read_settings",
]


@dataclass(frozen=True, slots=True)
class LiveDoor:
    """The door. Details and errors of each method stand with the function it calls."""

    desk: Desk

    @property
    def hours(self) -> OfficeHours:
        """When counsellors are there."""
        return self.desk.hours

    def is_open(self, now: datetime | None = None) -> bool:
        """Return whether a person can be asked for: within office hours, and there is a counsellor's account.

        Nobody has to be logged in at that moment: a mail tells them that someone waits.
        """
        return self.hours.include(now or self.desk.clock()) and self._someone_works_here()

    def hand_over(self, request: HandOver) -> LiveId:
        """See `arriving.hand_over`."""
        return arriving.hand_over(self.desk, request)

    def owner(self, live_id: str) -> Owner:
        """See `arriving.owner_of`."""
        return arriving.owner_of(self.desk, live_id)

    def say(self, live_id: str, text: str) -> None:
        """See `arriving.say`."""
        arriving.say(self.desk, live_id, text)

    def note_crisis(self, live_id: str, level: Level, card: str) -> None:
        """See `arriving.note_crisis`."""
        arriving.note_crisis(self.desk, live_id, level, card)

    def share(self, live_id: str, transcript: tuple[Line, ...]) -> None:
        """See `arriving.share`."""
        arriving.share(self.desk, live_id, transcript)

    def hear(self, given: Mapping[str, int]) -> dict[str, Heard]:
        """See `arriving.hear`."""
        return arriving.hear(self.desk, given)

    def user_stopped(self, live_id: str) -> None:
        """See `arriving.stop`."""
        arriving.stop(self.desk, live_id)

    def user_left(self, live_id: str) -> None:
        """See `arriving.leave`."""
        arriving.leave(self.desk, live_id)

    def _someone_works_here(self) -> bool:
        with self.desk.store.reading() as session:
            return bool(active_readers(session, CaseKind.MESSAGE))


def open_door(settings: DeskSettings) -> LiveDoor:
    """Open the desk for live chats; raise `DeskUnavailableError`, `VaultMismatchError`."""
    return LiveDoor(open_desk(settings))
