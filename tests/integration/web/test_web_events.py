"""What arrives by itself: as events, or by polling; resumable, and never missed."""

import time
from dataclasses import replace
from pathlib import Path

from tests.support.site import QUICK, Chat, Site, eventually, run_site
from tests.support.stand_in_bot import StandInBot


def test_a_message_from_another_process_arrives_within_a_second(site: Site, chat: Chat) -> None:
    with chat.events() as events:
        messages = events.messages()
        waits = []
        for text in ("Ben je er?", "Zeg het maar.", "Hoi, ik ben Samira."):
            began = time.monotonic()
            pushed = site.push(chat.id, text)
            message = next(messages)
            waits.append(time.monotonic() - began)
        assert min(waits) < 1
    assert (message["id"], message["from"], message["text"]) == (pushed, "counsellor", "Hoi, ik ben Samira.")
    assert events.response.headers["content-type"].startswith("text/event-stream")
    assert events.response.headers["cache-control"] == "no-store"


def test_answers_to_messages_are_no_events(site: Site, chat: Chat) -> None:
    with chat.events() as events:
        chat.say("hoi")
        site.push(chat.id, "van een mens")
        assert next(events.messages())["text"] == "van een mens"


def test_a_stream_resumes_after_the_last_event(site: Site, chat: Chat) -> None:
    ids = [site.push(chat.id, f"bericht {number}") for number in range(3)]
    with chat.events() as events:
        messages = events.messages()
        assert [next(messages)["id"] for _ in range(3)] == ids
    with chat.events(last_event_id=ids[0]) as events:
        messages = events.messages()
        assert [next(messages)["id"] for _ in range(2)] == ids[1:]


def test_a_strange_last_event_id_means_from_the_start(site: Site, chat: Chat) -> None:
    pushed = site.push(chat.id, "hoi")
    with chat.events(last_event_id="not-an-id") as events:
        assert next(events.messages())["id"] == pushed


def test_a_silent_stream_sends_heartbeats(chat: Chat) -> None:
    with chat.events() as events:
        blocks = events.blocks()
        assert next(blocks) == {"comment": "ping"}
        assert next(blocks) == {"comment": "ping"}


def test_a_stream_ends_when_the_conversation_is_deleted(site: Site, chat: Chat) -> None:
    with chat.events() as events:
        assert chat.delete().status_code == 204
        assert list(events.messages()) == []
    assert eventually(lambda: site.house.arrivals.count() == 0)


def test_a_stream_ends_when_its_time_is_up(tmp_path: Path, bot: StandInBot, bot_url: str) -> None:
    with (
        run_site(tmp_path, bot_url, timing=replace(QUICK, stream=0.1)) as site,
        site.begin().events() as events,
    ):
        assert list(events.messages()) == []


def test_the_oldest_of_too_many_streams_ends(chat: Chat) -> None:
    with chat.events() as oldest, chat.events(), chat.events(), chat.events(), chat.events(), chat.events():
        assert list(oldest.messages()) == []


def test_several_streams_all_get_the_message(site: Site, chat: Chat) -> None:
    with chat.events() as first, chat.events() as second:
        pushed = site.push(chat.id, "hoi")
        assert next(first.messages())["id"] == next(second.messages())["id"] == pushed


def test_streams_get_only_their_own_conversation(site: Site, chat: Chat) -> None:
    other = site.begin()
    with chat.events() as events:
        site.push(other.id, "voor een ander")
        pushed = site.push(chat.id, "voor jou")
        assert next(events.messages())["id"] == pushed


def test_polling_gives_the_same(site: Site, chat: Chat) -> None:
    last = chat.history()[-1]["id"]
    pushed = site.push(chat.id, "hoi")
    [message] = chat.history(after=last)
    assert (message["id"], message["from"]) == (pushed, "counsellor")
    assert chat.history(after=pushed) == []


def test_a_message_that_came_during_a_turn_is_not_missed_by_polling(site: Site, chat: Chat) -> None:
    pushed = site.push(chat.id, "terwijl je typte")
    [answer] = chat.say("hoi")
    assert answer["id"] > pushed
    assert [m["id"] for m in chat.history(after=answer["id"])] == [pushed]
    assert chat.history(after=answer["id"]) == []


def test_a_message_that_came_during_a_turn_is_not_missed_by_a_stream(site: Site, chat: Chat) -> None:
    pushed = site.push(chat.id, "terwijl je typte")
    [answer] = chat.say("hoi")
    with chat.events(last_event_id=answer["id"]) as events:
        assert next(events.messages())["id"] == pushed


def test_a_pushed_message_is_part_of_the_history(site: Site, chat: Chat) -> None:
    chat.say("hoi")
    site.push(chat.id, "van een mens")
    assert [m["from"] for m in chat.history()][2:] == ["user", "assistant", "counsellor"]
