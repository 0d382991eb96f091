"""Answers every knowledge intent from its article."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.answers.messages import remember, say_article
from actions.services import services


class ActionAnswer(Action):
    """The short text first; whoever asks the same again gets the longer one."""

    def name(self) -> str:
        return "action_answer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        article = services().shelf.by_intent(tracker.get_intent_of_latest_message())
        again = tracker.get_slot(slots.TOPIC) == article.id
        long = again and not tracker.get_slot(slots.TOLD_LONG)
        say_article(dispatcher, article, article.long if long else article.short, more=not long)
        return remember(tracker, article, told_long=long)
