"""Answers every knowledge intent from its article."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers.action_second_chance import ActionSecondChance
from actions.answers.context import is_doubtful
from actions.answers.messages import last_article, offer_second, say_translated, tell
from actions.services import services

LANGUAGES = "bot/taal"


class ActionAnswer(Action):
    """The short text first; whoever asks the same again gets the longer one."""

    def name(self) -> str:
        return "action_answer"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        said = tracker.latest_message
        article = services().shelf.by_intent(said["intent"]["name"])
        if is_doubtful(article, said["intent"]["confidence"], last_article(tracker)):
            return await ActionSecondChance().run(dispatcher, tracker, domain)
        translation = services().translations.get(said.get("language") or "")
        if translation is not None and article.id == LANGUAGES:
            say_translated(dispatcher, article, translation)
            return []
        events = tell(dispatcher, tracker, article)
        _offer_second(dispatcher, said)
        return events


def _offer_second(dispatcher: CollectingDispatcher, said: dict[str, Any]) -> None:
    if said.get("also"):
        offer_second(dispatcher, services().shelf.by_intent(said["also"]))
