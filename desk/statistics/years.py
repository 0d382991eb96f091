"""Figures of a whole year, made only from what was published per month and half year: see `added_up`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desk.statistics.activity import month_tables
from desk.statistics.counts import counted_months
from desk.statistics.publishing import published_periods
from desk.statistics.suppression import Table, added_up


@dataclass(frozen=True, slots=True)
class Period:
    """Published tables of a month (`2026-09`), a half year (`2026-1`) or a year (`2026`).

    `made_of`: the published periods it was added up from, itself when it is one of them.
    """

    name: str
    made_of: tuple[str, ...]
    tables: tuple[Table, ...]

    def table(self, name: str) -> Table | None:
        """Return the table of this name, if this period has it."""
        return next((table for table in self.tables if table.name == name), None)


def published_months(session: Session, topics: Iterable[str], now: datetime) -> dict[str, Period]:
    """Return the chat's months that are over, oldest first."""
    every = tuple(topics)
    months = counted_months(session, now)
    return {month: Period(month, (month,), tuple(month_tables(session, month, every, now))) for month in months}


def published_halves(session: Session) -> dict[str, Period]:
    """Return the half years of reports that were published, oldest first."""
    return {name: Period(name, (name,), tuple(tables)) for name, tables in published_periods(session).items()}


def year_of(year: str, periods: Sequence[Period]) -> Period | None:
    """Add up the published periods of a year; `None` when there is none. Days of a month are left out."""
    within = [period for period in periods if period.name.startswith(f"{year}-")]
    if not within:
        return None
    names = list(dict.fromkeys(table.name for period in within for table in period.tables if table.name != "day"))
    tables = (added_up(name, [t for period in within if (t := period.table(name)) is not None]) for name in names)
    return Period(year, tuple(period.name for period in within), tuple(tables))
