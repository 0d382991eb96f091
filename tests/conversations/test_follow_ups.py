"""Short messages that only make sense after what was said before."""

import pytest

from tests.support.assistant import Talk

pytestmark = [pytest.mark.model, pytest.mark.slow]


def test_where_is_that_is_about_the_last_topic(talk: Talk) -> None:
    talk.say("wat is de technohub in woerden").say("en waar is dat dan?")
    assert "Woerden" in talk.text
    assert (talk.article or "").startswith("plekken/technohub")


@pytest.mark.parametrize(
    ("before", "follow_up", "article"),
    [
        ("wat is de technohub in woerden", "bedankt, en hoe schrijf ik hem in?", "plekken/technohub"),
        ("wat is de technohub in woerden", "ok thnx, voor wie is dat?", "plekken/technohub"),
        ("wat is de technohub in woerden", "top! en wat kan ik daar als bedrijf mee", "plekken/technohub"),
        ("wat is de makerspace in mijdrecht", "thnx maar waar is dat", "plekken/makerspace"),
        ("wat is de makerspace in mijdrecht", "fijn, en mag mijn dochter van 11 daar ook heen", "plekken/makerspace"),
        ("wat is een challenge", "dank u, en wat kost dat ons dan", "mkb/"),
        ("wat is een snuffelstage", "en hoe regel ik dat dan?", "stage/orienteren"),
        ("wat is bol en bbl", "ok, kun je daar meer over vertellen", "studiekeuze/bol-bbl"),
        ("krijg ik eigenlijk geld voor mn stage?", "maar is dat ook voor bbl?", "stage/"),
    ],
)
def test_a_follow_up_with_thanks_in_front(talk: Talk, before: str, follow_up: str, article: str) -> None:
    talk.say(before)
    assert (talk.say(follow_up).article or "").startswith(article)


def test_the_source_after_thanks(talk: Talk) -> None:
    talk.say("krijg ik eigenlijk geld voor mn stage?").say("bedankt, waar heb je dat vandaan?")
    assert talk.text.startswith("Dit komt uit:")


def test_thanks_alone_are_no_question(talk: Talk) -> None:
    talk.say("wat is bol en bbl").say("ok top bedankt voor de uitleg")
    assert talk.article is None


def test_what_is_not_known_is_said_without_the_same_text_once_more(talk: Talk) -> None:
    told = talk.say("wat is de technohub in woerden").text
    assert "Dat weet ik niet precies" in talk.say("en wat kost dat?").text
    assert told not in talk.text
    assert "Meer weet ik hier niet over" in talk.say("en wat kost dat?").text
    assert "Praat met een medewerker" in talk.buttons


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
