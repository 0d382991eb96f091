"""Back in without the password: with the recovery key on paper and a code."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from desk.accounts.signing_in import sign_in_recovered
from desk.console.cookies import give_token
from desk.console.deps import InHouse
from desk.console.errors import STEP_PATHS, sentence_of, status_of
from desk.console.pages import render
from desk.console.sessions import Step
from desk.console.texts import PASSWORDS_DIFFER
from desk.errors import (
    DeskError,
    LockedOutError,
    VaultBusyError,
    WeakPasswordError,
    WrongCodeError,
    WrongRecoveryKeyError,
)

router = APIRouter(prefix="/recover")

Secret = Annotated[str, Form(max_length=1000)]


@router.get("")
def recover_page(request: Request) -> Response:
    """Ask for recovery key, code and a new password."""
    return render(request, "recover.html", problem=None, email="")


@router.post("")
def recover(
    request: Request,
    house: InHouse,
    email: Annotated[str, Form(max_length=300)] = "",
    recovery_key: Secret = "",
    code: Annotated[str, Form(max_length=50)] = "",
    password: Secret = "",
    again: Secret = "",
) -> Response:
    """Choose a new password; a wrong address, key or code are all told in the same words."""
    if password != again:
        return render(request, "recover.html", status=422, problem=PASSWORDS_DIFFER, email=email)
    try:
        house.lockout.count_try(email)
        who, key = sign_in_recovered(house.desk, email, recovery_key, code, password)
    except (LockedOutError, VaultBusyError, WeakPasswordError, WrongRecoveryKeyError, WrongCodeError) as error:
        told: DeskError = WrongRecoveryKeyError() if isinstance(error, WrongCodeError) else error
        return render(request, "recover.html", status=status_of(told), problem=sentence_of(told), email=email)
    house.lockout.forget(email)
    house.sessions.end_all_of(who.unlocked.account_id)
    token, session = house.sessions.begin(who.unlocked, who.name, who.email, Step.KEEP_RECOVERY_KEY)
    session.recovery_key = key
    response = RedirectResponse(STEP_PATHS[session.step], 303)
    give_token(request, response, token)
    return response
