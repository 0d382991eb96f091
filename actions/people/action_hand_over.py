"""What the connector must do: hand the conversation over, or take the next text as a message for the desk."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.people.asked import MESSAGE, SHARE, SME_MESSAGE, asked
from actions.settings import ActionSettings

SHARED = {"hand_over_all": "all", "hand_over_nothing": "nothing"}
LEFT = {"leave_message": MESSAGE, "leave_sme_message": SME_MESSAGE}
LEAVE_TEXTS = {MESSAGE: "utter_leave_message", SME_MESSAGE: "utter_leave_sme_message"}


class ActionHandOver(Action):
    """After a yes. Only the connector holds the transcript, so it does the handing over."""

    def name(self) -> str:
        return "action_hand_over"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return hand_over(dispatcher, SHARED[tracker.latest_message["intent"]["name"]])


class ActionLeaveMessage(Action):
    """The next text is a message. Telegram knows its users, so there it points to the website."""

    def name(self) -> str:
        return "action_leave_message"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return leave(dispatcher, tracker, LEFT[tracker.latest_message["intent"]["name"]])


def hand_over(dispatcher: CollectingDispatcher, share: str) -> list[dict[str, Any]]:
    """Ask the connector for a person, with "all" of the conversation or "nothing" of it."""
    dispatcher.utter_message(response="utter_hand_over", json_message={"kind": "handover", "hand_over": share})
    return [asked(None)]


def leave(dispatcher: CollectingDispatcher, tracker: Tracker, kind: str) -> list[dict[str, Any]]:
    """Ask for the message."""
    if tracker.get_latest_input_channel() == "telegram":
        dispatcher.utter_message(response="utter_leave_on_telegram", website=ActionSettings().website)
    else:
        dispatcher.utter_message(response=LEAVE_TEXTS[kind], json_message={"kind": "handover", "leave": kind})
    return [asked(None)]


def answer_yes(dispatcher: CollectingDispatcher, tracker: Tracker, question: str) -> list[dict[str, Any]]:
    """Do what was just asked about."""
    if question == SHARE:
        return hand_over(dispatcher, "all")
    return leave(dispatcher, tracker, question)
