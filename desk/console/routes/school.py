"""Logging in through the school. The school says who it is; the own password still opens the key.

The cookie of a session does not travel with somebody who comes from another site (`SameSite=strict`), so the way
back is recognised by a cookie of its own, for ten minutes and for these pages only.
"""

import hmac
from dataclasses import replace
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from desk.accounts.school_login import account_at_school, link_school_login
from desk.accounts.signing_in import sign_in_from_school
from desk.console.cookies import give_token, is_secure
from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import NotFoundError, sentence_of, status_of
from desk.console.house import ConsoleHouse
from desk.console.pages import render
from desk.console.school import MINUTES_10, School
from desk.console.sessions import Step
from desk.errors import LockedOutError, SchoolLoginError, VaultBusyError, WrongCodeError, WrongPasswordError

COOKIE = "desk-school"

router = APIRouter(prefix="/school")


def get_school(house: InHouse) -> School:
    """Return the provider; without one these pages do not exist."""
    if house.school is None:
        raise NotFoundError
    return house.school


AtSchool = Annotated[School, Depends(get_school)]
Long = Annotated[str, Query(max_length=4000)]


@router.get("/start")
async def start(request: Request, house: InHouse, school: AtSchool) -> Response:
    """Go to the school to log in."""
    return await _go(request, house, school)


@router.get("/link")
async def link(
    request: Request, house: InHouse, school: AtSchool, visitor: Annotated[Visitor, Depends(require())]
) -> Response:
    """Go to the school to link the own account; only who is logged in at the desk can begin this."""
    return await _go(request, house, school, visitor.account_id)


@router.get("/back")
async def back(request: Request, house: InHouse, school: AtSchool, code: Long = "", state: Long = "") -> Response:
    """Hear from the school who it is; then link, or ask for the own password."""
    begun = school.read(request.cookies.get(COOKIE, ""))
    if not code or not hmac.compare_digest(begun.state.encode(), state.encode()):
        raise SchoolLoginError
    person = await school.come_back(begun, _back(request, house), code)
    if begun.link_to:
        await to_thread.run_sync(link_school_login, house.desk, begun.link_to, school.issuer, person.subject)
        return _remember(request, render(request, "school/linked.html", school=school), "")
    account = await to_thread.run_sync(account_at_school, house.desk, school.issuer, person.subject)
    known = replace(begun, account=account, checked_twice=school.has_checked_twice(person))
    page = render(request, "school/unlock.html", asks_code=not known.checked_twice, problem=None)
    return _remember(request, page, school.seal(known))


@router.post("/unlock")
def unlock(
    request: Request,
    house: InHouse,
    school: AtSchool,
    password: Annotated[str, Form(max_length=1000)] = "",
    code: Annotated[str, Form(max_length=50)] = "",
) -> Response:
    """Open the own key with the own password; ask for a code too unless the school did."""
    begun = school.read(request.cookies.get(COOKIE, ""))
    if not begun.account:
        raise SchoolLoginError
    try:
        house.lockout.count_try(begun.account)
        who = sign_in_from_school(house.desk, begun.account, password, None if begun.checked_twice else code)
    except (LockedOutError, VaultBusyError, WrongPasswordError, WrongCodeError) as error:
        told = WrongPasswordError() if isinstance(error, WrongCodeError) else error
        values = {"asks_code": not begun.checked_twice, "problem": sentence_of(told)}
        return render(request, "school/unlock.html", status=status_of(told), **values)
    house.lockout.forget(begun.account)
    token, _ = house.sessions.begin(who.unlocked, who.name, who.email, Step.READY)
    response = RedirectResponse("/", 303)
    give_token(request, response, token)
    return _remember(request, response, "")


async def _go(request: Request, house: ConsoleHouse, school: School, link_to: str = "") -> Response:
    address, cookie = await school.begin(_back(request, house), link_to)
    return _remember(request, RedirectResponse(address, 303), cookie)


def _back(request: Request, house: ConsoleHouse) -> str:
    """The address the school sends people back to; it must be known there, letter by letter."""
    return (house.settings.desk_url.rstrip("/") or str(request.base_url).rstrip("/")) + "/school/back"


def _remember(request: Request, response: Response, cookie: str) -> Response:
    secure, age = is_secure(request), MINUTES_10 if cookie else 0
    response.set_cookie(COOKIE, cookie, max_age=age, httponly=True, secure=secure, samesite="lax", path="/school")
    return response
