"""Every refusal of the contract, each with a code and a Dutch sentence."""

from typing import Any

import pytest

from connectors.web.layers import MAX_BODY_BYTES
from connectors.web.texts import ERRORS
from tests.support.site import API, Chat, Site
from tests.support.stand_in_bot import StandInBot

JSON = {"Content-Type": "application/json"}


def check(response: Any, status: int, code: str) -> None:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    assert response.json() == {"error": {"code": code, "message": ERRORS[code]}}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"hoi",
        b"{",
        b'{"text": "hoi"',
        b"\xff\xfe",
        b"[" * 15_000,
        b'{"text": ' + b"9" * 10_000 + b"}",
        b"NaN",
    ],
)
def test_what_is_not_json_is_400(chat: Chat, body: bytes) -> None:
    response = chat.call("POST", "/messages", content=body, headers=JSON)
    assert response.status_code == 400, response.text
    assert response.json()["error"]["code"] in {"not_json", "wrong_type"}


@pytest.mark.parametrize(
    "body",
    [[], "hoi", 5, True, {"text": 5}, {"text": ["hoi"]}, {"text": {"a": 1}}, {"payload": 5}, {"text": True}],
)
def test_a_wrong_type_is_400(chat: Chat, body: Any) -> None:
    check(chat.call("POST", "/messages", json=body), 400, "wrong_type")


def test_half_a_character_is_dropped(chat: Chat, bot: StandInBot) -> None:
    assert chat.call("POST", "/messages", content=b'{"text": "hoi \\ud83d"}', headers=JSON).status_code == 200
    assert bot.heard[-1]["text"] == "hoi "
    for body, code in [
        (b'{"text": "\\ud83d"}', "text_empty"),
        (b'{"payload": "\\ud83d"}', "unknown_payload"),
    ]:
        check(chat.call("POST", "/messages", content=body, headers=JSON), 422, code)


def test_json_must_say_that_it_is_json(chat: Chat) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert chat.call("POST", "/messages", content=b'{"text": "hoi"}', headers=form).status_code == 400


@pytest.mark.parametrize("text", ["", " ", "\n\t\r\n", "\u200b\u2060", "\u0000"])
def test_an_empty_text_is_422(chat: Chat, text: str) -> None:
    check(chat.post(text=text), 422, "text_empty")


def test_2000_characters_are_accepted_and_one_more_is_422(chat: Chat, bot: StandInBot) -> None:
    longest = "😀" * 2000
    chat.say(longest)
    assert bot.heard[-1]["text"] == longest
    check(chat.post(text="a" * 2001), 422, "text_too_long")


@pytest.mark.parametrize("body", [{}, {"text": None}, {"text": "a", "payload": "b"}, {"other": 1}])
def test_both_or_neither_is_422(chat: Chat, body: dict[str, Any]) -> None:
    check(chat.call("POST", "/messages", json=body), 422, "text_or_payload")


def test_null_counts_as_not_given(chat: Chat) -> None:
    assert chat.post(text="hoi", payload=None).status_code == 200


def test_a_body_over_16_kib_is_413_announced_or_not(chat: Chat, site: Site, bot: StandInBot) -> None:
    heard = len(bot.heard)
    for size in (MAX_BODY_BYTES + 1, 3_000_000):
        check(chat.call("POST", "/messages", content=b"x" * size, headers=JSON), 413, "body_too_large")
        chunks = (b"x" * 1000 for _ in range(size // 1000 + 1))
        check(chat.call("POST", "/messages", content=chunks, headers=JSON), 413, "body_too_large")
    check(site.client.post(API, content=b" " * 20_000, headers=JSON), 413, "body_too_large")
    assert len(bot.heard) == heard


def test_a_body_of_exactly_16_kib_is_read(chat: Chat) -> None:
    body = b'{"text": "hoi"}'.ljust(MAX_BODY_BYTES)
    assert chat.call("POST", "/messages", content=body, headers=JSON).status_code == 200


def test_the_size_is_looked_at_before_token_and_content(site: Site) -> None:
    response = site.client.post(f"{API}/unknown/messages", content=b"x" * 20_000)
    check(response, 413, "body_too_large")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [({"channel": "fax"}, 422, "unknown_channel"), ({"channel": 5}, 400, "wrong_type")],
)
def test_an_unknown_channel_is_refused(site: Site, body: Any, status: int, code: str) -> None:
    check(site.client.post(API, json=body), status, code)


def test_a_strange_after_is_422(chat: Chat) -> None:
    check(chat.call("GET", "/messages", params={"after": "not-an-id"}), 422, "invalid_request")


def test_unknown_pages_and_methods_have_the_same_shape(site: Site, chat: Chat) -> None:
    check(site.client.get("/nope"), 404, "not_found")
    check(site.client.get("/api/v1/nope"), 404, "not_found")
    check(site.client.get("/static/nope.css"), 404, "not_found")
    response = chat.call("PUT", "/messages")
    check(response, 405, "method_not_allowed")
    assert response.headers["allow"] == "GET, POST"


def test_control_characters_do_not_reach_the_bot(chat: Chat, bot: StandInBot) -> None:
    chat.say("een\u0000 \u0007regel\r\nen\teen tab")
    assert bot.heard[-1]["text"] == "een regel\nen\teen tab"


def test_what_goes_wrong_inside_is_an_honest_500(site: Site, chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("quotes a user")

    monkeypatch.setattr(site.house.bot, "say", broken)
    check(chat.post(text="hoi"), 500, "unexpected")


def test_a_database_that_fails_is_503_with_retry_after(own_site: Site) -> None:
    chat = own_site.begin()
    own_site.house.engine.dispose()
    path = own_site.data_dir / "connectors.sqlite3"
    for file in list(own_site.data_dir.iterdir()):
        file.rename(file.with_suffix(".away" + file.suffix))
    path.mkdir()
    response = chat.post(text="hoi")
    check(response, 503, "storage_unreachable")
    assert response.headers["retry-after"] == "1"
