"""What the desk keeps at hand: its labels and its canned answers."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request
from fastapi.responses import RedirectResponse, Response

from desk.accounts.roles import Role
from desk.console.case_texts import DONE
from desk.console.deps import InHouse, Visitor, require
from desk.console.pages import render
from desk.shelf.canned import add_canned, all_canned, drop_canned
from desk.shelf.labels import add_label, all_labels, drop_label

router = APIRouter(prefix="/shelf")

Reader = Annotated[Visitor, Depends(require(Role.COUNSELLOR, Role.COORDINATOR))]
Id = Annotated[str, Path(pattern=r"^[\w-]{22}$")]
Title = Annotated[str, Form(max_length=200)]


@router.get("")
def shelf(request: Request, house: InHouse, _visitor: Reader) -> Response:
    """Show both, with forms to add and remove."""
    return render(request, "case/shelf.html", labels=all_labels(house.desk), canned=all_canned(house.desk))


@router.post("/labels")
def make_label(house: InHouse, visitor: Reader, title: Title = "") -> Response:
    """Make a label."""
    add_label(house.desk, visitor.unlocked, title)
    return _back(visitor, "added")


@router.post("/labels/{label_id}/drop")
def remove_label(house: InHouse, visitor: Reader, label_id: Id) -> Response:
    """Remove a label from the shelf and from every case."""
    drop_label(house.desk, visitor.unlocked, label_id)
    return _back(visitor, "dropped")


@router.post("/answers")
def make_canned(
    house: InHouse, visitor: Reader, title: Title = "", text: Annotated[str, Form(max_length=20_000)] = ""
) -> Response:
    """Keep a canned answer."""
    add_canned(house.desk, visitor.unlocked, title, text)
    return _back(visitor, "added")


@router.post("/answers/{canned_id}/drop")
def remove_canned(house: InHouse, visitor: Reader, canned_id: Id) -> Response:
    """Remove a canned answer."""
    drop_canned(house.desk, visitor.unlocked, canned_id)
    return _back(visitor, "dropped")


def _back(visitor: Visitor, done: str) -> Response:
    visitor.session.flash = DONE[done]
    return RedirectResponse("/shelf", 303)
