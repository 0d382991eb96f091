"""The own account: password, telephone, codes on paper. Each change asks for the password again."""

import base64
import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from desk.accounts.account import TOTP_BYTES
from desk.accounts.recovery_codes import new_recovery_codes, recovery_codes_left
from desk.accounts.school_login import has_school_login, unlink_school_login
from desk.accounts.totp import replace_secret
from desk.accounts.unlocking import choose_password, unlock
from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import STEP_PATHS, sentence_of, status_of
from desk.console.house import ConsoleHouse
from desk.console.pages import render
from desk.console.qr import qr_of
from desk.console.sessions import Step
from desk.console.texts import ACCOUNT_DONE, PASSWORDS_DIFFER
from desk.errors import DeskError, LockedOutError, WeakPasswordError, WrongCodeError, WrongPasswordError

router = APIRouter(prefix="/account")

Anyone = Annotated[Visitor, Depends(require())]
Secret = Annotated[str, Form(max_length=1000)]


@router.get("")
def account_page(request: Request, house: InHouse, visitor: Anyone) -> Response:
    """Show name, role and address, and what can be changed."""
    return _account_page(request, house, visitor)


@router.get("/password")
def password_page(request: Request, _visitor: Anyone) -> Response:
    """Ask for the password there is and a new one."""
    return render(request, "account/password.html", problem=None)


@router.post("/password")
def change_password(
    request: Request, house: InHouse, visitor: Anyone, current: Secret = "", password: Secret = "", again: Secret = ""
) -> Response:
    """Replace password, key and recovery key; every other session of this account ends."""
    if password != again:
        return render(request, "account/password.html", status=422, problem=PASSWORDS_DIFFER)
    try:
        _ask_again(house, visitor, current)
        chosen = choose_password(house.desk, visitor.unlocked, password)
    except (LockedOutError, WeakPasswordError, WrongPasswordError) as error:
        return render(request, "account/password.html", status=status_of(error), problem=sentence_of(error))
    session = visitor.session
    session.unlocked, session.recovery_key, session.step = chosen.unlocked, chosen.recovery_key, Step.KEEP_RECOVERY_KEY
    house.sessions.end_all_of(visitor.account_id, but=session)
    return RedirectResponse(STEP_PATHS[session.step], 303)


@router.post("/codes")
def new_codes(request: Request, house: InHouse, visitor: Anyone, current: Secret = "") -> Response:
    """Make new codes on paper; earlier ones stop working."""
    try:
        _ask_again(house, visitor, current)
    except (LockedOutError, WrongPasswordError) as error:
        return _account_page(request, house, visitor, error)
    visitor.session.codes = new_recovery_codes(house.desk, visitor.unlocked)
    visitor.session.step = Step.KEEP_CODES
    return RedirectResponse(STEP_PATHS[Step.KEEP_CODES], 303)


@router.post("/app")
def begin_new_app(request: Request, house: InHouse, visitor: Anyone, current: Secret = "") -> Response:
    """Begin with a new telephone; the old one works until the new one showed a right code."""
    try:
        _ask_again(house, visitor, current)
    except (LockedOutError, WrongPasswordError) as error:
        return _account_page(request, house, visitor, error)
    visitor.session.new_totp = secrets.token_bytes(TOTP_BYTES)
    return RedirectResponse("/account/app", 303)


@router.get("/app")
def new_app_page(request: Request, visitor: Anyone) -> Response:
    """Show the secret for the new telephone."""
    return _app_page(request, visitor, None)


@router.post("/app/confirm")
def confirm_new_app(
    request: Request, house: InHouse, visitor: Anyone, code: Annotated[str, Form(max_length=50)] = ""
) -> Response:
    """Take the first code of the new telephone."""
    if visitor.session.new_totp is None:
        return RedirectResponse("/account", 303)
    try:
        house.lockout.count_try(visitor.email)
        replace_secret(house.desk, visitor.account_id, visitor.session.new_totp, code)
    except (LockedOutError, WrongCodeError) as error:
        return _app_page(request, visitor, error)
    house.lockout.forget(visitor.email)
    visitor.session.new_totp = None
    visitor.session.flash = ACCOUNT_DONE["new_app"]
    return RedirectResponse("/account", 303)


@router.post("/school/unlink")
def unlink(house: InHouse, visitor: Anyone) -> Response:
    """Take away the link with the school's login."""
    unlink_school_login(house.desk, visitor.account_id)
    visitor.session.flash = ACCOUNT_DONE["unlinked"]
    return RedirectResponse("/account", 303)


def _ask_again(house: ConsoleHouse, visitor: Visitor, password: str) -> None:
    """Make sure that the person at the keys is the one who logged in."""
    house.lockout.count_try(visitor.email)
    unlock(house.desk, visitor.email, password)
    house.lockout.forget(visitor.email)


def _account_page(request: Request, house: ConsoleHouse, visitor: Visitor, error: DeskError | None = None) -> Response:
    return render(
        request,
        "account/account.html",
        status=status_of(error) if error else 200,
        problem=sentence_of(error) if error else None,
        codes_left=recovery_codes_left(house.desk, visitor.account_id),
        school=house.school,
        linked=has_school_login(house.desk, visitor.account_id),
    )


def _app_page(request: Request, visitor: Visitor, error: DeskError | None) -> Response:
    secret = visitor.session.new_totp
    if secret is None:
        return RedirectResponse("/account", 303)
    shown = qr_of(base64.b32encode(secret).decode(), visitor.email)
    problem, status = (sentence_of(error), status_of(error)) if error else (None, 200)
    return render(request, "account/app.html", status=status, shown=shown, problem=problem)
