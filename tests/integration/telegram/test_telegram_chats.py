"""A conversation on Telegram: beginning, asking, choosing, rating, ending."""

import httpx
import pytest

from connectors.telegram.texts import NOTHING_TO_WIPE, OLD_BUTTON, STOPPED, THANKS, WIPED
from tests.support.site import eventually
from tests.support.stand_in_bot import StandInBot
from tests.support.telegram import WEBSITE, Connector, Person, Simulator, buttons_of

pytestmark = pytest.mark.slow


def test_the_first_message_says_it_is_a_chatbot_and_what_telegram_sees(connector: Connector, person: Person) -> None:
    person.command("/start").reads("Waar kan ik je mee helpen?")
    first = person.got()[0]
    assert "chatbot, geen mens" in first
    assert "Telegram is een bedrijf. Het ziet wie je bent" in first
    assert f"{WEBSITE}/" in first


def test_a_question_is_answered_with_its_source(connector: Connector, person: Person) -> None:
    person.command("/start").reads("Waar kan ik je mee helpen?")
    answer = person.write("vergoeding").reads("stagevergoeding")
    assert "Bron: Cao gemeenten, januari 2026" in answer


def test_a_choice_is_pressed_and_answered(connector: Connector, person: Person) -> None:
    person.write("keuze").reads("Bedoel je dit?")
    person.press("Stagevergoeding").reads("Vaak krijg je een stagevergoeding.")


def test_a_website_is_a_real_link(polling: Connector, person: Person) -> None:
    person.write("keuze").reads("Bedoel je dit?")
    shown = [button for message in person.heard for button in buttons_of(message)]
    assert {"text": "De website", "url": "https://www.s-bb.nl"} in shown


def test_a_rating_is_thanked_for_and_counted(polling: Connector, telegram: Simulator, person: Person) -> None:
    person.write("vergoeding").reads("stagevergoeding")
    person.press("👍 Dit helpt")
    person.write("klaar").reads("Je zei: klaar")
    assert [call["text"] for call in telegram.calls("answerCallbackQuery")] == [THANKS[True]]
    assert 'wijzer_feedback_total{helpful="true"} 1.0' in httpx.get(f"{polling.url}/metrics").text


def test_wis_deletes_everything_here_and_says_what_stays_in_telegram(
    connector: Connector, bot: StandInBot, person: Person
) -> None:
    person.write("vergoeding").reads("stagevergoeding")
    person.command("/wis").reads(WIPED)
    assert bot.trackers == set()
    person.command("/wis").reads(NOTHING_TO_WIPE)


def test_stop_ends_the_conversation(polling: Connector, bot: StandInBot, person: Person) -> None:
    person.write("vergoeding").reads("stagevergoeding")
    person.command("/stop").reads(STOPPED)
    assert bot.trackers == set()


def test_a_button_of_an_ended_conversation_is_kindly_refused(polling: Connector, person: Person) -> None:
    person.write("keuze").reads("Bedoel je dit?")
    person.command("/wis").reads(WIPED)
    person.press("Stagevergoeding").reads(OLD_BUTTON)


def test_another_persons_button_opens_nothing(polling: Connector, telegram: Simulator, person: Person) -> None:
    person.write("keuze").reads("Bedoel je dit?")
    data = [b["callback_data"] for m in person.heard for b in buttons_of(m) if "callback_data" in b]
    other = telegram.person()
    other.write("hoi").reads("Je zei: hoi")
    other.send_press(data[0])
    other.reads(OLD_BUTTON)


def test_a_double_press_is_answered_once(polling: Connector, person: Person) -> None:
    person.write("keuze").reads("Bedoel je dit?")
    person.press("Stagevergoeding").press("Stagevergoeding").reads("stagevergoeding")
    person.write("klaar").reads("Je zei: klaar")
    assert sum("Vaak krijg je" in text for text in person.got()) == 1


def test_typing_is_shown_until_the_answer_is_there(
    polling: Connector, bot: StandInBot, telegram: Simulator, person: Person
) -> None:
    person.write("hoi").reads("Je zei: hoi")
    before = len(telegram.calls("sendChatAction", person.id))
    bot.release.clear()
    person.write("traag antwoord")
    assert eventually(lambda: len(telegram.calls("sendChatAction", person.id)) >= before + 2)
    bot.release.set()
    person.reads("Je zei: traag antwoord")


def test_help_explains_without_asking_the_bot(polling: Connector, bot: StandInBot, person: Person) -> None:
    person.command("/help").reads("/wis: wis dit gesprek")
    assert bot.heard == []
