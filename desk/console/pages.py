"""Making a page from a template. Everything a template shows is escaped by Jinja2."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from desk.clock import AMSTERDAM
from desk.console.texts import MONTHS, ROLES, STATUSES, STRONG_MARKS

if TYPE_CHECKING:
    from desk.console.house import ConsoleHouse

TEMPLATES = Path(__file__).parent / "templates"


def open_templates() -> Environment:
    """Open the folder of templates; a name that a page does not get is an error, never an empty place."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {
        "role_names": ROLES,
        "csrf": csrf_field,
        "strong_marks": STRONG_MARKS,
        "status_names": STATUSES,
    }
    environment.filters |= {"dutch_day": dutch_day, "pairs": pairs, "clock_time": clock_time}
    return environment


def render(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """Fill in a template. `visitor` and `nav` are known in each: who is logged in, and where they may go."""
    house: ConsoleHouse = request.app.state.house
    known = {"visitor": getattr(request.state, "visitor", None), "nav": getattr(request.state, "nav", ())}
    html = house.templates.get_template(template).render(**known, here=request.url.path, **values)
    return HTMLResponse(html, status)


@pass_context
def csrf_field(context: Context) -> Markup:
    """Return the hidden field that every form of someone logged in must carry."""
    token = context["visitor"].csrf
    return Markup('<input type="hidden" name="csrf" value="{}">').format(token)


def clock_time(moment: str) -> str:
    """Return the time of an ISO 8601 moment in the Netherlands: "14:05"."""
    return f"{datetime.fromisoformat(moment).astimezone(AMSTERDAM):%H:%M}"


def pairs(things: Iterable[Any], title: str) -> list[tuple[str, str]]:
    """Return (id, title) of each, for a list to choose from."""
    return [(one.id, getattr(one, title)) for one in things]


def dutch_month(month: str) -> str:
    """Return "2026-03" as people say it: "maart 2026"."""
    year, _, number = month.partition("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def dutch_day(day: date) -> str:
    """Return a day as people say it: "21 november 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
