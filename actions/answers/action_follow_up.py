"""Understands a short follow-up ("en waar is dat?") against the last topic."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.answers.messages import remember, say_article
from actions.services import services

ASPECT_OF_INTENT = {
    "follow_up_place": "plaats",
    "follow_up_price": "kosten",
    "follow_up_audience": "doelgroep",
    "follow_up_business": "bedrijven",
    "follow_up_join": "meedoen",
}


class ActionFollowUp(Action):
    """First the topic's own short answer on that aspect, then a neighbour on the same subject, else what is known."""

    def name(self) -> str:
        return "action_follow_up"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        topic = tracker.get_slot(slots.TOPIC)
        if topic is None:
            dispatcher.utter_message(response="utter_nothing_yet")
            return []
        shelf = services().shelf
        article = shelf.by_id(topic)
        aspect = ASPECT_OF_INTENT[tracker.get_intent_of_latest_message()]
        if aspect in article.facets:
            say_article(dispatcher, article, article.facets[aspect], more=True)
            return remember(tracker, article, told_long=False)
        other = shelf.neighbour(article, aspect)
        if other is None:
            dispatcher.utter_message(response="utter_aspect_unknown")
        say_article(dispatcher, other or article, (other or article).short, more=True)
        return remember(tracker, other or article, told_long=False)
