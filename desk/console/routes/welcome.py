"""The first login: an own password, the recovery key on paper, the authenticator app."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from desk.accounts.account import secret_of
from desk.accounts.recovery_codes import new_recovery_codes, recovery_codes_left
from desk.accounts.totp import check_code, is_confirmed
from desk.accounts.unlocking import choose_password
from desk.console.deps import InHouse, Visitor, require_step
from desk.console.errors import STEP_PATHS, sentence_of
from desk.console.house import ConsoleHouse
from desk.console.pages import render
from desk.console.qr import qr_of
from desk.console.sessions import Session, Step
from desk.console.texts import PASSWORDS_DIFFER
from desk.errors import LockedOutError, WeakPasswordError, WrongCodeError

router = APIRouter(prefix="/welcome")

Choosing = Annotated[Visitor, Depends(require_step(Step.CHOOSE))]
Keeping = Annotated[Visitor, Depends(require_step(Step.KEEP_RECOVERY_KEY))]
Codes = Annotated[Visitor, Depends(require_step(Step.KEEP_CODES))]
Confirming = Annotated[Visitor, Depends(require_step(Step.CONFIRM_CODE))]


@router.get("/password")
def password_page(request: Request, _visitor: Choosing) -> Response:
    """Ask for a password of one's own."""
    return render(request, "welcome/password.html", problem=None)


@router.post("/password")
def choose(
    request: Request,
    house: InHouse,
    visitor: Choosing,
    password: Annotated[str, Form(max_length=1000)] = "",
    again: Annotated[str, Form(max_length=1000)] = "",
) -> Response:
    """Replace the one-time password, and with it the key that its maker could have."""
    if password != again:
        return render(request, "welcome/password.html", status=422, problem=PASSWORDS_DIFFER)
    try:
        chosen = choose_password(house.desk, visitor.unlocked, password)
    except WeakPasswordError as error:
        return render(request, "welcome/password.html", status=422, problem=sentence_of(error))
    session = visitor.session
    session.unlocked, session.recovery_key = chosen.unlocked, chosen.recovery_key
    house.sessions.end_all_of(visitor.account_id, but=session)
    return _to(session, Step.KEEP_RECOVERY_KEY)


@router.get("/recovery-key")
def recovery_key_page(request: Request, visitor: Keeping) -> Response:
    """Show the recovery key until the person says it is kept."""
    return render(request, "welcome/recovery_key.html", recovery_key=visitor.session.recovery_key)


@router.post("/recovery-key")
def keep_recovery_key(house: InHouse, visitor: Keeping) -> Response:
    """Forget the recovery key; from now on it is on paper only."""
    session = visitor.session
    session.recovery_key = None
    confirmed = is_confirmed(house.desk, visitor.account_id)
    return _to_codes(house, visitor) if confirmed else _to(session, Step.CONFIRM_CODE)


@router.get("/code")
def code_page(request: Request, house: InHouse, visitor: Confirming) -> Response:
    """Show the secret as a picture and as text, and ask for the first code."""
    return _code_page(request, house, visitor, None)


@router.post("/code")
def confirm_code(
    request: Request, house: InHouse, visitor: Confirming, code: Annotated[str, Form(max_length=50)] = ""
) -> Response:
    """Take the first code: now the app surely has the secret."""
    try:
        house.lockout.count_try(visitor.email)
        check_code(house.desk, visitor.account_id, code)
    except (LockedOutError, WrongCodeError) as error:
        return _code_page(request, house, visitor, sentence_of(error))
    house.lockout.forget(visitor.email)
    return _to_codes(house, visitor)


@router.get("/recovery-codes")
def recovery_codes_page(request: Request, visitor: Codes) -> Response:
    """Show the codes for a lost telephone until the person says they are kept."""
    return render(request, "welcome/recovery_codes.html", codes=visitor.session.codes)


@router.post("/recovery-codes")
def keep_recovery_codes(visitor: Codes) -> Response:
    """Forget the codes; from now on they are on paper only."""
    visitor.session.codes = ()
    return _to(visitor.session, Step.READY)


def _to_codes(house: ConsoleHouse, visitor: Visitor) -> Response:
    """Make codes for who has none."""
    if recovery_codes_left(house.desk, visitor.account_id):
        return _to(visitor.session, Step.READY)
    visitor.session.codes = new_recovery_codes(house.desk, visitor.unlocked)
    return _to(visitor.session, Step.KEEP_CODES)


def _code_page(request: Request, house: ConsoleHouse, visitor: Visitor, problem: str | None) -> Response:
    shown = qr_of(secret_of(house.desk, visitor.account_id), visitor.email)
    return render(request, "welcome/code.html", status=422 if problem else 200, shown=shown, problem=problem)


def _to(session: Session, step: Step) -> Response:
    session.step = step
    return RedirectResponse(STEP_PATHS[step], 303)
