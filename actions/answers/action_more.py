"""Explains more of the last answer, or of the answer whose button was pressed."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.answers.messages import remember, say_article
from actions.services import services


class ActionMore(Action):
    """The longer text of the topic; after that one, the way to a person."""

    def name(self) -> str:
        return "action_more"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        pressed = next(tracker.get_latest_entity_values(slots.TOPIC), None)
        topic = pressed or tracker.get_slot(slots.TOPIC)
        if topic is None:
            dispatcher.utter_message(response="utter_nothing_yet")
            return []
        if topic == tracker.get_slot(slots.TOPIC) and tracker.get_slot(slots.TOLD_LONG):
            dispatcher.utter_message(response="utter_no_more")
            return []
        article = services().shelf.by_id(topic)
        say_article(dispatcher, article, article.long, more=False)
        return remember(tracker, article, told_long=True)
