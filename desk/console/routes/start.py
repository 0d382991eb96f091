"""The first page after logging in: where this role may go."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from desk.console.deps import InHouse, Visitor, require
from desk.console.pages import render
from desk.console.queues import queues_for

router = APIRouter()


@router.get("/")
def start(request: Request, house: InHouse, visitor: Annotated[Visitor, Depends(require())]) -> Response:
    """Show what waits, and the places."""
    waiting = [(queue, queue.count(house.desk, visitor.unlocked)) for queue in queues_for(visitor.role)]
    return render(request, "start.html", waiting=waiting)
