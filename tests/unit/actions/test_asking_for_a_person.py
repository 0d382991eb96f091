"""Asking for a person says what is possible at that moment, and a bare yes is about the question just asked."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import messages
from actions.people import action_ask_human, action_yes, desk
from actions.people.action_ask_human import ActionAskHuman
from actions.people.action_hand_over import ActionHandOver, ActionLeaveMessage
from actions.people.action_yes import ActionYes
from actions.people.asked import MESSAGE, PERSON, SHARE, SME_MESSAGE, TOLD
from desk.accounts.roles import Role
from desk.intake.live import OfficeHours
from desk.intake.reports import Intake
from desk.live.hours import ALWAYS, NEVER, read_hours
from knowledge.articles import read_articles
from knowledge.labels import read_labels
from knowledge.store.lookup import Shelf
from tests.support.desk_house import DeskHouse, desk_house

Said = tuple[dict[str, Any], dict[str, Any]]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskHouse]:
    known = SimpleNamespace(shelf=Shelf(read_articles()), labels=read_labels())
    for module in (action_ask_human, messages, desk):
        monkeypatch.setattr(module, "services", lambda: known)
    with desk_house(tmp_path) as opened:
        monkeypatch.setattr(desk, "intake", lambda: Intake(opened.desk))
        yield opened


def run(action: Action, intent: str, channel: str = "web", events: list[Any] | None = None, **slots: Any) -> Said:
    """The message of an action and the slots it sets."""
    parsed = {"text": "...", "intent": {"name": intent, "confidence": 1.0}, "entities": []}
    tracker = Tracker("someone", slots, parsed, events or [], False, None, {}, "action_listen")
    tracker.get_latest_input_channel = lambda: channel
    dispatcher = CollectingDispatcher()
    changed = asyncio.run(action.run(dispatcher, tracker, {}))
    return dispatcher.messages[0], {event["name"]: event["value"] for event in changed}


def ask(house: DeskHouse, hours: OfficeHours, **slots: Any) -> Said:
    object.__setattr__(house.desk, "hours", hours)
    return run(ActionAskHuman(), "hulp_medewerker", **slots)


def titles(message: dict[str, Any]) -> list[str]:
    return [button["title"] for button in message["buttons"]]


def test_inside_hours_what_the_person_may_read_is_asked(house: DeskHouse) -> None:
    house.reader()
    message, slots = ask(house, ALWAYS)
    assert message["response"] == "utter_human_open"
    assert [button["payload"] for button in message["buttons"]][:2] == ["/hand_over_all", "/hand_over_nothing"]
    assert slots["asked"] == SHARE


def test_outside_hours_a_message_can_be_left_and_the_hours_are_told(house: DeskHouse) -> None:
    house.reader()
    message, slots = ask(house, read_hours("sun-sun 03:00-03:01"))
    assert message["response"] == "utter_human_closed"
    assert message["hours"] == "Medewerkers zijn er zondag van 03:00 tot 03:01 uur."
    assert message["alarmnummer"] == "112"
    assert titles(message)[0] == "Bericht achterlaten"
    assert slots["asked"] == MESSAGE


@pytest.mark.parametrize("hours", [ALWAYS, NEVER])
def test_without_anyone_at_the_desk_nothing_is_promised(house: DeskHouse, hours: OfficeHours) -> None:
    message, slots = ask(house, hours)
    assert message["response"] == "utter_human_nobody"
    assert titles(message) == ["Meer uitleg"]
    assert slots["asked"] is None


def test_a_desk_that_is_away_is_told(house: DeskHouse) -> None:
    broken = Path(str(house.desk.store.engine.url.database))
    house.desk.store.engine.dispose()
    broken.unlink()
    broken.mkdir()
    assert ask(house, ALWAYS)[0]["response"] == "utter_human_away"


def test_a_company_is_led_to_the_coordinators(house: DeskHouse) -> None:
    house.reader("anna", Role.COORDINATOR)
    message, slots = ask(house, ALWAYS, topic="mkb/leerbedrijf-worden")
    assert message["response"] == "utter_human_company"
    assert message["buttons"][0]["payload"] == "/leave_sme_message"
    assert slots["asked"] == SME_MESSAGE


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        ("mon-fri 09:00-17:00", "Medewerkers zijn er maandag tot en met vrijdag van 09:00 tot 17:00 uur."),
        ("always", "Medewerkers zijn er dag en nacht."),
        ("never", "Wanneer er weer iemand is, weet ik niet."),
    ],
)
@pytest.mark.usefixtures("house")
def test_hours_are_told_in_words(hours: str, words: str) -> None:
    assert desk.hours_in_words(read_hours(hours)) == words


@pytest.mark.parametrize(("intent", "share"), [("hand_over_all", "all"), ("hand_over_nothing", "nothing")])
def test_the_connector_is_told_what_may_go_along(intent: str, share: str) -> None:
    assert run(ActionHandOver(), intent)[0]["custom"] == {"kind": "handover", "hand_over": share}


@pytest.mark.parametrize(("intent", "kind"), [("leave_message", "message"), ("leave_sme_message", "sme_message")])
def test_the_connector_is_told_that_a_message_follows(intent: str, kind: str) -> None:
    assert run(ActionLeaveMessage(), intent)[0]["custom"] == {"kind": "handover", "leave": kind}


def test_on_telegram_no_message_is_taken() -> None:
    message = run(ActionLeaveMessage(), "leave_message", channel="telegram")[0]
    assert message["response"] == "utter_leave_on_telegram"
    assert "leave" not in message["custom"]


def turn(*actions: str) -> list[dict[str, Any]]:
    """Events of the turn before, and the message that came in now."""
    before = [{"event": "user"}, *({"event": "action", "name": name} for name in actions)]
    return [*before, {"event": "action", "name": "action_listen"}, {"event": "user"}]


def test_yes_after_the_question_hands_over() -> None:
    said = run(ActionYes(), "affirm", events=turn("action_ask_human"), asked=SHARE)[0]
    assert said["custom"]["hand_over"] == "all"


def test_yes_after_the_offer_asks_what_may_be_read(house: DeskHouse) -> None:
    house.reader()
    said = run(ActionYes(), "affirm", events=turn("action_second_chance"), asked=PERSON)[0]
    assert said["response"] == "utter_human_open"


def test_yes_to_a_message_asks_for_it() -> None:
    said = run(ActionYes(), "affirm", events=turn("action_ask_human"), asked=MESSAGE)[0]
    assert said["custom"]["leave"] == "message"


def after_the_search(monkeypatch: pytest.MonkeyPatch, question: str | None) -> str | None:
    """What a bare yes leads to when the second chance told an article that offers a report, and left this behind."""
    monkeypatch.setattr(action_yes, "services", lambda: SimpleNamespace(shelf=Shelf(read_articles())))
    known = {"topic": "discriminatie/anoniem", "asked": question}
    parsed = {"text": "ja", "intent": {"name": "affirm", "confidence": 1.0}, "entities": []}
    tracker = Tracker("someone", known, parsed, turn("action_second_chance"), False, None, {}, "action_listen")
    changed = asyncio.run(ActionYes().run(CollectingDispatcher(), tracker, {}))
    return next((event["name"] for event in changed), None)


def test_yes_to_an_article_that_the_search_found_begins_the_report_it_offers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert after_the_search(monkeypatch, TOLD) == "discriminatie_melding"
    assert after_the_search(monkeypatch, None) is None


@pytest.mark.parametrize("events", [turn("action_answer"), turn("utter_thank"), [{"event": "user"}], []])
def test_a_later_yes_hands_nothing_over(events: list[dict[str, Any]]) -> None:
    assert run(ActionYes(), "affirm", events=events, asked=SHARE)[0]["response"] == "utter_affirm"
