"""Published tables as people read them. The desk's page, its CSV file and the public page are all made from these."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from desk.statistics.activity import NO_TOPIC
from desk.statistics.suppression import Cell, Table
from desk.statistics.years import Period
from desk.topics import TopicName

NAMES = Path(__file__).parent / "names.yml"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what, what stands there for a person, and the number if there is one."""

    label: str
    shown: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table as it is shown. `total` only where the lines are parts of one."""

    name: str
    title: str
    about: str
    column: str
    lines: tuple[Line, ...]
    total: Line | None

    @property
    def has_numbers(self) -> bool:
        """Return whether there is anything to draw."""
        return any(line.number for line in self.lines)


def sheets_of(periods: Iterable[Period], topics: Iterable[TopicName]) -> tuple[Sheet, ...]:
    """Return the tables of one month, half year or year in the order of `names.yml`."""
    tables = {table.name: table for period in periods for table in period.tables}
    titles = {topic.id: topic.title for topic in topics}
    every = {**_names()["chat"], **_names()["reports"]}
    return tuple(_sheet(tables[name], named, titles) for name, named in every.items() if name in tables)


def period_title(name: str) -> str:
    """Return how people call it: `2026-10` is "oktober 2026", `2026-1` "eerste half jaar van 2026"."""
    year, _, part = name.partition("-")
    said = _names()["periods"]
    if not part:
        return str(said["year"]).format(year=year)
    if len(part) == 1:
        return str(said["half"][int(part) - 1]).format(year=year)
    return f"{said['month'][int(part) - 1]} {year}"


def _sheet(table: Table, named: Mapping[str, Any], titles: Mapping[str, str]) -> Sheet:
    cells = _worth_a_line(table.cells) if table.name == "topic" else table.cells
    names = titles | named.get("cells", {})
    lines = tuple(_line(_label(table.name, cell.code, names), cell) for cell in cells)
    total = _line(_names()["total"], table.total) if table.total else None
    return Sheet(table.name, named["title"], named["about"], named["column"], lines, total)


def _worth_a_line(cells: Iterable[Cell]) -> list[Cell]:
    """Leave the many topics without a number out; the most frequent first, the rest last."""
    counted = [cell for cell in cells if cell.count is not None]
    return sorted(counted, key=lambda cell: (cell.code == NO_TOPIC, -(cell.count or 0), cell.code))


def cell_text(cell: Cell) -> str:
    """Return what stands in a cell for a person."""
    return str(_names()["shown"].get(cell.shown, "{count}")).format(count=cell.count)


def _line(label: str, cell: Cell) -> Line:
    return Line(label, cell_text(cell), cell.count)


def _label(table: str, code: str, names: Mapping[str, str]) -> str:
    if table == "hour":
        return str(_names()["hour"]).format(first=int(code), last=int(code) + 1)
    if table == "month":
        return period_title(code)
    return str(int(code)) if table == "day" else names.get(code, code)


@cache
def _names() -> dict[str, Any]:
    names: dict[str, Any] = yaml.safe_load(NAMES.read_text(encoding="utf-8"))
    return names
