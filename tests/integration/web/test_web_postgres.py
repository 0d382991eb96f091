"""The same code on a real PostgreSQL, also with two web processes beside each other."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.support.postgres import run_postgres
from tests.support.site import Chat, Site, run_site
from tests.support.stand_in_bot import StandInBot


@pytest.fixture(scope="module")
def database_url() -> Iterator[str]:
    """Start one server for these tests."""
    with run_postgres() as url:
        yield url


@pytest.fixture
def site(tmp_path: Path, bot: StandInBot, bot_url: str, database_url: str) -> Iterator[Site]:
    """Give a site on PostgreSQL."""
    with run_site(tmp_path, bot_url, database_url=database_url) as running:
        yield running


def test_a_whole_conversation(site: Site, chat: Chat, bot: StandInBot) -> None:
    chat.click(chat.say("keuze")[0]["buttons"][0]["payload"])
    [answer] = chat.say("vergoeding")
    for helpful in (True, False, False):
        assert chat.rate(answer["id"], helpful).status_code == 204
    pushed = site.push(chat.id, "van een mens")
    assert [m["id"] for m in chat.history(after=answer["id"])] == [pushed]
    counted = site.counted()
    assert (counted["not_helpful", "stage/vergoeding"], counted.get(("helpful", "stage/vergoeding"))) == (1, None)
    assert chat.delete().status_code == 204
    with site.house.engine.connect() as connection:
        for table in ("chat_conversations", "chat_messages", "chat_buttons"):
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 0  # noqa: S608 - our own names


def test_characters_that_postgresql_does_not_take_are_refused_kindly(site: Site, chat: Chat) -> None:
    assert chat.post(payload="\u0000").status_code == 422
    assert chat.rate("%00", True).status_code == 404
    assert site.client.get("/api/v1/conversations/%00/messages", headers=chat.headers).status_code == 404
    assert chat.say("een\u0000 nul")


def test_two_processes_share_a_conversation(
    site: Site, tmp_path: Path, bot: StandInBot, bot_url: str, database_url: str
) -> None:
    chat = site.begin()
    with run_site(tmp_path, bot_url, database_url=database_url) as second:
        other = Chat(second.client, chat.id, chat.token, chat.messages)
        with ThreadPoolExecutor(8) as pool:
            sides = [chat, other] * 10
            codes = list(pool.map(lambda n: sides[n].post(text=f"bericht {n}").status_code, range(20)))
        with other.events() as events:
            pushed = site.push(chat.id, "van een mens")
            assert next(events.messages())["id"] == pushed
    assert codes == [200] * 20
    ids = [message["id"] for message in chat.history()]
    assert ids == sorted(set(ids))
    assert len(ids) == 2 + 40 + 1
