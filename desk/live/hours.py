"""Office hours: `always`, `never`, or days and hours such as `mon-fri 09:00-17:00`, in Dutch time.

Holidays are not known here: on a public holiday the desk counts as open. Set `never` for that day.
"""

import re
from dataclasses import dataclass
from datetime import datetime, time

from desk.clock import AMSTERDAM

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY, _TIME = "|".join(DAYS), r"(?:[01]\d|2[0-3]):[0-5]\d"
FORM = re.compile(rf"({_DAY})-({_DAY}) ({_TIME})-({_TIME})")
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """On which days (Monday is 0), from when and until when; without times: the whole of those days.

    `first_day` and `last_day` are as they were given: Friday to Monday is 4 and 0.
    """

    days: frozenset[int]
    opens: time | None = None
    closes: time | None = None
    first_day: int = 0
    last_day: int = 6

    @property
    def is_always(self) -> bool:
        """Whether it never closes."""
        return self.days == EVERY_DAY and self.opens is None

    @property
    def is_never(self) -> bool:
        """Whether it never opens."""
        return not self.days

    def include(self, moment: datetime) -> bool:
        """Return whether a moment lies within; the closing time itself does not."""
        local = moment.astimezone(AMSTERDAM)
        if local.weekday() not in self.days:
            return False
        if self.opens is None or self.closes is None:
            return True
        return self.opens <= local.time() < self.closes


ALWAYS = OfficeHours(EVERY_DAY)
NEVER = OfficeHours(frozenset())


def read_hours(text: str) -> OfficeHours:
    """Read the setting; raise `ValueError` for what is none, or closes before it opens."""
    words = text.strip().lower()
    if words in ("always", "never"):
        return ALWAYS if words == "always" else NEVER
    found = FORM.fullmatch(words)
    if found is None:
        raise ValueError("use always, never, or for example mon-fri 09:00-17:00")
    first, last = DAYS.index(found[1]), DAYS.index(found[2])
    opens, closes = time.fromisoformat(found[3]), time.fromisoformat(found[4])
    if opens >= closes:
        raise ValueError("the desk must open before it closes, on the same day")
    days = frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))
    return OfficeHours(days, opens, closes, first, last)
