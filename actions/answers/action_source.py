"""Says where the last answer comes from."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.services import services
from knowledge.articles import Source


class ActionSource(Action):
    """All sources of the topic, with dates and addresses."""

    def name(self) -> str:
        return "action_source"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        topic = tracker.get_slot(slots.TOPIC)
        if topic is None:
            dispatcher.utter_message(response="utter_nothing_yet")
            return []
        article = services().shelf.by_id(topic)
        listed = "\n".join(f"- {_line(source)}" for source in article.sources)
        dispatcher.utter_message(response="utter_source", sources=f"\n{listed}")
        return []


def _line(source: Source) -> str:
    address = f" {source.url}" if source.url else ""
    return f"{source.title} ({source.as_of}){address}"
