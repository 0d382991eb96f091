"""A bare yes: to the question asked last, or to the report that the last answer offered; else it means nothing yet."""

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction
from rasa_sdk.executor import CollectingDispatcher

from actions.pausing import remind
from actions.people.action_ask_human import ask_human
from actions.people.action_hand_over import answer_yes
from actions.people.asked import PERSON, open_question, topic_just_told
from actions.services import services

REPORT_FORM = "discriminatie_melding"


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
        if _offers_report(topic_just_told(tracker)):
            return [FollowupAction(REPORT_FORM)]
        if not remind(dispatcher, tracker):
            dispatcher.utter_message(response="utter_affirm")
        return []


def _offers_report(topic: str | None) -> bool:
    return topic is not None and any(step.action == "report" for step in services().shelf.by_id(topic).next_steps)
