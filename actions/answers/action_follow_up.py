"""Understands a short follow-up ("en waar is dat?") against the last topic."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.answers.messages import remember, say_article
from actions.services import services
from knowledge.articles import Article

ASPECT_OF_INTENT = {
    "follow_up_place": "plaats",
    "follow_up_price": "kosten",
    "follow_up_audience": "doelgroep",
    "follow_up_business": "bedrijven",
    "follow_up_join": "meedoen",
}


class ActionFollowUp(Action):
    """First the topic's own short answer on that aspect, then a neighbour on the same subject, else what is left."""

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
        if other := shelf.neighbour(article, aspect):
            say_article(dispatcher, other, other.short, more=True)
            return remember(tracker, other, told_long=False)
        return _tell_the_rest(dispatcher, tracker, article)


def _tell_the_rest(dispatcher: CollectingDispatcher, tracker: Tracker, article: Article) -> list[dict[str, Any]]:
    """Admit that this is not known; the short text was told already, so never that once more."""
    if tracker.get_slot(slots.TOLD_LONG):
        dispatcher.utter_message(response="utter_no_more")
        return []
    dispatcher.utter_message(response="utter_aspect_unknown")
    say_article(dispatcher, article, article.long, more=False)
    return remember(tracker, article, told_long=True)
