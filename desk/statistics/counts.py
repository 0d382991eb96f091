"""Counters of what happened, per month. Nothing about a person, and never two properties of one event together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desk.clock import AMSTERDAM
from desk.store.statistics_tables import CountRow

# A month is over, and may be published, one day after its end: what is written late still finds its place.
GRACE = timedelta(days=1)


class Counted(StrEnum):
    """What is counted."""

    CONVERSATION = "conversation"
    ANSWERED = "answered"
    CHOICES = "choices"
    NOT_KNOWN = "not_known"
    OUT_OF_SCOPE = "out_of_scope"
    CRISIS = "crisis"
    HANDED_OVER = "handed_over"
    HELPFUL = "helpful"
    NOT_HELPFUL = "not_helpful"
    WAITED = "waited"


class By(StrEnum):
    """By which one thing a count is divided."""

    ALL = "all"
    TOPIC = "topic"
    DAY = "day"
    HOUR = "hour"
    WAIT = "wait"


class Wait(StrEnum):
    """How long someone waited for a person; `LEFT`: went away before that."""

    UNDER_1 = "under_1"
    UNDER_5 = "under_5"
    UNDER_15 = "under_15"
    UNDER_60 = "under_60"
    LONGER = "longer"
    LEFT = "left"


LIMITS: tuple[tuple[int, Wait], ...] = (
    (60, Wait.UNDER_1),
    (5 * 60, Wait.UNDER_5),
    (15 * 60, Wait.UNDER_15),
    (60 * 60, Wait.UNDER_60),
)
WITH_TOPIC = frozenset({Counted.ANSWERED, Counted.HELPFUL, Counted.NOT_HELPFUL})


@dataclass(frozen=True, slots=True)
class Key:
    """Which counter."""

    month: str
    what: Counted
    by: By = By.ALL
    detail: str = ""


Counts = Mapping[Key, int]


def month_of(moment: datetime) -> str:
    """Return the Dutch month, `YYYY-MM`."""
    return moment.astimezone(AMSTERDAM).strftime("%Y-%m")


def is_over(month: str, now: datetime) -> bool:
    """Return whether nothing is added to this month any more."""
    return month < month_of(now - GRACE)


def keys_of(what: Counted, now: datetime, topic: str | None = None) -> Iterable[Key]:
    """Return the counters that one event adds to. Only conversations are counted by day and by hour."""
    month = month_of(now)
    yield Key(month, what)
    if what is Counted.CONVERSATION:
        here = now.astimezone(AMSTERDAM)
        yield Key(month, what, By.DAY, here.strftime("%d"))
        yield Key(month, what, By.HOUR, here.strftime("%H"))
    if topic is not None and what in WITH_TOPIC:
        yield Key(month, what, By.TOPIC, topic[:120])


def wait_keys(seconds: float | None, now: datetime) -> Iterable[Key]:
    """Return the counters of someone who waited this long for a person; `None`: left before."""
    month = month_of(now)
    wait = Wait.LEFT if seconds is None else next((w for limit, w in LIMITS if seconds < limit), Wait.LONGER)
    yield Key(month, Counted.WAITED)
    yield Key(month, Counted.WAITED, By.WAIT, wait)


def add_counts(session: Session, counts: Counts, now: datetime) -> None:
    """Add in the caller's transaction. What comes too late for its month is added to this one.

    Sorted, so that two processes never wait for each other's rows.
    """
    current = month_of(now)
    moved: Counter[Key] = Counter()
    for key, number in counts.items():
        moved[Key(current, key.what, key.by, key.detail) if is_over(key.month, now) else key] += number
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    for key in sorted(moved, key=lambda one: (one.month, one.what, one.by, one.detail)):
        row = insert(CountRow).values(month=key.month, what=key.what, by=key.by, detail=key.detail, count=moved[key])
        whole = ["month", "what", "by", "detail"]
        session.execute(row.on_conflict_do_update(index_elements=whole, set_={"count": CountRow.count + moved[key]}))


def read_counts(session: Session, month: str) -> dict[Key, int]:
    """Return all counters of a month, unprotected: for `activity` only."""
    rows = session.scalars(select(CountRow).where(CountRow.month == month))
    return {Key(row.month, Counted(row.what), By(row.by), row.detail): max(0, row.count) for row in rows}


def counted_months(session: Session, now: datetime) -> list[str]:
    """Return the months that are over and have counts, oldest first."""
    months = session.scalars(select(CountRow.month).distinct().order_by(CountRow.month))
    return [month for month in months if is_over(month, now)]
