"""Leaving a form half-way and taking it up again, without losing an answer."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.forms.say import say

REQUESTED_SLOT = "requested_slot"
STILL_OPEN = {"discriminatie_melding": "utter_still_open_report"}


def open_form(tracker: Tracker) -> str | None:
    """The form that is being filled in, or that was paused before; None when there is none."""
    form: str | None = tracker.active_loop_name or tracker.get_slot(slots.PAUSED_FORM)
    return form


def pause(tracker: Tracker) -> list[dict[str, Any]]:
    """Events that put the active form aside: it asks nothing and takes no message for an answer; its slots stay."""
    if tracker.active_loop_name is None:
        return []
    return [SlotSet(slots.PAUSED_FORM, tracker.active_loop_name), ActiveLoop(None), SlotSet(REQUESTED_SLOT, None)]


def resume(form: str) -> list[dict[str, Any]]:
    """Events that take `form` up again: it asks the first question that has no answer yet."""
    return [SlotSet(slots.PAUSED_FORM, None), FollowupAction(form)]


def remind(dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
    """Tell whoever gets no other answer that a form was put aside, with buttons; False when there is none.

    They may think that they are still filling it in, so what they typed is not kept in the conversation.
    """
    form = tracker.get_slot(slots.PAUSED_FORM)
    if form is None:
        return False
    say(dispatcher, STILL_OPEN.get(form, "utter_still_open_form"))
    return True
