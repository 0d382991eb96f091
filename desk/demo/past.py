"""Months that never were: counts of a chat and facts about reports, through the code that counts real ones."""

from collections import Counter
from datetime import date, datetime, timedelta
from itertools import cycle, islice
from random import Random
from typing import Any

from desk.accounts.unlocking import Unlocked
from desk.cases.document import Ground, Phase, ReportDocument
from desk.clock import day_of
from desk.desk import Desk
from desk.statistics.counts import Counted, Key, add_counts, keys_of, wait_keys
from desk.statistics.publishing import publish_what_is_over
from desk.statistics.tallies import months_of, note_report, period_of

SEED = 20261121  # the same figures every time, so that pictures stay the same
MONTHS = 10
BUSY_HOURS = (10, 11, 12, 13, 14, 15, 15, 16, 16, 17, 19, 20, 21)
SECTORS = ("winkel", "techniek", "zorg", "zorg", "horeca", "bouw", None)
REPORTS = 44


def count_past_months(desk: Desk, plan: dict[str, Any], now: datetime) -> None:
    """Count a chat for each of the last months, a little different each time."""
    random = Random(SEED)  # noqa: S311  # figures for a demonstration, no secret
    first_of_month = now.replace(day=1, hour=12)
    with desk.store.writing() as session:
        for _ in range(MONTHS):
            first_of_month = (first_of_month - timedelta(days=1)).replace(day=1)
            add_counts(session, _month(plan, first_of_month, random), first_of_month)


def publish_past_reports(desk: Desk, analyst: Unlocked, now: datetime) -> None:
    """Note reports in the half year before this one, and publish it as an analyst's first look after it does."""
    publish_what_is_over(desk, analyst)
    days = _days_before(now)
    with desk.store.writing() as session:
        for number, day in enumerate(islice(cycle(days), REPORTS)):
            told = {"sector": SECTORS[number % len(SECTORS)], "phase": list(Phase)[number % 4]}
            grounds = (Ground.ORIGIN, Ground.RELIGION) if number % 3 else (Ground.SEX,)
            note_report(session, ReportDocument.model_validate({**told, "grounds": grounds}), day)
    publish_what_is_over(desk, analyst)


def _days_before(now: datetime) -> list[date]:
    start = day_of(now).replace(month=1 if now.month <= 6 else 7, day=1)
    months = months_of(period_of(start - timedelta(days=1)))
    return [date.fromisoformat(f"{month}-12") for month in months]


def _month(plan: dict[str, Any], month: datetime, random: Random) -> Counter[Key]:
    counts: Counter[Key] = Counter()
    for what, often in plan["counts"].items():
        for _ in _some(often, random):
            counts.update(keys_of(Counted(what), _moment(month, random)))
    for what, topics in (("answered", "topics"), ("helpful", "helpful"), ("not_helpful", "not_helpful")):
        for topic, often in plan[topics].items():
            counts.update(key for _ in _some(often, random) for key in keys_of(Counted(what), month, topic))
    for seconds, often in plan["waits"].items():
        counts.update(key for _ in _some(often, random) for key in wait_keys(seconds, month))
    return counts


def _some(often: int, random: Random) -> range:
    return range(round(often * random.uniform(0.6, 1.2)))


def _moment(month: datetime, random: Random) -> datetime:
    return month.replace(day=random.randint(1, 28), hour=random.choice(BUSY_HOURS))
