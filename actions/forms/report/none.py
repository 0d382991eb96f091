"""Words about a report where there is none."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.forms.say import controls, say


class ActionNoReport(Action):
    """Somebody skips, changes or asks why while no question of a report is open."""

    def name(self) -> str:
        return "action_geen_melding"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        say(dispatcher, "utter_melding_geen", controls("begin", "code"), keep="all")
        return []
