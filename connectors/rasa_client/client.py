"""HTTP client for the bot's channel."""

from typing import Literal

import httpx
from pydantic import ValidationError

from connectors.rasa_client.errors import (
    BotAnswerError,
    BotNotReadyError,
    BotRefusedError,
    BotUnreachableError,
)
from connectors.rasa_client.models import BotAnswer, BotHeard, BotMessage

CONNECT_SECONDS = 2.0
READY_SECONDS = 3.0
# Shorter than the five seconds after which the bot's own server hangs up an idle connection.
KEEP_ALIVE_SECONDS = 2.0

Channel = Literal["web", "telegram"]


def make_http(base_url: str, token: str, read_seconds: float = 15.0) -> httpx.AsyncClient:
    """Make the HTTP client to give to `RasaClient`; proxies of the environment are not used."""
    return httpx.AsyncClient(
        base_url=base_url,
        headers={"Authorization": f"Bearer {token}"},
        timeout=httpx.Timeout(read_seconds, connect=CONNECT_SECONDS),
        limits=httpx.Limits(max_connections=100, keepalive_expiry=KEEP_ALIVE_SECONDS),
        trust_env=False,
    )


class RasaClient:
    """Says things to the bot, erases its memory of a conversation, asks whether it is ready."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def say(
        self, conversation_id: str, channel: Channel, *, text: str | None = None, payload: str | None = None
    ) -> list[BotMessage]:
        """Send a text or a payload, return the answer (may be empty). Raise a `BotError`."""
        body = {"conversation_id": conversation_id, "channel": channel}
        body |= {"text": text} if text is not None else {"payload": payload or ""}
        response = await self._send("POST", "/webhooks/wijzer/messages", json=body)
        try:
            return BotAnswer.model_validate_json(response.content).messages
        except ValidationError:
            # The cause is left out on purpose: it quotes what the bot said.
            raise BotAnswerError("the bot's answer has another shape") from None

    async def hear_crisis(self, text: str) -> Literal["danger", "suicide", "unsafe"] | None:
        """Return the level of a cry for help in a text, or None; the bot answers and remembers nothing.

        For conversations that a person has taken over: there the bot does not get the messages themselves. Raise a
        `BotError`.
        """
        response = await self._send("POST", "/webhooks/wijzer/hear", json={"text": text})
        try:
            return BotHeard.model_validate_json(response.content).crisis
        except ValidationError:
            raise BotAnswerError("the bot's answer has another shape") from None

    async def erase(self, conversation_id: str) -> None:
        """Let the bot forget the conversation. Raise a `BotError`."""
        await self._send("DELETE", f"/webhooks/wijzer/conversations/{conversation_id}")

    async def check_ready(self) -> None:
        """Return when the bot can answer; raise `BotNotReadyError` or another `BotError`."""
        await self._send("GET", "/webhooks/wijzer/ready", timeout=READY_SECONDS)

    async def close(self) -> None:
        """Close all connections."""
        await self._http.aclose()

    async def _send(
        self, method: str, path: str, *, json: dict[str, str] | None = None, timeout: float | None = None
    ) -> httpx.Response:
        limit = httpx.USE_CLIENT_DEFAULT if timeout is None else timeout
        try:
            response = await self._http.request(method, path, json=json, timeout=limit)
        except httpx.HTTPError as error:
            raise BotUnreachableError(type(error).__name__) from None
        if response.status_code == httpx.codes.SERVICE_UNAVAILABLE:
            raise BotNotReadyError(_missing(response))
        if response.is_server_error:
            raise BotUnreachableError(f"status {response.status_code}")
        if not response.is_success:
            raise BotRefusedError(f"status {response.status_code}")
        return response


def _missing(response: httpx.Response) -> str:
    """Read which part of the bot does not answer; only the two known names are passed on."""
    try:
        named = response.json().get("missing")
    except (ValueError, AttributeError):
        return "bot"
    return str(named) if named in ("model", "actions") else "bot"
