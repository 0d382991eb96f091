"""Deletion: asked for or by time, everywhere, and finished later when a part was away."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import text

from connectors.conversations.house import amsterdam_now
from connectors.conversations.lifecycle import minute_of
from tests.support.site import Chat, Site, eventually, files_with
from tests.support.stand_in_bot import StandInBot

CANARY = "KanarieInDeMijn7391"
TABLES = ("chat_conversations", "chat_messages", "chat_buttons")


def rows(site: Site) -> dict[str, int]:
    with sqlite3.connect(site.data_dir / "connectors.sqlite3") as connection:
        counts = {table: f"SELECT count(*) FROM {table}" for table in TABLES}  # noqa: S608 - our own names
        return {table: connection.execute(count).fetchone()[0] for table, count in counts.items()}


def make_idle(site: Site, minutes: int) -> None:
    with site.house.engine.begin() as connection:
        minute = minute_of(amsterdam_now() - timedelta(minutes=minutes))
        connection.execute(text("UPDATE chat_conversations SET active_minute = :minute"), {"minute": minute})


def test_after_deletion_nothing_is_left(own_site: Site, bot: StandInBot) -> None:
    chat = own_site.begin()
    chat.say(CANARY)
    chat.say("keuze")
    chat.rate(chat.say("vergoeding")[0]["id"], True)
    own_site.push(chat.id, CANARY)
    assert chat.id in bot.trackers
    response = chat.delete()
    assert (response.status_code, response.content) == (204, b"")
    assert set(rows(own_site).values()) == {0}
    assert chat.id not in bot.trackers
    for words in (CANARY, chat.id, chat.token):
        assert files_with(own_site.data_dir, words) == []


def test_what_is_written_is_sealed(own_site: Site, bot: StandInBot) -> None:
    chat = own_site.begin()
    chat.say(CANARY)
    chat.say("melding")
    chat.click(chat.say("keuze")[0]["buttons"][0]["payload"])
    own_site.push(chat.id, CANARY)
    for words in (
        CANARY,
        chat.token,
        "Stagevergoeding",
        "stage_vergoeding",
        "1234 5678 9012 3456",
        "assistant",
    ):
        assert files_with(own_site.data_dir, words) == []
    assert files_with(own_site.data_dir, chat.id), "the search itself works"


def test_sealed_sizes_do_not_tell_lengths(own_site: Site, bot: StandInBot) -> None:
    chat = own_site.begin()
    for words in ("ja", "een veel langer bericht " * 10):
        chat.say(words)
    with sqlite3.connect(own_site.data_dir / "connectors.sqlite3") as connection:
        sizes = {size for (size,) in connection.execute("SELECT length(sealed) FROM chat_messages")}
    assert len(sizes) == 1


def test_a_deleted_conversation_is_unknown(chat: Chat) -> None:
    assert chat.delete().status_code == 204
    assert chat.post(text="hoi").status_code == 404
    assert chat.call("GET", "/messages").status_code == 404
    assert chat.call("GET", "/events").status_code == 404
    assert chat.delete().status_code == 404


def test_other_conversations_stay(site: Site, chat: Chat) -> None:
    other = site.begin()
    chat.delete()
    assert other.say("hoi")


def test_when_the_bot_is_away_our_part_goes_at_once_and_the_rest_later(own_site: Site, bot: StandInBot) -> None:
    chat = own_site.begin()
    chat.say(CANARY)
    bot.cannot_erase = True
    response = chat.delete()
    assert (response.status_code, response.json()["error"]["code"]) == (503, "deletion_pending")
    assert "retry-after" in response.headers
    assert rows(own_site) == {"chat_conversations": 1, "chat_messages": 0, "chat_buttons": 0}
    assert chat.post(text="hoi").status_code == 404
    assert chat.delete().status_code == 503
    assert eventually(lambda: "wijzer_deletions_pending 1.0" in own_site.client.get("/metrics").text)
    bot.cannot_erase = False
    assert eventually(lambda: rows(own_site)["chat_conversations"] == 0)
    assert chat.id not in bot.trackers
    assert eventually(lambda: files_with(own_site.data_dir, chat.id) == [])


def test_idle_conversations_are_deleted(own_site: Site, bot: StandInBot) -> None:
    chat = own_site.begin()
    make_idle(own_site, 32)
    assert eventually(lambda: chat.call("GET", "/messages").status_code == 404)
    assert eventually(lambda: not bot.trackers)
    counted = 'wijzer_conversations_deleted_total{reason="idle"} 1.0'
    assert eventually(lambda: counted in own_site.client.get("/metrics").text)


def test_a_conversation_is_not_idle_within_half_an_hour(own_site: Site, bot: StandInBot) -> None:
    chat, idle = own_site.begin(), own_site.begin()
    make_idle(own_site, 29)
    idle_only = text("UPDATE chat_conversations SET active_minute = 0 WHERE id = :id")
    with own_site.house.engine.begin() as connection:
        connection.execute(idle_only, {"id": idle.id})
    assert eventually(lambda: idle.call("GET", "/messages").status_code == 404)
    assert chat.say("hoi")


def test_a_deletion_during_a_turn_waits_for_it(own_site: Site, bot: StandInBot) -> None:
    chat = own_site.begin()
    bot.release.clear()
    with ThreadPoolExecutor(2) as pool:
        turn = pool.submit(chat.post, text="traag")
        assert eventually(lambda: bot.busy == 1)
        deletion = pool.submit(chat.delete)
        bot.release.set()
        assert (turn.result().status_code, deletion.result().status_code) == (200, 204)
    assert set(rows(own_site).values()) == {0}
    assert not bot.trackers


def test_a_deletion_by_another_process_during_a_turn_leaves_no_tracker(own_site: Site, bot: StandInBot) -> None:
    chat = own_site.begin()
    bot.release.clear()
    with ThreadPoolExecutor(1) as pool:
        turn = pool.submit(chat.post, text="traag")
        assert eventually(lambda: bot.busy == 1)
        with own_site.house.engine.begin() as connection:
            for table in reversed(TABLES):
                connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - our own names
        bot.release.set()
        assert turn.result().status_code == 404
    assert not bot.trackers


def test_one_bad_sweep_is_not_the_last(own_site: Site, bot: StandInBot, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = own_site.begin()
    failures: list[str] = []

    def broken(*_args: object, **_more: object) -> None:
        failures.append("broken")
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr("connectors.conversations.deletion.list_to_delete", broken)
        assert eventually(lambda: len(failures) >= 2)
    make_idle(own_site, 32)
    assert eventually(lambda: chat.call("GET", "/messages").status_code == 404)
