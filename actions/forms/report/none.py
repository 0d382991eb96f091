"""Words about a report where no question is open: take it up again, stop it, or say that there is none."""

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, Restarted
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.forms.report.ending import stop
from actions.forms.report.questions import SENT
from actions.forms.say import controls, say

LOOP = "discriminatie_melding"


class ActionNoReport(Action):
    """Somebody skips, changes or asks why outside the questions: the form asks again when it was only put aside."""

    def name(self) -> str:
        return "action_geen_melding"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if open_draft(tracker):
            return [FollowupAction(LOOP)]
        say(dispatcher, "utter_melding_geen", controls("begin", "code"), keep="all")
        return []


class ActionStop(Action):
    """Stop outside a form: an unfinished report that was put aside goes now, not in half an hour."""

    def name(self) -> str:
        return "action_stop"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if token := open_draft(tracker):
            return await asyncio.to_thread(stop, dispatcher, token)
        dispatcher.utter_message(response="utter_stop")
        return []


class ActionRestart(Action):
    """Start afresh. Rasa runs this before it asks an active form; then the form asks whether to stop, and deletes."""

    def name(self) -> str:
        return "action_restart"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        if tracker.active_loop_name:
            return []
        if token := open_draft(tracker):
            return await asyncio.to_thread(stop, dispatcher, token)
        dispatcher.utter_message(response="utter_restart")
        return [Restarted(), FollowupAction("action_listen")]


def open_draft(tracker: Tracker) -> str | None:
    """The token of a report that was begun and not sent."""
    token: str | None = tracker.get_slot(slots.REPORT)
    return None if tracker.get_slot(slots.REPORT_AT) == SENT else token
