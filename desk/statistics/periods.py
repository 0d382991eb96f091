"""Every period of which something was published: months of the chat, half years of reports, and years of both."""

from collections.abc import Iterable

from desk.desk import Desk
from desk.statistics.years import Period, published_halves, published_months, year_of


def every_period(desk: Desk, topics: Iterable[str]) -> dict[str, tuple[Period, ...]]:
    """Return what was published by the name of its period, newest first. Raise `DeskUnavailableError`."""
    with desk.store.reading() as session:
        months = published_months(session, topics, desk.clock())
        halves = published_halves(session)
    found: dict[str, tuple[Period, ...]] = {}
    for year in sorted({name[:4] for name in (*months, *halves)}, reverse=True):
        whole = (year_of(year, list(months.values())), year_of(year, list(halves.values())))
        found[year] = tuple(period for period in whole if period is not None)
        within = {**_within(year, months), **_within(year, halves)}
        found.update({name: (period,) for name, period in within.items()})
    return found


def _within(year: str, periods: dict[str, Period]) -> dict[str, Period]:
    return {name: periods[name] for name in sorted(periods, reverse=True) if name.startswith(f"{year}-")}
