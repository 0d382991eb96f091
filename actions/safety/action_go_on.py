"""Takes up what someone was filling in before it was interrupted."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.pausing import resume


class ActionGoOn(Action):
    """The form asks its next question, or there is nothing to go on with and it says so."""

    def name(self) -> str:
        return "action_go_on"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        form = tracker.get_slot(slots.PAUSED_FORM)
        if form is None:
            dispatcher.utter_message(response="utter_nothing_open")
            return []
        return resume(form)
