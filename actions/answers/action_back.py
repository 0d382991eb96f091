"""Goes back to the answer before the last one."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.answers.messages import say_article
from actions.services import services


class ActionBack(Action):
    """Takes the newest of the earlier topics; without one it asks what the question is about.

    Rasa runs this for every "back" before it asks an active form, so then it says nothing and lets the form answer.
    """

    def name(self) -> str:
        return "action_back"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if tracker.active_loop_name:
            return []
        earlier = list(tracker.get_slot(slots.EARLIER_TOPICS) or [])
        if not earlier:
            dispatcher.utter_message(response="utter_nothing_yet")
            return []
        article = services().shelf.by_id(earlier.pop())
        say_article(dispatcher, article, article.short, more=True)
        return [
            SlotSet(slots.TOPIC, article.id),
            SlotSet(slots.TOLD_LONG, False),
            SlotSet(slots.EARLIER_TOPICS, earlier),
        ]
