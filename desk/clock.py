"""Time, injected everywhere. What a reporter does is kept by the day, what must end soon by the minute."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Clock = Callable[[], datetime]


def amsterdam_now() -> datetime:
    """Return the time in the Netherlands, with its offset."""
    return datetime.now(AMSTERDAM)


def day_of(moment: datetime) -> date:
    """Return the Dutch calendar day: all that is kept of when a reporter did something."""
    return moment.astimezone(AMSTERDAM).date()


def minute_of(moment: datetime) -> int:
    """Return whole minutes since 1970: for drafts and receipts that end within the hour."""
    return int(moment.timestamp()) // 60


def stamp_of(moment: datetime) -> str:
    """Return ISO 8601 to the second with offset: for what people of the desk do."""
    return moment.astimezone(AMSTERDAM).isoformat(timespec="seconds")
