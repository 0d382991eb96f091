"""A bare no, and skipping, where no question of a form is open."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.pausing import remind, resume

NOTHING_ASKED = "utter_deny"


class ActionNo(Action):
    """A no; whoever put a form aside hears that it is still open."""

    def name(self) -> str:
        return "action_no"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if not remind(dispatcher, tracker):
            dispatcher.utter_message(response=NOTHING_ASKED)
        return []


class ActionSkip(Action):
    """ "Verder" or "sla over": a form that was put aside asks its question again."""

    def name(self) -> str:
        return "action_skip"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if form := tracker.get_slot(slots.PAUSED_FORM):
            return resume(form)
        dispatcher.utter_message(response=NOTHING_ASKED)
        return []
