"""A small bot that speaks the channel's language, for the branches a real one rarely takes.

What it does depends on the text it gets: see `REPLIES` and `StandInBot._misbehave`. Anything else is echoed.
"""

import asyncio
import threading
from typing import Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

TOKEN = "stand-in-token-for-tests"
RECEIPT = "1234 5678 9012 3456"

Said = dict[str, Any]


def say(text: str, **more: Any) -> Said:
    """Make one message as the channel answers it."""
    plain: Said = {
        "text": text,
        "buttons": [],
        "article": None,
        "source": None,
        "receipt": None,
        "escalated": False,
        "kind": "info",
        "more": False,
    }
    return plain | more


ANSWER = say(
    "Vaak krijg je een stagevergoeding.",
    kind="answer",
    article="stage/vergoeding",
    source={"title": "Cao gemeenten", "url": "https://www.caogemeenten.nl", "as_of": "2026-01"},
    more=True,
)
REPLIES: dict[str, list[Said]] = {
    "/begin": [say("Hoi! Ik ben een chatbot, geen mens."), say("Waar kan ik je mee helpen?")],
    "/stage_vergoeding": [ANSWER],
    "vergoeding": [ANSWER],
    "keuze": [
        say(
            "Bedoel je dit?",
            kind="choices",
            buttons=[
                {"title": "Stagevergoeding", "payload": "/stage_vergoeding"},
                {"title": "De website", "url": "https://www.s-bb.nl"},
            ],
        )
    ],
    "melding": [say(f"Je melding is binnen. Bewaar dit nummer: {RECEIPT}", kind="report", receipt=RECEIPT)],
    "mens": [say("Een medewerker leest nu mee.", kind="handover", escalated=True)],
    "haal een mens": [say("Ik vraag een medewerker.", kind="handover", hand_over="all")],
    "een mens zonder dit gesprek": [say("Ik vraag een medewerker.", kind="handover", hand_over="nothing")],
    "bericht achterlaten": [say("Typ je bericht.", kind="handover", leave="message")],
    "bericht van een bedrijf": [say("Typ uw bericht.", kind="handover", leave="sme_message")],
    "vreemd": [say("Iets nieuws.", kind="something_new")],
    "leeg": [],
    "nood": [
        say(
            "Bel 113.", kind="crisis", article="hulp/crisis", buttons=[{"title": "Mens", "payload": "/hulp_medewerker"}]
        ),
        say("Wil je verder praten?"),
    ],
}


# By how a text ends, so that anything can stand before it.
ENDINGS: dict[str, list[Said]] = {
    "snap je niet": [say("Dat weet ik niet.", kind="fallback")],
    "kan twee dingen zijn": [REPLIES["keuze"][0]],
    "hoort hier niet": [say("Daar weet ik niets van.", kind="out_of_scope")],
    "over vergoeding": [ANSWER],
    "voor het meldformulier": [say("Dat heb ik genoteerd.", kind="report", keep="nothing")],
}


class StandInBot:
    """The bot, and what a test may want to know or change about it."""

    def __init__(self) -> None:
        self.app = Starlette(
            routes=[
                Route("/webhooks/wijzer/messages", self._answer, methods=["POST"]),
                Route("/webhooks/wijzer/conversations/{conversation}", self._erase, methods=["DELETE"]),
                Route("/webhooks/wijzer/hear", self._hear, methods=["POST"]),
                Route("/webhooks/wijzer/ready", self._ready),
            ]
        )
        self.release = threading.Event()
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        self.release.set()
        self.heard: list[Said] = []
        self.trackers: set[str] = set()
        self.busy = 0
        self.most_busy = 0
        self.missing: str | None = None
        self.cannot_erase = False
        self.broken = False

    def heard_words(self) -> list[str]:
        """Return every text and payload in the order in which they came."""
        return [said.get("text") or said.get("payload", "") for said in self.heard]

    async def _answer(self, request: Request) -> Response:
        body = await request.json()
        if request.headers.get("authorization") != f"Bearer {TOKEN}":
            return JSONResponse({"error": "unknown token"}, 401)
        self.heard.append(body)
        self.busy += 1
        self.most_busy = max(self.most_busy, self.busy)
        try:
            return await self._reply(body)
        finally:
            self.busy -= 1

    async def _reply(self, body: Said) -> Response:
        words = body.get("text") or body.get("payload") or ""
        broken = await self._misbehave(words)
        if broken:
            return broken
        self.trackers.add(body["conversation_id"])
        by_end = next((said for end, said in ENDINGS.items() if words.endswith(end)), [say(f"Je zei: {words}")])
        return JSONResponse({"messages": REPLIES.get(words, by_end)})

    async def _misbehave(self, words: str) -> Response | None:
        if self.broken or words in ("stuk", "nood stuk"):
            return PlainTextResponse("broken", 500)
        if words == "wartaal":
            return PlainTextResponse("this is not JSON")
        if words == "geweigerd":
            return JSONResponse({"error": "no"}, 400)
        if words.startswith("traag"):
            await asyncio.to_thread(self.release.wait, 20)
        return None

    async def _hear(self, request: Request) -> Response:
        if self.broken:
            return PlainTextResponse("broken", 500)
        text = (await request.json())["text"]
        return JSONResponse({"crisis": "suicide" if text.startswith("nood") else None})

    async def _erase(self, request: Request) -> Response:
        if self.cannot_erase:
            return PlainTextResponse("broken", 500)
        self.trackers.discard(request.path_params["conversation"])
        return Response(status_code=204)

    async def _ready(self, _request: Request) -> Response:
        if self.missing:
            return JSONResponse({"missing": self.missing}, 503)
        return JSONResponse({"ready": True})
