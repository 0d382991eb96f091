"""After the report was sent: sending once more, and telling that the code was written down."""

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.forms.report.ending import FORGOTTEN, send
from actions.forms.say import controls, say
from actions.intake import intake
from actions.settings import ActionSettings
from desk.intake.reports import DeskError, read_settings


class ActionSendReport(Action):
    """Outside the form: a second press on the same button gives the same code, not a second report."""

    def name(self) -> str:
        return "action_melding_versturen"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        token = tracker.get_slot(slots.REPORT)
        if token is None:
            say(dispatcher, "utter_melding_geen", controls("begin", "code"), keep="all")
            return [SlotSet(slots.REPORT_AT, None)]
        return await asyncio.to_thread(send, dispatcher, token)


class ActionReceiptNoted(Action):
    """The desk forgets the code at once, and the conversation its way to it; then what happens now."""

    def name(self) -> str:
        return "action_melding_opgeschreven"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        token = tracker.get_slot(slots.REPORT)
        if token is not None:
            await asyncio.to_thread(_forget, token)
        say(
            dispatcher,
            "utter_melding_opgeschreven",
            controls("elsewhere", "human"),
            keep="all",
            website_code=ActionSettings().code_page,
            dagen=read_settings().desk_retention_days,
        )
        return list(FORGOTTEN)


class ActionReportElsewhere(Action):
    """Other places to report, and help with that without giving up anonymity."""

    def name(self) -> str:
        return "action_melding_elders"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        say(dispatcher, "utter_melding_elders", controls("code", "human"), keep="all")
        return []


def _forget(token: str) -> None:
    """A desk that is away forgets by itself after ten minutes."""
    try:
        intake().receipt_was_noted(token)
    except DeskError:
        return
