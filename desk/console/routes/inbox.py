"""The inbox: its queues, and what waits in each."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from desk.accounts.roles import Role
from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import NotFoundError
from desk.console.house import ConsoleHouse
from desk.console.pages import render
from desk.console.queue import Queue
from desk.console.queues import queues_for
from desk.console.watches import state_id

router = APIRouter(prefix="/inbox")

Reader = Annotated[Visitor, Depends(require(Role.COUNSELLOR, Role.COORDINATOR))]


@router.get("")
def inbox(request: Request, house: InHouse, visitor: Reader) -> Response:
    """Show every queue of this role."""
    return _page(request, house, visitor, queues_for(visitor.role))


@router.get("/{code}")
def one_queue(request: Request, house: InHouse, visitor: Reader, code: str) -> Response:
    """Show one queue."""
    chosen = [queue for queue in queues_for(visitor.role) if queue.code == code]
    if not chosen:
        raise NotFoundError
    return _page(request, house, visitor, chosen)


def _page(request: Request, house: ConsoleHouse, visitor: Visitor, queues: Sequence[Queue]) -> Response:
    # The state first: what changes while the page is made is then told at once.
    watched = state_id(house, visitor, "inbox")
    desk, reader = house.desk, visitor.unlocked
    shown = [(queue, queue.items(desk, reader), queue.count(desk, reader)) for queue in queues]
    return render(request, "inbox/inbox.html", queues=shown, watched=watched)
