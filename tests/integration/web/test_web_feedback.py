"""Ratings: counted per article, once per message, with no link to anyone."""

import pytest
from sqlalchemy import text

from tests.support.site import Chat, Site
from tests.support.stand_in_bot import StandInBot


@pytest.fixture
def site(own_site: Site) -> Site:
    """Count from zero."""
    return own_site


def counts(site: Site) -> list[tuple[str, int, int]]:
    counted = site.counted()
    articles = sorted({detail for what, detail in counted if what in {"helpful", "not_helpful"} and detail})
    return [(one, counted.get(("helpful", one), 0), counted.get(("not_helpful", one), 0)) for one in articles]


def test_a_rating_is_counted_for_its_article(site: Site, chat: Chat) -> None:
    [answer] = chat.say("vergoeding")
    assert chat.rate(answer["id"], True).status_code == 204
    assert counts(site) == [("stage/vergoeding", 1, 0)]


def test_rating_twice_counts_once(site: Site, chat: Chat) -> None:
    [answer] = chat.say("vergoeding")
    assert [chat.rate(answer["id"], False).status_code for _ in range(3)] == [204] * 3
    assert counts(site) == [("stage/vergoeding", 0, 1)]


def test_a_changed_mind_moves_the_count(site: Site, chat: Chat) -> None:
    [answer] = chat.say("vergoeding")
    for helpful in (True, False, True):
        chat.rate(answer["id"], helpful)
    assert counts(site) == [("stage/vergoeding", 1, 0)]


def test_ratings_of_different_people_add_up(site: Site, bot: StandInBot) -> None:
    for helpful in (True, True, False):
        chat = site.begin()
        chat.rate(chat.say("vergoeding")[0]["id"], helpful)
    assert counts(site) == [("stage/vergoeding", 2, 1)]


def test_what_is_no_article_is_accepted_and_not_counted(site: Site, chat: Chat) -> None:
    assert chat.rate(chat.say("hoi")[0]["id"], False).status_code == 204
    assert counts(site) == []


def test_an_unknown_message_is_404(site: Site, chat: Chat) -> None:
    theirs = site.begin().say("vergoeding")[0]["id"]
    for message_id in (theirs, "unknown", "0" * 16, "%00"):
        response = chat.rate(message_id, True)
        assert (response.status_code, response.json()["error"]["code"]) == (404, "unknown_message")
    assert counts(site) == []


@pytest.mark.parametrize(("body", "status"), [({"helpful": "yes"}, 400), ({"helpful": 1}, 400), ({}, 422), ([], 400)])
def test_a_strange_rating_is_refused(chat: Chat, body: object, status: int) -> None:
    path = f"/messages/{chat.messages[0]['id']}/feedback"
    assert chat.call("POST", path, json=body).status_code == status


def test_the_row_does_not_show_what_was_thought(site: Site, bot: StandInBot) -> None:
    marks = []
    for helpful in (True, False):
        chat = site.begin()
        chat.rate(chat.say("vergoeding")[0]["id"], helpful)
        with site.house.engine.connect() as connection:
            marks.append(connection.scalar(text("SELECT max(rating_mark) FROM chat_messages")))
        chat.delete()
    assert [len(mark) for mark in marks] == [16, 16]
