"""Two questions in one message, other languages, and what the last topic says about a vague question."""

import pytest

from tests.support.assistant import Talk

pytestmark = [pytest.mark.model, pytest.mark.slow]


def test_of_two_questions_the_first_is_answered_and_the_second_is_a_click_away(talk: Talk) -> None:
    talk.say("wat is de technohub en waar kan ik discriminatie melden?")
    assert talk.article == "plekken/technohub-wat"
    assert "nog een vraag" in talk.text
    assert talk.press("Waar en hoe kan ik stagediscriminatie melden").article == "discriminatie/melden"


def test_a_question_after_never_mind_is_heard(talk: Talk) -> None:
    talk.say("laat maar, wat is eigenlijk een snuffelstage?")
    assert talk.article == "stage/orienteren" or "Een snuffelstage" in " ".join(talk.buttons)


def test_never_mind_alone_stops(talk: Talk) -> None:
    assert "we stoppen hier" in talk.say("laat maar").text


@pytest.mark.parametrize(
    ("sentence", "words", "button"),
    [
        ("How do I find an internship in Utrecht?", "I only understand Dutch", "Talk to a person"),
        ("Staj yeri nasıl bulabilirim?", "sadece Hollandaca", "Bir insanla konuş"),
        ("كيف أجد مكان تدريب", "الهولندية", "التحدث مع شخص"),
        ("Jak znaleźć praktyki w Utrechcie?", "niderlandzki", "Porozmawiaj z człowiekiem"),
        ("Як знайти стажування?", "нідерландську", "Поговорити з людиною"),
        ("¿Cómo puedo encontrar prácticas?", "neerlandés", "Hablar con una persona"),
    ],
)
def test_another_language_is_answered_in_that_language(talk: Talk, sentence: str, words: str, button: str) -> None:
    talk.say(sentence)
    assert words in talk.text
    assert button in talk.buttons


def test_a_cry_for_help_in_english_still_gets_the_card(talk: Talk) -> None:
    assert talk.say("i want to kill myself").article == "hulp/crisis"


def test_dutch_with_english_slang_is_answered(talk: Talk) -> None:
    assert talk.say("bro hoe vind ik een stageplek, no idea").article == "stage/vinden"


def test_a_company_is_not_sent_to_the_childrens_help_line(talk: Talk) -> None:
    talk.say("welke subsidie krijg ik als bedrijf voor een stagiair").say("wie kan ik daarover bellen")
    assert talk.article != "hulp/kindertelefoon"
    assert "Anoniem praten met iemand" not in talk.buttons
