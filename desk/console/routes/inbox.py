"""The inbox: its queues, and what waits in each."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from desk.accounts.roles import Role
from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import NotFoundError
from desk.console.pages import render
from desk.console.queues import queues_for

router = APIRouter(prefix="/inbox")

Reader = Annotated[Visitor, Depends(require(Role.COUNSELLOR, Role.COORDINATOR))]


@router.get("")
def inbox(request: Request, house: InHouse, visitor: Reader) -> Response:
    """Show every queue of this role."""
    queues = [(queue, queue.items(house.desk, visitor.unlocked)) for queue in queues_for(visitor.role)]
    return render(request, "inbox/inbox.html", queues=queues)


@router.get("/{code}")
def one_queue(request: Request, house: InHouse, visitor: Reader, code: str) -> Response:
    """Show one queue."""
    chosen = [queue for queue in queues_for(visitor.role) if queue.code == code]
    if not chosen:
        raise NotFoundError
    return render(request, "inbox/inbox.html", queues=[(chosen[0], chosen[0].items(house.desk, visitor.unlocked))])
