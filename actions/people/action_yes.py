"""A bare yes: to the question about a person, if that was the last one; else it means nothing yet."""

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.people.action_ask_human import ask_human
from actions.people.action_hand_over import answer_yes
from actions.people.asked import PERSON, open_question


class ActionYes(Action):
    """Typed, or pressed under something that needs no more than a yes."""

    def name(self) -> str:
        return "action_yes"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        question = open_question(tracker)
        if question == PERSON:
            return await asyncio.to_thread(ask_human, dispatcher, tracker)
        if question is not None:
            return answer_yes(dispatcher, tracker, question)
        dispatcher.utter_message(response="utter_affirm")
        return []
