"""Asks the question that the marker names, shows the summary, or offers what can be changed."""

import asyncio
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.forms.report.choosing import buttons_for, menu_buttons
from actions.forms.report.questions import MENU, QUIET, STOPPING, SUMMARY, spot_of
from actions.forms.report.summary import summary
from actions.forms.say import controls, say
from actions.intake import intake
from desk.intake.reports import DeskError


class ActionAskReportAnswer(Action):
    """Runs after the validator, with the slots as that left them."""

    def name(self) -> str:
        return "action_ask_melding_antwoord"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        await asyncio.to_thread(_ask, dispatcher, tracker)
        return []


def _ask(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    spot = spot_of(tracker.get_slot(slots.REPORT_AT))
    if spot.mode == QUIET:
        return
    if spot.mode == STOPPING:
        say(dispatcher, "utter_melding_echt_stoppen", controls("stop", "go_on"))
        return
    try:
        door = intake()
        document, readers = door.read_draft(tracker.get_slot(slots.REPORT)), door.possible_readers()
    except DeskError:
        say(dispatcher, "utter_melding_storing", controls("resume", "stop"))
        return
    if spot.question == SUMMARY:
        told = summary(document, readers)
        buttons = controls("send", "change", "stop")
        say(dispatcher, "utter_melding_samenvatting", buttons, keep="nothing", melding=told)
    elif spot.question == MENU:
        say(dispatcher, "utter_melding_wijzigen", menu_buttons(document))
    else:
        more = "_nog" if spot.question == "grounds" and document.grounds else ""
        say(dispatcher, f"utter_melding_vraag_{spot.question}{more}", buttons_for(spot.question, document, readers))
