"""Logging in and out."""

import re
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from desk.accounts.school_login import has_school_login
from desk.accounts.signing_in import SignedIn, sign_in
from desk.console.cookies import give_token, read_token, take_token
from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import STEP_PATHS, sentence_of, status_of
from desk.console.house import ConsoleHouse
from desk.console.pages import render
from desk.console.sessions import Step
from desk.errors import (
    DeskError,
    LockedOutError,
    SchoolLoginNeededError,
    VaultBusyError,
    WrongCodeError,
    WrongPasswordError,
)

# Only a plain place of our own: never another site, never two slashes.
OWN_PATH = re.compile(r"/(?![/\\])[\w/?=&%.~-]*")
LONGEST_PATH = 300

router = APIRouter()


@router.get("/login")
def login_page(request: Request, house: InHouse, next_path: Annotated[str, Query(alias="next")] = "/") -> Response:
    """Ask for address, password and code."""
    return render(request, "login.html", next_path=_own(next_path), email="", problem=None, school=house.school)


@router.post("/login")
def login(
    request: Request,
    house: InHouse,
    email: Annotated[str, Form(max_length=300)] = "",
    password: Annotated[str, Form(max_length=1000)] = "",
    code: Annotated[str, Form(max_length=50)] = "",
    next_path: Annotated[str, Form(alias="next", max_length=LONGEST_PATH)] = "/",
) -> Response:
    """Let in whoever knows password and code; tell others only that something is not right."""
    try:
        who = _let_in(house, email, password, code)
    except (LockedOutError, SchoolLoginNeededError, VaultBusyError, WrongPasswordError) as error:
        values = {"next_path": _own(next_path), "email": email, "problem": sentence_of(error), "school": house.school}
        return render(request, "login.html", status=status_of(error), **values)
    step = _first_step(who)
    _end_old_session(request, house)
    token, _ = house.sessions.begin(who.unlocked, who.name, who.email, step)
    response = RedirectResponse(_own(next_path) if step is Step.READY else STEP_PATHS[step], 303)
    give_token(request, response, token)
    return response


@router.post("/logout")
def logout(request: Request, house: InHouse, visitor: Annotated[Visitor, Depends(require())]) -> Response:
    """End the session, and with it the key in memory."""
    house.sessions.end(visitor.session)
    response = RedirectResponse("/login", 303)
    take_token(request, response)
    return response


def _let_in(house: ConsoleHouse, email: str, password: str, code: str) -> SignedIn:
    """Sign in behind the lock-out. A wrong code sounds as a wrong password does."""
    try:
        house.lockout.count_try(email)
        who = sign_in(house.desk, email, password, code)
    except WrongCodeError:
        house.metrics.logins.labels("refused").inc()
        raise WrongPasswordError from None
    except DeskError:
        house.metrics.logins.labels("refused").inc()
        raise
    house.lockout.forget(email)
    house.metrics.logins.labels("accepted").inc()
    # Only who knows password and code hears that this account comes in through its school.
    if house.school and house.settings.oidc_required and has_school_login(house.desk, who.unlocked.account_id):
        raise SchoolLoginNeededError
    return who


def _first_step(who: SignedIn) -> Step:
    if who.unlocked.must_choose_password:
        return Step.CHOOSE
    return Step.CONFIRM_CODE if who.code_is_due else Step.READY


def _end_old_session(request: Request, house: ConsoleHouse) -> None:
    old = house.sessions.find(read_token(request), touch=False)
    if old is not None:
        house.sessions.end(old)


def _own(path: str) -> str:
    fits = len(path) <= LONGEST_PATH and OWN_PATH.fullmatch(path)
    return path if fits else "/"
