"""Counting what was not understood, so that a person is offered after the third time in a row."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.forms.follow.spots import receipt_in
from actions.forms.say import controls, say
from actions.people.asked import PERSON, asked

MISSES_BEFORE_HUMAN = 3


def say_miss(dispatcher: CollectingDispatcher, tracker: Tracker, response: str) -> list[dict[str, Any]]:
    """Say `response`, or offer a person when it has been enough; returns the slot event with the new count.

    Sixteen digits are taken for the code of a report.
    """
    if receipt_in(tracker.latest_message.get("text") or ""):
        say(dispatcher, "utter_volgen_code_gezien", controls("code"))
        return [asked(None)]
    misses = (tracker.get_slot(slots.MISSES) or 0.0) + 1
    enough = misses >= MISSES_BEFORE_HUMAN
    dispatcher.utter_message(response="utter_offer_human" if enough else response)
    question = PERSON if enough else None
    return [SlotSet(slots.MISSES, 0.0 if enough else misses), asked(question)]
