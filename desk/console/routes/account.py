"""The own account: what stands about oneself."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from desk.console.deps import Visitor, require
from desk.console.pages import render

router = APIRouter(prefix="/account")


@router.get("")
def account_page(request: Request, _visitor: Annotated[Visitor, Depends(require())]) -> Response:
    """Show name, role and address."""
    return render(request, "account/account.html")
