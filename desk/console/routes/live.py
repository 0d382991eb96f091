"""A live chat: taking it, reading, answering, handing on, giving back. Each step is a form that works by itself."""

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import RedirectResponse, Response

from desk.cases.colleagues import names_of
from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import sentence_of, status_of
from desk.console.house import ConsoleHouse
from desk.console.live_queues import live_title
from desk.console.live_texts import DONE, LEVELS, SPEAKERS, waiting_mark
from desk.console.pages import render
from desk.console.watches import state_id
from desk.errors import DeskError, EmptyTextError, LiveTakenError, NotYourLiveError, TextTooLongError
from desk.live import counselling
from desk.live.counselling import MAY_CLAIM, OpenLive
from desk.live.queue import LiveSummary, open_chats

router = APIRouter(prefix="/live/{live_id}")

Counsellor = Annotated[Visitor, Depends(require(*MAY_CLAIM))]


@router.get("")
def read(request: Request, house: InHouse, visitor: Counsellor, live_id: str) -> Response:
    """Show the live chat to its holder; to others only that it waits, or with whom it is."""
    return _page(request, house, visitor, live_id)


@router.post("/claim")
def claim(request: Request, house: InHouse, visitor: Counsellor, live_id: str) -> Response:
    """Take it. Who is too late sees with whom it is."""
    try:
        counselling.claim(house.desk, visitor.unlocked, live_id)
    except LiveTakenError as error:
        return _page(request, house, visitor, live_id, problem=error)
    return _to(visitor, f"/live/{live_id}#answer", "claimed")


@router.post("/answer")
def answer(
    request: Request,
    house: InHouse,
    visitor: Counsellor,
    live_id: str,
    text: Annotated[str, Form(max_length=20_000)] = "",
) -> Response:
    """Say something to the user. When that fails, nothing that was typed is lost."""
    try:
        counselling.answer(house.desk, visitor.unlocked, live_id, text)
    except (EmptyTextError, TextTooLongError, LiveTakenError, NotYourLiveError) as error:
        return _page(request, house, visitor, live_id, problem=error, typed=text)
    return RedirectResponse(f"/live/{live_id}#answer", 303)


@router.post("/hand-on")
def hand_on(
    house: InHouse, visitor: Counsellor, live_id: str, account: Annotated[str, Form(max_length=22)] = ""
) -> Response:
    """Hand it on to a colleague, or to whoever is there."""
    counselling.hand_on(house.desk, visitor.unlocked, live_id, account or None)
    return _to(visitor, "/inbox", "handed_on")


@router.post("/give-back")
def give_back(house: InHouse, visitor: Counsellor, live_id: str) -> Response:
    """Let the assistant speak again."""
    counselling.give_back(house.desk, visitor.unlocked, live_id)
    return _to(visitor, "/inbox", "given_back")


@router.post("/end")
def end(house: InHouse, visitor: Counsellor, live_id: str) -> Response:
    """Say that it is done."""
    counselling.end(house.desk, visitor.unlocked, live_id)
    return _to(visitor, "/inbox", "ended")


def _page(
    request: Request,
    house: ConsoleHouse,
    visitor: Visitor,
    live_id: str,
    problem: DeskError | None = None,
    typed: str = "",
) -> Response:
    """Show it as it is now; one that is over is a page too, since an open page asks for itself again."""
    chat, opened = _look(house, visitor, live_id)
    return render(
        request,
        "live/live.html",
        status=status_of(problem) if problem else 200,
        title=live_title(live_id),
        live_id=live_id,
        chat=chat,
        opened=opened,
        since=waiting_mark(chat.waiting_minutes) if chat else "",
        level=LEVELS[chat.level] if chat and chat.level else "",
        names=names_of(house.desk),
        speakers=SPEAKERS,
        colleagues=counselling.colleagues(house.desk, visitor.unlocked, live_id) if opened else (),
        problem=sentence_of(problem) if problem else "",
        typed=typed,
        watched=state_id(house, visitor, "live", live_id),
    )


def _look(house: ConsoleHouse, visitor: Visitor, live_id: str) -> tuple[LiveSummary | None, OpenLive | None]:
    """What stands outside the seal, and for the holder what is inside."""
    chat = next((one for one in open_chats(house.desk, visitor.account_id) if one.id == live_id), None)
    if chat is None or chat.holder != visitor.account_id:
        return chat, None
    try:
        return chat, counselling.read_live(house.desk, visitor.unlocked, live_id)
    except (LiveTakenError, NotYourLiveError):
        # It ended, or was let go, at this very moment.
        return None, None


def _to(visitor: Visitor, path: str, done: str) -> Response:
    visitor.session.flash = DONE[done]
    return RedirectResponse(path, 303)
