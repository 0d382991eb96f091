"""Rate limits: per conversation, per address, in memory or in a real Redis; addresses stay unknown."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import redis as redis_client

from connectors.web.texts import ERRORS
from tests.support.served import free_port
from tests.support.site import API, Site, eventually, run_site
from tests.support.stand_in_bot import StandInBot


@pytest.fixture
def redis_url(tmp_path: Path) -> Iterator[str]:
    """Start a Redis of one's own on a free port."""
    program = shutil.which("redis-server")
    assert program, "redis-server is missing; deploy/setup.sh tests installs it"
    port = free_port()
    folder = tmp_path / "redis"
    folder.mkdir()
    command = [program, "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder), "--save", ""]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    client = redis_client.Redis(port=port)
    assert eventually(lambda: answers(client))
    yield f"redis://127.0.0.1:{port}/0"
    process.terminate()
    process.wait(10)


def answers(client: "redis_client.Redis") -> bool:
    try:
        return bool(client.ping())
    except redis_client.ConnectionError:
        return False


@pytest.fixture(params=["memory", "redis"])
def limited_site(request: pytest.FixtureRequest, tmp_path: Path, bot: StandInBot, bot_url: str) -> Iterator[Site]:
    """Give a site with rate limits, once with each kind of store."""
    redis_url = request.getfixturevalue("redis_url") if request.param == "redis" else None
    with run_site(tmp_path / "data", bot_url, rate_limits="on", redis_url=redis_url) as site:
        yield site


def test_too_many_messages_of_one_conversation_are_429(limited_site: Site, bot: StandInBot) -> None:
    chat, other = limited_site.begin(), limited_site.begin()
    answers = [chat.post(text=f"bericht {number}") for number in range(40)]
    refused = [answer for answer in answers if answer.status_code == 429]
    assert [answer.status_code for answer in answers[:30]] == [200] * 30
    assert refused
    assert 1 <= int(refused[0].headers["retry-after"]) <= 120
    error = {"code": "too_many_messages", "message": ERRORS["too_many_messages"]}
    assert refused[0].json()["error"] == error
    assert len([words for words in bot.heard_words() if words.startswith("bericht")]) == 40 - len(refused)
    assert other.say("hoi"), "another conversation is not touched"


def test_too_many_new_conversations_are_429(limited_site: Site, bot: StandInBot) -> None:
    codes = [limited_site.client.post(API, json={}).status_code for _ in range(110)]
    assert codes[:100] == [201] * 100, "three classes at once"
    assert 429 in codes


def test_guessing_receipts_is_slowed_down(limited_site: Site) -> None:
    body = {"receipt": "1234 5678 9012 3456"}
    codes = [limited_site.client.post("/api/v1/receipts", json=body).status_code for _ in range(8)]
    assert codes == [404] * 5 + [429] * 3


def test_guessing_receipts_in_the_chat_counts_as_guessing(limited_site: Site) -> None:
    chats = [limited_site.begin() for _ in range(2)]
    codes = [chats[number % 2].post(text=f"1234-5678-9012-345{number}").status_code for number in range(7)]
    assert codes == [200] * 5 + [429] * 2


def test_redis_holds_no_address_and_no_conversation_and_forgets(
    tmp_path: Path, bot: StandInBot, bot_url: str, redis_url: str
) -> None:
    with run_site(tmp_path / "data", bot_url, rate_limits="on", redis_url=redis_url) as site:
        chat = site.begin()
        chat.say("hoi")
        client = redis_client.Redis.from_url(redis_url)
        keys = [key.decode() for key in client.scan_iter()]
        assert len(keys) >= 3
        assert not [key for key in keys if "127.0.0.1" in key or chat.id in key]
        assert all(0 < client.ttl(key) <= 900 for key in keys)


def test_without_redis_each_process_counts_for_itself(tmp_path: Path, bot: StandInBot, bot_url: str) -> None:
    gone = f"redis://127.0.0.1:{free_port()}/0"
    with run_site(tmp_path / "data", bot_url, rate_limits="on", redis_url=gone) as site:
        chat = site.begin()
        codes = [chat.post(text=f"bericht {number}").status_code for number in range(35)]
        assert codes[:30] == [200] * 30
        assert 429 in codes


def test_limits_can_be_off_on_loopback(site: Site, bot: StandInBot) -> None:
    chat = site.begin()
    assert {chat.post(text=f"bericht {number}").status_code for number in range(40)} == {200}
