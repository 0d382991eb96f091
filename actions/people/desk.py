"""What the desk offers at this moment, and its hours in words."""

from dataclasses import dataclass

from actions.intake import intake
from actions.services import services
from desk.intake.live import DAYS, LiveDoor, OfficeHours
from desk.intake.reports import CaseKind


@dataclass(frozen=True, slots=True)
class Offer:
    """Whether a person can be asked for now, and who would read a message."""

    person: bool
    message: bool
    sme_message: bool
    hours: OfficeHours


def offer_now() -> Offer:
    """Ask the desk; blocks. Raise a `DeskError`."""
    door = intake()
    live = LiveDoor(door.desk)
    return Offer(live.is_open(), door.is_read(CaseKind.MESSAGE), door.is_read(CaseKind.SME_MESSAGE), live.hours)


def hours_in_words(hours: OfficeHours) -> str:
    """Return "Medewerkers zijn er maandag tot en met vrijdag van 09:00 tot 17:00 uur.", or so for always and never."""
    words = services().labels
    if hours.is_never or hours.is_always or hours.opens is None or hours.closes is None:
        return words["hours_never" if hours.is_never else "hours_always"]
    first, last = words[DAYS[hours.first_day]], words[DAYS[hours.last_day]]
    days = first if first == last else words["hours_days"].format(first=first, last=last)
    return words["hours"].format(days=days, opens=f"{hours.opens:%H:%M}", closes=f"{hours.closes:%H:%M}")
