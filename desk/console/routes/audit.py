"""The audit log for the admin: who did what, never what it was about; and whether the chain is whole."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from desk.accounts.roles import Role
from desk.audit_reading import PAGE, check_chain, read_audit
from desk.cases.colleagues import names_of
from desk.console.audit_texts import action_name
from desk.console.deps import InHouse, Visitor, require
from desk.console.house import ConsoleHouse
from desk.console.pages import render
from desk.errors import AuditBrokenError

router = APIRouter(prefix="/audit")

Admin = Annotated[Visitor, Depends(require(Role.ADMIN))]
Number = Annotated[int | None, Query(ge=1)]
Id = Annotated[str, Query(max_length=22)]


@router.get("")
def audit(
    request: Request, house: InHouse, _visitor: Admin, before: Number = None, actor: Id = "", subject: Id = ""
) -> Response:
    """Show a hundred entries, newest first."""
    return _page(request, house, before=before, actor=actor, subject=subject)


@router.post("/check")
def check(request: Request, house: InHouse, visitor: Admin) -> Response:
    """Walk the whole chain and say whether it is as it was."""
    try:
        head = check_chain(house.desk, visitor.unlocked)
    except AuditBrokenError as error:
        return _page(request, house, status=500, broken=error.sequence)
    return _page(request, house, whole=head.sequence)


def _page(
    request: Request,
    house: ConsoleHouse,
    *,
    status: int = 200,
    before: int | None = None,
    actor: str = "",
    subject: str = "",
    whole: int | None = None,
    broken: int | None = None,
) -> Response:
    names = names_of(house.desk)
    entries = read_audit(house.desk, before=before, actor=actor, subject=subject)
    return render(
        request,
        "audit/audit.html",
        status=status,
        entries=[(entry, action_name(entry.action, names)) for entry in entries],
        names=names,
        actor=actor,
        subject=subject,
        older=entries[-1].sequence if len(entries) == PAGE else None,
        whole=whole,
        broken=broken,
    )
