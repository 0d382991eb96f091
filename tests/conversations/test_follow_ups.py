"""Short messages that only make sense after what was said before."""

import pytest

from tests.support.assistant import Talk

pytestmark = [pytest.mark.model, pytest.mark.slow]


def test_where_is_that_is_about_the_last_topic(talk: Talk) -> None:
    talk.say("wat is de technohub in woerden").say("en waar is dat dan?")
    assert "Woerden" in talk.text
    assert (talk.article or "").startswith("plekken/technohub")


def test_a_follow_up_without_a_topic_asks_what_it_is_about(talk: Talk) -> None:
    assert "Waar gaat je vraag over" in talk.say("wat kost dat?").text


def test_back_returns_to_the_answer_before(talk: Talk) -> None:
    talk.say("krijg ik eigenlijk geld voor mn stage?").say("wat is de technohub in woerden").say("terug")
    assert talk.article == "stage/vergoeding"


def test_the_source_can_be_asked_for(talk: Talk) -> None:
    talk.say("krijg ik eigenlijk geld voor mn stage?").say("waar haal je dat vandaan?")
    assert talk.text.startswith("Dit komt uit:")
    assert "20" in talk.text


def test_restart_forgets_the_topic(talk: Talk) -> None:
    talk.say("wat is de technohub in woerden").say("opnieuw beginnen")
    assert "opnieuw" in talk.text
    assert "Waar gaat je vraag over" in talk.say("en wat kost dat?").text
