"""Telegram says wait, the network fails, the process stops half-way: nothing is lost and nothing comes twice."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from connectors.telegram.texts import TOO_MANY, UNREACHABLE
from tests.support.site import eventually
from tests.support.stand_in_bot import StandInBot
from tests.support.telegram import (
    QUICK,
    WEBHOOK_SECRET,
    Connector,
    Person,
    Simulator,
    run_connector,
)

pytestmark = pytest.mark.slow
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
CHATS = 50


def test_when_telegram_asks_to_wait_nothing_is_sent_before(
    connector: Connector, telegram: Simulator, person: Person
) -> None:
    person.write("hoi").reads("Je zei: hoi")
    telegram.refuse("sendMessage", 429, parameters={"retry_after": 1})
    person.write("later").reads("Je zei: later")
    *_, refused, answered = telegram.calls("sendMessage", person.id)
    assert refused["refused"]
    assert answered["at"] - refused["at"] >= 1000
    between = [c for c in telegram.calls("sendChatAction") if refused["at"] < c["at"] < answered["at"]]
    assert between == []


def test_one_wait_holds_for_every_chat(polling: Connector, telegram: Simulator, person: Person) -> None:
    other = telegram.person()
    for each in (person, other):
        each.write("hoi").reads("Je zei: hoi")
    telegram.refuse("sendMessage", 429, chat=person.id, parameters={"retry_after": 1})
    person.write("een")
    assert eventually(lambda: any(call["refused"] for call in telegram.calls("sendMessage", person.id)))
    refused = telegram.calls("sendMessage", person.id)[-1]
    other.write("twee").reads("Je zei: twee")
    assert telegram.calls("sendMessage", other.id)[-1]["at"] - refused["at"] >= 1000
    person.reads("Je zei: een")


@pytest.mark.parametrize("trouble", [{"hang_up": True}, {"code": 502}])
def test_a_failing_network_is_tried_again(
    polling: Connector, telegram: Simulator, person: Person, trouble: dict[str, int]
) -> None:
    telegram.refuse("sendMessage", times=2, **trouble)
    telegram.refuse("getUpdates", times=2, **trouble)
    person.write("hoi").reads("Je zei: hoi")


def test_who_blocked_the_bot_costs_no_one_else_an_answer(
    polling: Connector, telegram: Simulator, person: Person
) -> None:
    telegram.refuse("sendMessage", 403, chat=person.id, description="Forbidden: bot was blocked by the user")
    person.write("hoi")
    telegram.person().write("hallo").reads("Je zei: hallo")
    assert eventually(lambda: telegram.pending() == [])


def test_when_the_assistant_is_away_it_says_so_with_the_emergency_numbers(
    connector: Connector, bot: StandInBot, person: Person
) -> None:
    bot.broken = True
    person.write("hoi").reads(UNREACHABLE)
    bot.broken = False
    person.write("hoi").reads("Je zei: hoi")


def test_too_many_messages_are_slowed_down_with_one_word(polling: Connector, person: Person) -> None:
    for number in range(34):
        person.write(f"nummer {number}")
    person.reads(TOO_MANY)
    assert eventually(lambda: polling.app.state.service.updates.busy is False)
    answers = [text for text in person.got() if text.startswith("Je zei: nummer")]
    assert 28 <= len(answers) <= 31
    assert person.got().count(TOO_MANY) == 1


@contextmanager
def stopped_half_way(data_dir: Path, telegram: Simulator, bot_address: str, *, webhook: bool) -> Iterator[Connector]:
    """A connector that gives what it was doing no time to finish."""
    hasty = replace(QUICK, finish=0.0)
    with run_connector(data_dir, telegram, bot_address, webhook=webhook, timing=hasty) as connector:
        yield connector


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
def test_a_restart_half_way_loses_nothing_and_repeats_nothing(
    tmp_path: Path, telegram: Simulator, bot: StandInBot, bot_address: str, person: Person, webhook: bool
) -> None:
    with stopped_half_way(tmp_path, telegram, bot_address, webhook=webhook):
        person.write("eerste").reads("Je zei: eerste")
        bot.release.clear()
        person.write("traag tweede")
        assert eventually(lambda: "traag tweede" in bot.heard_words())
    bot.release.set()
    person.write("derde")
    with run_connector(tmp_path, telegram, bot_address, webhook=webhook):
        assert eventually(lambda: telegram.pending() == [], 10)
        person.write("vierde").reads("Je zei: vierde")
        answers = [text for text in person.got() if text.startswith("Je zei:")]
    assert sorted(answers) == sorted(f"Je zei: {said}" for said in ("eerste", "traag tweede", "derde", "vierde"))


def test_what_telegram_offers_twice_is_answered_once(
    tmp_path: Path, telegram: Simulator, bot: StandInBot, bot_address: str, person: Person
) -> None:
    with run_connector(tmp_path, telegram, bot_address, webhook=True) as connector:
        update = {"update_id": 77, "message": person.message(text="hoi")}
        headers = {SECRET_HEADER: WEBHOOK_SECRET}

        def post(_number: int) -> int:
            return httpx.post(f"{connector.url}/telegram", json=update, headers=headers).status_code

        with ThreadPoolExecutor() as posting:
            assert set(posting.map(post, range(4))) == {200}
        person.reads("Je zei: hoi")
    with run_connector(tmp_path, telegram, bot_address, webhook=True) as connector:
        assert post(0) == 200
        person.write("klaar").reads("Je zei: klaar")
    assert [text for text in person.got() if text == "Je zei: hoi"] == ["Je zei: hoi"]


@pytest.mark.parametrize("headers", [{}, {SECRET_HEADER: "wrong"}, {SECRET_HEADER: WEBHOOK_SECRET.upper()}])
def test_without_the_secret_the_webhook_is_closed(
    tmp_path: Path, telegram: Simulator, bot: StandInBot, bot_address: str, person: Person, headers: dict[str, str]
) -> None:
    with run_connector(tmp_path, telegram, bot_address, webhook=True) as connector:
        update = {"update_id": 5, "message": person.message(text="hoi")}
        assert httpx.post(f"{connector.url}/telegram", json=update, headers=headers).status_code == 403
    assert bot.heard == []


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"no json", 400), (b"[]", 400), (b'{"update_id": "x"}', 400), (b"\xff", 400), (b"{" * 300_000, 413)],
)
def test_the_webhook_refuses_what_is_no_update(
    tmp_path: Path, telegram: Simulator, bot: StandInBot, bot_address: str, body: bytes, status: int
) -> None:
    with run_connector(tmp_path, telegram, bot_address, webhook=True) as connector:
        headers = {SECRET_HEADER: WEBHOOK_SECRET}
        assert httpx.post(f"{connector.url}/telegram", content=body, headers=headers).status_code == status


def test_with_polling_there_is_no_webhook(polling: Connector) -> None:
    assert httpx.post(f"{polling.url}/telegram", json={}).status_code == 404


def test_a_token_that_telegram_refuses_keeps_the_process_trying(
    tmp_path: Path, telegram: Simulator, bot: StandInBot, bot_address: str, person: Person
) -> None:
    telegram.refuse("getMe", 401, times=2)
    with run_connector(tmp_path, telegram, bot_address, wait=False) as connector:
        assert httpx.get(f"{connector.url}/healthz").status_code == 200
        assert eventually(connector.is_ready)
        person.write("hoi").reads("Je zei: hoi")


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
def test_fifty_chats_at_once_each_get_their_own_answers(
    tmp_path: Path, telegram: Simulator, bot: StandInBot, bot_address: str, webhook: bool
) -> None:
    people = [telegram.person() for _ in range(CHATS)]
    with ExitStack() as stack:
        stack.enter_context(run_connector(tmp_path, telegram, bot_address, webhook=webhook))
        posting = stack.enter_context(ThreadPoolExecutor(10))
        for number in (1, 2):
            list(posting.map(Person.write, people, [f"vraag {number} van {one.id}" for one in people]))
        assert eventually(lambda: telegram.pending() == [], 60)
    for one in people:
        answers = [text for text in one.got() if text.startswith("Je zei:")]
        assert sorted(answers) == [f"Je zei: vraag {number} van {one.id}" for number in (1, 2)]
