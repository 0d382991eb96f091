"""All cases one has a key to: filtering, searching, saved views."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from desk.accounts.roles import Role
from desk.cases.finding import Open, Wanted, Whose, find_cases
from desk.cases.readers import READS, CaseKind
from desk.cases.workflow import Status
from desk.console.case_queues import case_item, names_for
from desk.console.case_texts import DONE
from desk.console.deps import InHouse, Visitor, require
from desk.console.house import ConsoleHouse
from desk.console.pages import render
from desk.console.texts import CASE_KINDS
from desk.shelf.filters import drop_filter, own_filters, save_filter
from desk.shelf.labels import all_labels

router = APIRouter(prefix="/cases")

Reader = Annotated[Visitor, Depends(require(Role.COUNSELLOR, Role.COORDINATOR))]
Code = Annotated[str, Query(max_length=22)]


def wanted_from(kind: Code = "", status: Code = "", whose: Code = "", label: Code = "", unseen: Code = "") -> Wanted:
    """Read the filter from the address; what it does not know does not matter."""
    statuses: dict[str, Status | Open] = {one.value: one for one in (*Status, *Open)}
    return Wanted(
        kind=CaseKind(kind) if kind in set(CaseKind) else None,
        status=statuses.get(status, Open.OPEN),
        whose=Whose(whose) if whose in set(Whose) else None,
        label=label or None,
        unseen=bool(unseen),
    )


@router.get("")
def cases(
    request: Request, house: InHouse, visitor: Reader, wanted: Annotated[Wanted, Depends(wanted_from)]
) -> Response:
    """Show the cases that fit."""
    return _list(request, house, visitor, wanted)


@router.post("/search")
def search(
    request: Request,
    house: InHouse,
    visitor: Reader,
    words: Annotated[str, Form(max_length=200)] = "",
    inside: Annotated[str, Form(max_length=5)] = "",
) -> Response:
    """Search by number or words. A form that is sent: words may be names, and addresses of pages are remembered."""
    return _list(request, house, visitor, Wanted(status=Open.ALL, words=words, inside=bool(inside)))


@router.post("/filters")
def keep_filter(
    house: InHouse,
    visitor: Reader,
    title: Annotated[str, Form(max_length=200)] = "",
    query: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Keep the view that is on the screen."""
    save_filter(house.desk, visitor.unlocked, title, query)
    visitor.session.flash = DONE["filter_kept"]
    return RedirectResponse("/cases", 303)


@router.post("/filters/{filter_id}/drop")
def forget_filter(house: InHouse, visitor: Reader, filter_id: str) -> Response:
    """Forget a view."""
    drop_filter(house.desk, visitor.unlocked, filter_id)
    visitor.session.flash = DONE["filter_dropped"]
    return RedirectResponse("/cases", 303)


def _list(request: Request, house: ConsoleHouse, visitor: Visitor, wanted: Wanted) -> Response:
    names, labels = names_for(house.desk, visitor.unlocked), all_labels(house.desk)
    titles = {one.id: one.title for one in labels}
    found = find_cases(house.desk, visitor.unlocked, wanted)
    items = [case_item(one.case, names, [titles[label] for label in one.labels if label in titles]) for one in found]
    return render(
        request,
        "case/cases.html",
        wanted=wanted,
        items=items,
        labels=labels,
        kinds=[(kind, CASE_KINDS[kind]) for kind in CaseKind if visitor.role in READS[kind]],
        filters=own_filters(house.desk, visitor.unlocked),
        query=request.url.query,
    )
