"""The dashboard: what was published, as charts with their tables, and as a file with exactly the same."""

import csv
import io
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from desk.accounts.roles import Role
from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import NotFoundError
from desk.console.house import ConsoleHouse
from desk.console.pages import render
from desk.statistics.periods import every_period
from desk.statistics.publishing import publish_what_is_over
from desk.statistics.sheets import Sheet, period_title, sheets_of
from desk.statistics.years import Period
from desk.topics import TopicName, read_topic_names

router = APIRouter(prefix="/figures")

Analyst = Annotated[Visitor, Depends(require(Role.ANALYST))]
Name = Annotated[str, Query(alias="period", pattern=r"^(\d{4}(-\d{1,2})?)?$")]
CSV_HEADER = ("Periode", "Tabel", "Onderdeel", "Aantal")
# Excel reads a file as UTF-8 only with this mark before it.
MARK = "\ufeff"


@router.get("")
def figures(request: Request, house: InHouse, visitor: Analyst, name: Name = "") -> Response:
    """Show one period, the newest year unless told otherwise; publishes what is over and was not published yet."""
    publish_what_is_over(house.desk, visitor.unlocked)
    topics, periods = _published(house)
    chosen = _chosen(periods, name)
    known = [(one, period_title(one)) for one in periods]
    sheets = sheets_of(periods[chosen], topics) if chosen else ()
    title = period_title(chosen) if chosen else ""
    return render(request, "figures/figures.html", known=known, chosen=chosen, chosen_title=title, sheets=sheets)


@router.get("/csv")
def figures_csv(house: InHouse, _visitor: Analyst, name: Name = "") -> Response:
    """Give the same tables as a file for a spreadsheet."""
    topics, periods = _published(house)
    chosen = _chosen(periods, name)
    if not chosen:
        raise NotFoundError
    text = MARK + as_csv(period_title(chosen), sheets_of(periods[chosen], topics))
    named = {"Content-Disposition": f'attachment; filename="wijzer-cijfers-{chosen}.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=named)


def as_csv(period: str, sheets: tuple[Sheet, ...]) -> str:
    """Write each line that the page shows, in the same words; semicolons, as Dutch spreadsheets want."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(CSV_HEADER)
    for sheet in sheets:
        lines = [*sheet.lines, *([sheet.total] if sheet.total else [])]
        writer.writerows((period, sheet.title, line.label, line.shown) for line in lines)
    return file.getvalue()


def _published(house: ConsoleHouse) -> tuple[tuple[TopicName, ...], dict[str, tuple[Period, ...]]]:
    topics = read_topic_names(house.settings.topics_file)
    return topics, every_period(house.desk, [topic.id for topic in topics])


def _chosen(periods: dict[str, tuple[Period, ...]], name: str) -> str:
    """Return the period asked for, or the newest; nothing when there is none at all."""
    if name and name not in periods:
        raise NotFoundError
    return name or next(iter(periods), "")
