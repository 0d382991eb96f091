"""The bot client: what it sends, and a named error for everything that can go wrong."""

import asyncio
import json
from collections.abc import Awaitable, Callable

import httpx
import pytest

from connectors.rasa_client import (
    BotAnswerError,
    BotError,
    BotNotReadyError,
    BotRefusedError,
    BotUnreachableError,
    RasaClient,
    make_http,
)

SECRET = "what a user typed"


def run[T](handler: Callable[[httpx.Request], httpx.Response], call: Callable[[RasaClient], Awaitable[T]]) -> T:
    async def go() -> T:
        transport = httpx.MockTransport(handler)
        async with httpx.AsyncClient(transport=transport, base_url="http://bot") as http:
            return await call(RasaClient(http))

    return asyncio.run(go())


def test_a_text_and_a_payload_go_out_in_their_own_field() -> None:
    sent: list[object] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content))
        return httpx.Response(200, json={"messages": []})

    assert run(answer, lambda bot: bot.say("c", "web", text="hoi")) == []
    assert run(answer, lambda bot: bot.say("c", "telegram", payload="/begin")) == []
    assert sent == [
        {"conversation_id": "c", "channel": "web", "text": "hoi"},
        {"conversation_id": "c", "channel": "telegram", "payload": "/begin"},
    ]


def test_a_cry_for_help_is_heard_without_a_conversation() -> None:
    sent: list[object] = []

    def hear(request: httpx.Request) -> httpx.Response:
        sent.append((request.url.path, json.loads(request.content)))
        return httpx.Response(200, json={"crisis": "suicide" if len(sent) == 1 else None})

    assert run(hear, lambda bot: bot.hear_crisis("eerste")) == "suicide"
    assert run(hear, lambda bot: bot.hear_crisis("tweede")) is None
    assert sent[0] == ("/webhooks/wijzer/hear", {"text": "eerste"})


def test_a_strange_answer_to_that_is_an_error() -> None:
    with pytest.raises(BotAnswerError):
        run(lambda _: httpx.Response(200, json={"crisis": "weather"}), lambda bot: bot.hear_crisis(SECRET))


def test_an_answer_with_little_in_it_is_completed() -> None:
    [message] = run(
        lambda _: httpx.Response(200, json={"messages": [{"text": "Hoi", "extra": 1}]}),
        lambda bot: bot.say("c", "web", text="hoi"),
    )
    assert (message.text, message.buttons, message.kind, message.escalated) == ("Hoi", [], "info", False)


@pytest.mark.parametrize(
    ("response", "expected"),
    [
        (httpx.Response(500), BotUnreachableError),
        (httpx.Response(502, text="<html>"), BotUnreachableError),
        (httpx.Response(503, json={"missing": "model"}), BotNotReadyError),
        (httpx.Response(401), BotRefusedError),
        (httpx.Response(302), BotRefusedError),
        (httpx.Response(200, text="no JSON"), BotAnswerError),
        (httpx.Response(200, json={"messages": [{"text": None}]}), BotAnswerError),
        (httpx.Response(200, json=[]), BotAnswerError),
    ],
)
def test_every_strange_answer_has_its_error(response: httpx.Response, expected: type[BotError]) -> None:
    with pytest.raises(expected):
        run(lambda _: response, lambda bot: bot.say("c", "web", text=SECRET))


@pytest.mark.parametrize("failure", [httpx.ConnectError, httpx.ReadTimeout, httpx.RemoteProtocolError])
def test_no_answer_is_unreachable_and_the_error_quotes_nobody(failure: type[httpx.RequestError]) -> None:
    def fail(_request: httpx.Request) -> httpx.Response:
        raise failure(SECRET)

    with pytest.raises(BotUnreachableError) as caught:
        run(fail, lambda bot: bot.say("c", "web", text=SECRET))
    assert SECRET not in str(caught.value)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("body", "missing"),
    [(b'{"missing": "actions"}', "actions"), (b"[]", "bot"), (b"x", "bot"), (b'{"missing": "<b>"}', "bot")],
)
def test_only_known_names_of_missing_parts_are_passed_on(body: bytes, missing: str) -> None:
    with pytest.raises(BotNotReadyError) as caught:
        run(lambda _: httpx.Response(503, content=body), lambda bot: bot.check_ready())
    assert caught.value.missing == missing


def test_erasing_calls_the_conversation_of_the_bot() -> None:
    paths: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        paths.append(f"{request.method} {request.url.path}")
        return httpx.Response(204)

    run(answer, lambda bot: bot.erase("abc"))
    assert paths == ["DELETE /webhooks/wijzer/conversations/abc"]


def test_the_client_carries_the_token_and_ignores_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://proxy.invalid:1")
    http = make_http("http://127.0.0.1:1", "the-token", 3.0)
    assert http.headers["authorization"] == "Bearer the-token"
    assert http.timeout.read == 3.0
    assert not http.trust_env
    asyncio.run(http.aclose())
