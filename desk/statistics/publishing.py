"""Publishing what was reported in a half year: once, after it is over, by an analyst who is logged in.

What was published never changes and everything else is made from it, so no two figures can be subtracted to find a
hidden one. The sealed facts are destroyed in the same transaction.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desk.accounts.unlocking import Unlocked
from desk.audit import append_audit
from desk.clock import day_of
from desk.desk import Desk
from desk.statistics.box import box_key
from desk.statistics.counts import GRACE
from desk.statistics.suppression import Cell, Shown, Table, lone_cells, parts
from desk.statistics.tallies import Fact, dimensions, open_facts, period_of
from desk.store.statistics_tables import PublishedRow, TallyRow

# Parts of one total, and what is withheld first to protect a small cell. A report may have several grounds, so
# those are no parts of anything.
PARTS: dict[str, tuple[str, ...]] = {"month": (), "phase": ("unknown",), "sector": ("other", "unknown")}


def publish_what_is_over(desk: Desk, analyst: Unlocked) -> int:
    """Publish each half year that is over and was not published yet; return how many. Raise `DeskUnavailableError`."""
    published = 0
    with desk.store.writing() as session:
        key = box_key(session, desk, analyst.account_id, analyst.private)
        if key is None:
            return 0
        for period in _waiting(session, desk.clock()):
            tables = report_tables(period, open_facts(session, period, key))
            session.add(PublishedRow(period=period, tables=[_written(table) for table in tables]))
            session.execute(delete(TallyRow).where(TallyRow.period == period))
            append_audit(session, desk.pepper, desk.clock(), analyst.account_id, "figures_published", period)
            published += 1
    if published:
        desk.store.wipe_soon()
    return published


def report_tables(period: str, facts: Mapping[Fact, int]) -> list[Table]:
    """Return the tables of one half year, safe to show to anyone."""
    tables = []
    for name, values in dimensions(period).items():
        counts = {str(value): facts.get((name, value), 0) for value in values}
        tables.append(parts(name, counts, PARTS[name]) if name in PARTS else lone_cells(name, counts))
    return tables


def published_periods(session: Session) -> dict[str, list[Table]]:
    """Return everything that was published, oldest first."""
    rows = session.scalars(select(PublishedRow).order_by(PublishedRow.period))
    return {row.period: [_read(table) for table in row.tables] for row in rows}


def _waiting(session: Session, now: datetime) -> list[str]:
    """Half years that are over; a day later, so that nothing is filed in it any more."""
    current = period_of(day_of(now - GRACE))
    periods = session.scalars(select(TallyRow.period).distinct().order_by(TallyRow.period))
    done = set(session.scalars(select(PublishedRow.period)))
    return [period for period in periods if period < current and period not in done]


def _written(table: Table) -> dict[str, Any]:
    total = [table.total] if table.total else []
    return {"name": table.name, "cells": [_cell(c) for c in table.cells], "total": [_cell(c) for c in total]}


def _cell(cell: Cell) -> list[Any]:
    return [cell.code, cell.shown, cell.count]


def _read(table: dict[str, Any]) -> Table:
    cells = tuple(Cell(code, Shown(shown), count) for code, shown, count in table["cells"])
    total = [Cell(code, Shown(shown), count) for code, shown, count in table["total"]]
    return Table(table["name"], cells, total[0] if total else None)
