"""What the chat did in a month that is over, as tables that may be shown to anyone."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from desk.statistics.counts import By, Counted, Key, Wait, counted_months, read_counts
from desk.statistics.suppression import Table, lone_cells, parts

# Each is a number of its own; no two of them add up to a third.
MEASURES = (
    Counted.CONVERSATION,
    Counted.ANSWERED,
    Counted.CHOICES,
    Counted.NOT_KNOWN,
    Counted.OUT_OF_SCOPE,
    Counted.HELPFUL,
    Counted.NOT_HELPFUL,
    Counted.HANDED_OVER,
    Counted.CRISIS,
)
NO_TOPIC = "other"


def month_tables(session: Session, month: str, topics: Iterable[str], now: datetime) -> list[Table]:
    """Return the tables of one month; none unless it is over. `topics`: all ids that could have been counted."""
    if month not in counted_months(session, now):
        return []
    counts = read_counts(session, month)
    days = [f"{day:02}" for day in range(1, _days_in(month) + 1)]
    hours = [f"{hour:02}" for hour in range(24)]
    return [
        lone_cells("measure", {what: counts.get(Key(month, what), 0) for what in MEASURES}),
        parts("day", _by(counts, month, Counted.CONVERSATION, By.DAY, days)),
        parts("hour", _by(counts, month, Counted.CONVERSATION, By.HOUR, hours)),
        parts("topic", _topics(counts, month, topics), [NO_TOPIC]),
        parts("wait", _by(counts, month, Counted.WAITED, By.WAIT, Wait)),
    ]


def _by(counts: Mapping[Key, int], month: str, what: Counted, by: By, details: Iterable[str]) -> dict[str, int]:
    return {str(detail): counts.get(Key(month, what, by, str(detail)), 0) for detail in details}


def _topics(counts: Mapping[Key, int], month: str, topics: Iterable[str]) -> dict[str, int]:
    """Answers by topic; what has no known topic is `other`, so that all parts add up to the answers."""
    known = _by(counts, month, Counted.ANSWERED, By.TOPIC, sorted(set(topics)))
    rest = counts.get(Key(month, Counted.ANSWERED), 0) - sum(known.values())
    return {**known, NO_TOPIC: max(0, rest)}


def _days_in(month: str) -> int:
    year, number = month.split("-")
    return monthrange(int(year), int(number))[1]
