"""One turn at a time per conversation; a double click counts once."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import httpx

from tests.support.site import Chat, Site, eventually
from tests.support.stand_in_bot import StandInBot


def at_once(count: int, call: Callable[[int], httpx.Response]) -> list[Future[httpx.Response]]:
    pool = ThreadPoolExecutor(count)
    futures = [pool.submit(call, number) for number in range(count)]
    pool.shutdown(wait=False)
    return futures


def waiting(site: Site, chat: Chat) -> int:
    door = site.house.turnstiles._doors.get(chat.id)
    return door.inside_or_waiting if door else 0


def test_simultaneous_messages_are_handled_one_at_a_time(site: Site, chat: Chat, bot: StandInBot) -> None:
    bot.release.clear()
    bot.most_busy = 0
    calls = at_once(4, lambda number: chat.post(text=f"traag {number}"))
    assert eventually(lambda: waiting(site, chat) == 4)
    bot.release.set()
    assert [call.result().status_code for call in calls] == [200] * 4
    assert bot.most_busy == 1
    told = [(m["from"], m["text"]) for m in chat.history()[2:]]
    for user, answer in zip(told[::2], told[1::2], strict=True):
        assert user[0] == "user"
        assert answer == ("assistant", f"Je zei: {user[1]}")


def test_conversations_do_not_wait_for_each_other(site: Site, chat: Chat, bot: StandInBot) -> None:
    bot.release.clear()
    [slow] = at_once(1, lambda _: chat.post(text="traag"))
    assert eventually(lambda: bot.busy == 1)
    assert site.begin().say("hoi")[0]["text"] == "Je zei: hoi"
    bot.release.set()
    assert slow.result().status_code == 200


def test_the_same_text_sent_twice_at_once_counts_once(site: Site, chat: Chat, bot: StandInBot) -> None:
    bot.release.clear()
    calls = at_once(2, lambda _: chat.post(text="traag"))
    assert eventually(lambda: waiting(site, chat) == 2)
    bot.release.set()
    answers: list[Any] = [call.result().json() for call in calls]
    assert answers[0] == answers[1]
    assert bot.heard_words().count("traag") == 1
    assert len(chat.history()) == 4


def test_the_same_text_sent_again_later_counts_again(chat: Chat, bot: StandInBot) -> None:
    first, second = chat.say("ja"), chat.say("ja")
    assert first[0]["id"] < second[0]["id"]
    assert bot.heard_words().count("ja") == 2


def test_a_double_click_counts_once_also_when_the_answer_was_quick(chat: Chat, bot: StandInBot) -> None:
    button = chat.say("keuze")[0]["buttons"][0]["payload"]
    assert chat.click(button) == chat.click(button)
    assert bot.heard_words().count("/stage_vergoeding") == 1


def test_a_later_click_on_the_same_button_counts_again(site: Site, chat: Chat, bot: StandInBot) -> None:
    button = chat.say("keuze")[0]["buttons"][0]["payload"]
    first = chat.click(button)
    assert eventually(lambda: len(site.house.turnstiles) == 0)
    assert chat.click(button) != first


def test_after_a_failed_try_the_same_message_is_tried_again(chat: Chat, bot: StandInBot) -> None:
    bot.broken = True
    assert chat.post(text="hoi").status_code == 503
    bot.broken = False
    assert chat.say("hoi")[0]["text"] == "Je zei: hoi"


def test_nothing_is_remembered_of_finished_turns(site: Site, chat: Chat) -> None:
    chat.say("hoi")
    assert eventually(lambda: len(site.house.turnstiles) == 0)
