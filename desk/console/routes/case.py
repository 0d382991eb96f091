"""One case: reading it, and everything one can do with it. Each step is a form, so it works without JavaScript."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from desk.accounts.roles import Role
from desk.cases import casework, work
from desk.cases.answering import answer
from desk.cases.revealing import reveal
from desk.cases.workflow import Status
from desk.console.case_page import case_page
from desk.console.case_texts import DONE
from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import sentence_of, status_of
from desk.errors import CaseMovedOnError, EmptyTextError, TextTooLongError
from desk.shelf.canned import all_canned

router = APIRouter(prefix="/cases/{case_id}")

Reader = Annotated[Visitor, Depends(require(Role.COUNSELLOR, Role.COORDINATOR))]
Text = Annotated[str, Form(max_length=20_000)]
Account = Annotated[str, Form(max_length=22)]


@router.get("")
def read(request: Request, house: InHouse, visitor: Reader, case_id: str) -> Response:
    """Show a case to who has a key to it; for others, and for the log, it is a refusal."""
    return case_page(request, house, visitor, case_id)


@router.post("/answer")
def send_answer(
    request: Request,
    house: InHouse,
    visitor: Reader,
    case_id: str,
    text: Text = "",
    after: Annotated[int, Form(ge=0)] = 0,
) -> Response:
    """Answer the reporter. When that fails, nothing that was typed is lost."""
    try:
        answer(house.desk, visitor.unlocked, case_id, text, after)
    except (CaseMovedOnError, EmptyTextError, TextTooLongError) as error:
        status, problem = status_of(error), sentence_of(error)
        return case_page(request, house, visitor, case_id, status=status, problem=problem, typed=text)
    return _back(visitor, case_id, "answered")


@router.post("/draft")
def keep_draft(
    house: InHouse,
    visitor: Reader,
    case_id: str,
    text: Text = "",
    canned: Annotated[str, Form(max_length=22)] = "",
    insert: Annotated[str, Form(max_length=5)] = "",
    quiet: Annotated[str, Form(max_length=5)] = "",
) -> Response:
    """Keep an unfinished answer; "insert" first adds the chosen canned answer to it; "quiet" is the page itself."""
    if insert:
        chosen = [one.text for one in all_canned(house.desk) if one.id == canned]
        text = "\n\n".join(part for part in (text.strip(), *chosen) if part)
    work.save_draft(house.desk, visitor.unlocked, case_id, text)
    if quiet:
        return Response(status_code=204)
    return _back(visitor, case_id, "kept", "answer")


@router.post("/note")
def note(house: InHouse, visitor: Reader, case_id: str, text: Text = "") -> Response:
    """Keep a note for colleagues."""
    work.add_note(house.desk, visitor.unlocked, case_id, text)
    return _back(visitor, case_id, "noted")


@router.post("/labels")
def labels(
    house: InHouse,
    visitor: Reader,
    case_id: str,
    label: Annotated[list[str] | None, Form(max_length=50)] = None,
) -> Response:
    """Give the case exactly the labels that are ticked."""
    work.set_labels(house.desk, visitor.unlocked, case_id, set(label or ()))
    return _back(visitor, case_id, "labelled")


@router.post("/status")
def move(house: InHouse, visitor: Reader, case_id: str, status: Annotated[Status, Form()]) -> Response:
    """Take a step of the workflow."""
    casework.move(house.desk, visitor.unlocked, case_id, status)
    return _back(visitor, case_id, "moved")


@router.post("/claim")
def claim(house: InHouse, visitor: Reader, case_id: str) -> Response:
    """Take a case that is nobody's."""
    work.claim(house.desk, visitor.unlocked, case_id)
    return _back(visitor, case_id, "claimed")


@router.post("/release")
def release(house: InHouse, visitor: Reader, case_id: str) -> Response:
    """Give the case back to the queue."""
    work.release(house.desk, visitor.unlocked, case_id)
    return _back(visitor, case_id, "released")


@router.post("/hand-on")
def hand_on(house: InHouse, visitor: Reader, case_id: str, account: Account, text: Text = "") -> Response:
    """Hand the case on to a colleague with a key, with a note."""
    work.hand_on(house.desk, visitor.unlocked, case_id, account, text)
    return _back(visitor, case_id, "handed_on")


@router.post("/let-in")
def let_in(house: InHouse, visitor: Reader, case_id: str, account: Account) -> Response:
    """Give a colleague a key; refused when the reporter does not want that."""
    casework.add_reader(house.desk, visitor.unlocked, case_id, account)
    return _back(visitor, case_id, "let_in")


@router.post("/shut-out")
def shut_out(house: InHouse, visitor: Reader, case_id: str, account: Account) -> Response:
    """Take the key from a colleague, or from oneself: the case gets a new one."""
    casework.remove_reader(house.desk, visitor.unlocked, case_id, account)
    if account == visitor.account_id:
        visitor.session.revealed.pop(case_id, None)
        visitor.session.flash = DONE["left"]
        return RedirectResponse("/inbox", 303)
    return _back(visitor, case_id, "shut_out")


@router.post("/reveal")
def uncover(house: InHouse, visitor: Reader, case_id: str, field: Annotated[str, Form(max_length=40)]) -> Response:
    """Show one covered field in this session; that is written down."""
    reveal(house.desk, visitor.unlocked, case_id, field)
    visitor.session.revealed.setdefault(case_id, set()).add(field)
    return RedirectResponse(f"/cases/{case_id}#field-{field}", 303)


@router.post("/cover")
def cover(visitor: Reader, case_id: str, field: Annotated[str, Form(max_length=40)]) -> Response:
    """Cover a field again."""
    visitor.session.revealed.get(case_id, set()).discard(field)
    return RedirectResponse(f"/cases/{case_id}#field-{field}", 303)


def _back(visitor: Visitor, case_id: str, done: str, place: str = "") -> Response:
    visitor.session.flash = DONE[done]
    return RedirectResponse(f"/cases/{case_id}" + (f"#{place}" if place else ""), 303)
