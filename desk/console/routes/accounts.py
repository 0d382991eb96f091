"""The admin's page of accounts. Nothing here opens, or ever opened, a case."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Path, Request
from fastapi.responses import RedirectResponse, Response

from desk.accounts.account import Person, create_account
from desk.accounts.managing import end_account, list_accounts, start_anew
from desk.accounts.roles import Role
from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import sentence_of, status_of
from desk.console.house import ConsoleHouse
from desk.console.pages import render
from desk.console.texts import ACCOUNT_DONE
from desk.errors import AccountExistsError, DeskError, InvalidAccountError

router = APIRouter(prefix="/accounts")

Admin = Annotated[Visitor, Depends(require(Role.ADMIN))]
Id = Annotated[str, Path(pattern=r"^[\w-]{22}$")]
Line = Annotated[str, Form(max_length=300)]


@router.get("")
def accounts(request: Request, house: InHouse, _visitor: Admin) -> Response:
    """Show every account."""
    return _page(request, house)


@router.post("")
def add(
    request: Request,
    house: InHouse,
    visitor: Admin,
    email: Line = "",
    name: Line = "",
    organisation: Line = "",
    role: Annotated[Role, Form()] = Role.COUNSELLOR,
    is_school: Annotated[str, Form(max_length=5)] = "",
) -> Response:
    """Make an account and show its one-time password, this once."""
    person = Person(email, role, name, organisation or None, bool(is_school))
    try:
        made = create_account(house.desk, person, visitor.account_id)
    except (AccountExistsError, InvalidAccountError) as error:
        return _page(request, house, error)
    return render(request, "accounts/once.html", name=name, email=email, password=made.one_time_password)


@router.post("/{account_id}/off")
def off(house: InHouse, visitor: Admin, account_id: Id) -> Response:
    """Switch an account off; its sessions end at once."""
    end_account(house.desk, visitor.unlocked, account_id)
    house.sessions.end_all_of(account_id)
    visitor.session.flash = ACCOUNT_DONE["off"]
    return RedirectResponse("/accounts", 303)


@router.post("/{account_id}/anew")
def anew(request: Request, house: InHouse, visitor: Admin, account_id: Id) -> Response:
    """Give somebody who lost everything a new start; show the one-time password, this once."""
    made = start_anew(house.desk, visitor.unlocked, account_id)
    house.sessions.end_all_of(account_id)
    (who,) = [one for one in list_accounts(house.desk) if one.id == account_id]
    return render(request, "accounts/once.html", name=who.name, email=who.email, password=made.one_time_password)


def _page(request: Request, house: ConsoleHouse, error: DeskError | None = None) -> Response:
    return render(
        request,
        "accounts/accounts.html",
        status=status_of(error) if error else 200,
        problem=sentence_of(error) if error else None,
        accounts=list_accounts(house.desk),
    )
