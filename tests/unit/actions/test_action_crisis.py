"""A cry for help is answered with the card of its level, a person, and nothing forgotten."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers import messages
from actions.safety import action_crisis
from actions.safety.action_go_on import ActionGoOn
from knowledge.articles import read_articles
from knowledge.labels import read_labels
from knowledge.store.lookup import Shelf

NUMBERS = {
    "hulp_crisis": ("hulp/crisis", "0800-0113"),
    "hulp_crisis_gevaar": ("hulp/crisis-gevaar", "112"),
    "hulp_crisis_onveilig": ("hulp/crisis-onveilig", "0800-2000"),
}


@pytest.fixture(scope="module")
def knowledge() -> SimpleNamespace:
    return SimpleNamespace(shelf=Shelf(read_articles()), labels=read_labels())


def run(intent: str, form: str | None = None, **slots: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Messages and events of the action after a message with this intent, in the middle of `form`."""
    parsed = {"text": "...", "intent": {"name": intent, "confidence": 1.0}, "entities": []}
    tracker = Tracker("someone", slots, parsed, [], False, None, {"name": form} if form else {}, "action_listen")
    dispatcher = CollectingDispatcher()
    events = asyncio.run(action_crisis.ActionCrisis().run(dispatcher, tracker, {}))
    return dispatcher.messages, events


@pytest.fixture(autouse=True)
def _real_articles(knowledge: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (action_crisis, messages):
        monkeypatch.setattr(module, "services", lambda: knowledge)


@pytest.mark.parametrize("intent", NUMBERS)
def test_each_level_gets_its_own_card(intent: str) -> None:
    card, go_on = run(intent)[0]
    article, number = NUMBERS[intent]
    assert card["custom"]["kind"] == "crisis"
    assert card["custom"]["article"] == article
    assert card["custom"]["source"]["as_of"].startswith("20")
    assert "escalated" not in card["custom"]
    assert number in card["text"]
    assert go_on["response"] == "utter_go_on"


def test_a_person_is_the_first_button_and_the_longer_text_the_last(knowledge: SimpleNamespace) -> None:
    card = run("hulp_crisis")[0][0]
    assert card["buttons"][0] == {"title": knowledge.labels["human"], "payload": "/hulp_medewerker"}
    assert [button["url"] for button in card["buttons"] if "url" in button] == ["https://www.113.nl"]
    assert card["buttons"][-1]["payload"] == '/more{"topic": "hulp/crisis"}'


def test_outside_a_form_nothing_is_changed() -> None:
    assert run("hulp_crisis_gevaar", topic="stage/bpv")[1] == []


@pytest.mark.parametrize(
    ("form", "question"), [("discriminatie_melding", "utter_go_on_report"), ("offer", "utter_go_on_form")]
)
def test_a_form_is_put_aside_with_its_answers(form: str, question: str) -> None:
    said, events = run("hulp_crisis", form=form, what="sealed", requested_slot="when")
    assert said[1]["response"] == question
    assert {event.get("name") for event in events} == {"paused_form", "requested_slot", None}
    assert events[0]["value"] == form


def test_a_form_put_aside_earlier_is_still_offered() -> None:
    said, events = run("hulp_crisis", paused_form="offer")
    assert said[1]["response"] == "utter_go_on_form"
    assert events == []


def go_on(**slots: Any) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Messages and events of taking up what was put aside."""
    tracker = Tracker("someone", slots, {"intent": {"name": "go_on"}}, [], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    return dispatcher.messages, asyncio.run(ActionGoOn().run(dispatcher, tracker, {}))


def test_the_form_is_taken_up_again() -> None:
    said, events = go_on(paused_form="discriminatie_melding", what="sealed")
    assert said == []
    assert events[0] == {"event": "slot", "timestamp": None, "name": "paused_form", "value": None}
    assert events[1]["event"] == "followup"
    assert events[1]["name"] == "discriminatie_melding"


def test_without_an_open_form_it_says_so() -> None:
    said, events = go_on()
    assert said[0]["response"] == "utter_nothing_open"
    assert events == []
