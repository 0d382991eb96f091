"""How often each article was called helpful, made from months that are over, under the same rule as all figures."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from desk.statistics.counts import By, Counted, Key, counted_months, read_counts
from desk.statistics.suppression import Cell, Shown, Table, added_up, parts

NO_TOPIC = "other"
NONE_YET = Cell("", Shown.FEW)


def helped(session: Session, topics: Iterable[str], now: datetime) -> dict[str, tuple[Cell, Cell]]:
    """Return for each topic how often it helped and how often it did not."""
    known = sorted(set(topics))
    counts = [read_counts(session, month) for month in counted_months(session, now)]
    ways = (Counted.HELPFUL, Counted.NOT_HELPFUL)
    yes, no = (_cells(added_up(way, [_month(counted, way, known) for counted in counts])) for way in ways)
    return {topic: (yes.get(topic, NONE_YET), no.get(topic, NONE_YET)) for topic in known}


def _month(counts: Mapping[Key, int], what: Counted, topics: list[str]) -> Table:
    by_topic: dict[str, int] = dict.fromkeys(topics, 0)
    total = 0
    for key, count in counts.items():
        if key.what is what and key.by is By.TOPIC and key.detail in by_topic:
            by_topic[key.detail] = count
        if key.what is what and key.by is By.ALL:
            total = count
    rest = max(0, total - sum(by_topic.values()))
    return parts(what, {**by_topic, NO_TOPIC: rest}, [NO_TOPIC])


def _cells(table: Table) -> dict[str, Cell]:
    return {cell.code: cell for cell in table.cells}
