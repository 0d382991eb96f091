"""The one way into the assistant: a Rasa input channel for our own connectors.

It differs from Rasa's REST channel in what this house needs: a token; typed text can never pose as a button's payload
("/intent" in a text is just text); every reply is one message with its article, source and buttons; a conversation can
be erased; and nothing a person typed reaches a log.
"""

import gc
import hmac
import logging
from typing import Any, Awaitable, Callable, Dict, List, Optional

from aiohttp import ClientError, ClientSession, ClientTimeout
from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy.exc import SQLAlchemyError

from components.action_calls import close_kept_session, make_action_calls_cheap
from components.graph_runs import make_graph_runs_cheap

logger = logging.getLogger(__name__)

CHANNELS = ("web", "telegram")
IDLE_SECONDS = 1800
_FIELDS: Dict[str, Any] = {
    "article": None,
    "source": None,
    "receipt": None,
    "escalated": False,
    "kind": "info",
    "keep": "all",
}


class CollectedReplies(OutputChannel):
    """Collects what the assistant says during one turn, one dictionary a message (see connectors/rasa_client)."""

    def __init__(self) -> None:
        self.messages: List[Dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        """The channel's name as Rasa's responses may ask for it."""
        return "wijzer"

    async def send_response(self, recipient_id: str, message: Dict[str, Any]) -> None:
        """Keep one reply whole: text, buttons and our own fields together."""
        custom = message.get("custom") or {}
        reply = {**_FIELDS, **custom, "text": message.get("text") or custom.get("text") or ""}
        reply["buttons"] = [*(message.get("buttons") or []), *custom.get("buttons", [])]
        self.messages.append(reply)

    async def send_text_message(self, recipient_id: str, text: str, **kwargs: Any) -> None:
        """A bare text, as Rasa's default actions say it."""
        await self.send_response(recipient_id, {"text": text})


class WijzerChannel(InputChannel):
    """Routes below /webhooks/wijzer, all with a bearer token.

    `POST messages`, `POST hear`, `DELETE conversations/<id>` and `GET ready`.
    """

    @classmethod
    def name(cls) -> str:
        """Part of the address: /webhooks/wijzer."""
        return "wijzer"

    @classmethod
    def from_credentials(cls, credentials: Optional[Dict[str, Any]]) -> InputChannel:
        """Built by Rasa from bot/credentials.yml."""
        return cls((credentials or {}).get("token", ""))

    def __init__(self, token: str) -> None:
        if len(token) < 16:
            raise ValueError("BOT_TOKEN must be set, at least 16 characters (make run does it)")
        self._token = token
        make_action_calls_cheap()
        make_graph_runs_cheap()

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """The routes; Rasa mounts them."""
        routes = Blueprint("wijzer_channel")
        routes.on_request(self._check_token)

        @routes.post("/messages")
        async def receive(request: Request) -> HTTPResponse:
            message = read_message(request.json)
            if message is None:
                return response.json({"error": "text or payload, conversation_id and channel"}, 400)
            await on_new_message(message)
            return response.json({"messages": message.output_channel.messages})

        routes.add_route(hear, "/hear", methods=["POST"])
        routes.add_route(erase, "/conversations/<conversation_id>", methods=["DELETE"])
        routes.add_route(ready, "/ready", methods=["GET"])
        routes.after_server_start(settle)
        routes.before_server_stop(hang_up)
        return routes

    def _check_token(self, request: Request) -> Optional[HTTPResponse]:
        if hmac.compare_digest(request.token or "", self._token):
            return None
        return response.json({"error": "unknown token"}, 401)


def read_message(body: Any) -> Optional[UserMessage]:
    """A Rasa message from a request body, or None when it is not of the agreed form."""
    if not isinstance(body, dict) or ("text" in body) == ("payload" in body):
        return None
    text = as_typed(body["text"]) if "text" in body else body["payload"]
    sender, channel = body.get("conversation_id"), body.get("channel")
    if not (isinstance(text, str) and text and isinstance(sender, str) and channel in CHANNELS):
        return None
    return UserMessage(text, CollectedReplies(), sender, input_channel=channel)


def as_typed(text: Any) -> Any:
    """Typed text without the leading slash that would make Rasa read it as an intent."""
    return (text.lstrip("/ \t\n") or "?") if isinstance(text, str) else text


async def hear(request: Request) -> HTTPResponse:
    """Which level of crisis a typed text is, or null; for conversations that a person has taken over.

    Nothing is answered and no conversation remembers it.
    """
    text = request.json.get("text") if isinstance(request.json, dict) else None
    if not (isinstance(text, str) and text):
        return response.json({"error": "text"}, 400)
    parsed = await request.app.ctx.agent.parse_message(as_typed(text))
    return response.json({"crisis": (parsed.get("crisis") or {}).get("level")})


async def erase(request: Request, conversation_id: str) -> HTTPResponse:
    """Delete one conversation from the tracker store; idle ones go along."""
    store = _sparse_store(request)
    try:
        await store.erase(conversation_id)
        await store.erase_idle(IDLE_SECONDS)
    except SQLAlchemyError as error:
        logger.error("conversation_not_erased error=%s", type(error).__name__)
        return response.json({"error": "not erased"}, 503)
    return response.empty()


async def ready(request: Request) -> HTTPResponse:
    """200 when the model is loaded and the action server answers, else 503 and which one does not."""
    agent = request.app.ctx.agent
    if agent is None or not agent.is_ready():
        return response.json({"missing": "model"}, 503)
    if not await _actions_answer(agent.action_endpoint.url):
        return response.json({"missing": "actions"}, 503)
    return response.json({"ready": True})


async def settle(*_: Any) -> None:
    """Tell the garbage collector that what is loaded stays: it would look through all of the model again and again."""
    gc.collect()
    gc.freeze()


async def hang_up(app: Any, *_: Any) -> None:
    """Close the connection with the action server."""
    if app.ctx.agent is not None and app.ctx.agent.action_endpoint is not None:
        await close_kept_session(app.ctx.agent.action_endpoint)


async def _actions_answer(webhook: str) -> bool:
    health = webhook.rsplit("/", 1)[0] + "/health"
    try:
        async with ClientSession(timeout=ClientTimeout(total=2)) as session, session.get(health) as answer:
            return bool(answer.status == 200)
    except (ClientError, TimeoutError, OSError):
        return False


def _sparse_store(request: Request) -> Any:
    """Our store from under Rasa's fail-safe wrapper."""
    store = request.app.ctx.agent.tracker_store
    return getattr(store, "_tracker_store", store)
