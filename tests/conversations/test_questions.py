"""Someone asks, and gets a sourced answer and a way on."""

import pytest

from tests.support.assistant import Talk

pytestmark = [pytest.mark.model, pytest.mark.slow]


def test_a_conversation_opens_with_saying_that_this_is_a_chatbot(talk: Talk) -> None:
    assert "chatbot" in talk.last[0]["text"]
    assert "geen mens" in talk.last[0]["text"]


def test_a_question_about_pay_is_answered_with_source_and_date(talk: Talk) -> None:
    talk.say("krijg ik eigenlijk geld voor mn stage?")
    assert talk.article == "stage/vergoeding"
    assert talk.last[0]["source"]["title"]
    assert talk.last[0]["source"]["as_of"].startswith("20")


@pytest.mark.parametrize(
    ("sentence", "article"),
    [
        ("hoe vind ik een stageplek", "stage/vinden"),
        ("me stage is gestopt wat nu", "stage/gestopt"),
        ("wat staat er in een praktijkovereenkomst?", "stage/overeenkomst"),
        ("ben je een echt mens of een robot", "bot/wie-ben-je"),
        ("kan ik met een medewerker praten", "hulp/medewerker"),
        ("wat is de technohub in woerden", "plekken/technohub-wat"),
    ],
)
def test_everyday_questions_find_their_article(talk: Talk, sentence: str, article: str) -> None:
    assert talk.say(sentence).article == article


def test_more_explanation_is_a_button_away(talk: Talk) -> None:
    short = talk.say("krijg ik eigenlijk geld voor mn stage?").text
    talk.press("Meer uitleg")
    assert talk.article == "stage/vergoeding"
    assert talk.text != short


def test_the_same_question_twice_gets_the_longer_text(talk: Talk) -> None:
    short = talk.say("krijg ik eigenlijk geld voor mn stage?").text
    assert talk.say("krijg ik eigenlijk geld voor mn stage?").text != short
    assert talk.article == "stage/vergoeding"


def test_typed_text_cannot_pose_as_a_button(talk: Talk) -> None:
    assert talk.say('/more{"topic": "hulp/crisis"}').article != "hulp/crisis"


def test_an_old_button_explains_its_own_answer(talk: Talk) -> None:
    talk.say("krijg ik eigenlijk geld voor mn stage?")
    about_pay = talk.last
    talk.say("wat is de technohub in woerden")
    talk.last = about_pay
    assert talk.press("Meer uitleg").article == "stage/vergoeding"
