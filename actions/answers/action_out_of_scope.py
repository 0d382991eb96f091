"""Says that a question lies outside what the assistant knows."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers.misses import say_miss


class ActionOutOfScope(Action):
    """An honest no with the way on; the third in a row offers a person."""

    def name(self) -> str:
        return "action_out_of_scope"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return say_miss(dispatcher, tracker, "utter_out_of_scope")
