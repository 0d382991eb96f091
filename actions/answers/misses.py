"""Counting what was not understood, so that a person is offered after the third time in a row."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.answers.messages import STEP_PAYLOADS
from actions.forms.follow.spots import receipt_in
from actions.forms.meaning import CRISIS
from actions.forms.say import controls, numbers, say
from actions.pausing import remind
from actions.people.asked import ANSWERING, PERSON, asked
from actions.services import services

MISSES_BEFORE_HUMAN = 3
TALKED_ON = ANSWERING | {"utter_something_else"}


def say_miss(dispatcher: CollectingDispatcher, tracker: Tracker, response: str) -> list[dict[str, Any]]:
    """Say `response`, or offer a person when it has been enough; returns the slot event with the new count.

    Sixteen digits are taken for the code of a report, other words while a form is aside perhaps for its answer, and
    nobody who just got the card for a cry for help is sent away.
    """
    if receipt_in(tracker.latest_message.get("text") or ""):
        say(dispatcher, "utter_volgen_code_gezien", controls("code"))
        return [asked(None)]
    card = card_before(tracker)
    if card:
        _stay_with(dispatcher, card)
    if remind(dispatcher, tracker) or card:
        return [SlotSet(slots.MISSES, 0.0), asked(PERSON if card else None)]
    misses = (tracker.get_slot(slots.MISSES) or 0.0) + 1
    enough = misses >= MISSES_BEFORE_HUMAN
    dispatcher.utter_message(response="utter_offer_human" if enough else response)
    question = PERSON if enough else None
    return [SlotSet(slots.MISSES, 0.0 if enough else misses), asked(question)]


def card_before(tracker: Tracker) -> str | None:
    """The intent of the crisis card that was shown last, when nothing else has been talked about since."""
    for event in reversed(tracker.events):
        if event["event"] == "action" and event["name"] in TALKED_ON:
            return None
        if event["event"] == "user" and (intent := event["parse_data"]["intent"]["name"]) in CRISIS:
            return str(intent)
    return None


def _stay_with(dispatcher: CollectingDispatcher, card: str) -> None:
    labels = services().labels
    buttons = [
        {"title": labels["human"], "payload": STEP_PAYLOADS["human"]},
        {"title": services().shelf.by_intent(card).title, "payload": f"/{card}"},
        {"title": labels["something_else"], "payload": "/something_else"},
    ]
    dispatcher.utter_message(response="utter_after_card", buttons=buttons, **numbers())
