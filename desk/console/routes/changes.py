"""The stream of changes (server-sent events), without content: a page that hears one asks for itself again."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Depends, Header, Query, Request
from fastapi.responses import Response, StreamingResponse

from desk.accounts.roles import Role
from desk.accounts.signing_in import is_current
from desk.cases.colleagues import names_of
from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import NotFoundError
from desk.console.house import ConsoleHouse
from desk.console.looking import AFTER_A_SIGN
from desk.console.watches import WATCHES, state_id

TICK_SECONDS = 1.0
# Then the browser comes back by itself, saying what it saw last.
TICKS = 300

router = APIRouter()

Reader = Annotated[Visitor, Depends(require(Role.COUNSELLOR, Role.COORDINATOR, touch=False))]
Anyone = Annotated[Visitor, Depends(require(touch=False))]


@router.get("/alive")
def alive(_visitor: Anyone) -> Response:
    """Tell a page whether its session goes on, without keeping it going."""
    return Response(status_code=204)


@router.get("/changes")
async def changes(
    request: Request,
    house: InHouse,
    visitor: Reader,
    what: Annotated[str, Query(max_length=20)] = "inbox",
    thing: Annotated[str, Query(alias="id", max_length=22)] = "",
    seen: Annotated[str, Query(max_length=24)] = "",
    last_event_id: Annotated[str, Header(max_length=24)] = "",
) -> Response:
    """Tell of every state that differs from the one last seen."""
    if what not in WATCHES:
        raise NotFoundError
    # Whoever may not follow this hears it before the stream begins.
    await to_thread.run_sync(state_id, house, visitor, what, thing)
    stream = _stream(request, house, visitor, (what, thing), last_event_id or seen)
    return StreamingResponse(stream, media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


async def _stream(
    request: Request, house: ConsoleHouse, visitor: Visitor, of: tuple[str, str], seen: str
) -> AsyncIterator[str]:
    looking: list[str] | None = None
    yield "retry: 1000\n\n"
    try:
        for _ in range(TICKS):
            if await request.is_disconnected() or not await to_thread.run_sync(_still_here, house, visitor):
                return
            now, others = await to_thread.run_sync(_look, house, visitor, of)
            if now != seen:
                yield f"id: {now}\nevent: changed\ndata: {now}\n\n"
            if others != looking:
                yield f"event: looking\ndata: {json.dumps(others)}\n\n"
            seen, looking = now, others
            await asyncio.sleep(TICK_SECONDS)
    finally:
        house.looking.leave(of[1], visitor.account_id)


def _still_here(house: ConsoleHouse, visitor: Visitor) -> bool:
    return house.sessions.goes_on(visitor.session) and is_current(house.desk, visitor.unlocked)


def _look(house: ConsoleHouse, visitor: Visitor, of: tuple[str, str]) -> tuple[str, list[str]]:
    """The state now, and the names of others who look at the same thing."""
    now = state_id(house, visitor, *of)
    what, thing = of
    if what != "case":
        return now, []
    house.looking.look(thing, visitor.account_id, AFTER_A_SIGN)
    others = house.looking.others(thing, visitor.account_id)
    names = names_of(house.desk) if others else {}
    return now, [names.get(one, "?") for one in others]
