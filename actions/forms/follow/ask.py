"""Asks for the code, or what to do with the report."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.answers.messages import Button
from actions.forms.follow.spots import CHOOSE, CODE, TEXT, WITHDRAW
from actions.forms.say import choice, controls, labels, say

RESPONSES = {
    CODE: "utter_volgen_vraag_code",
    CHOOSE: "utter_volgen_kies",
    TEXT: "utter_volgen_vraag_bericht",
    WITHDRAW: "utter_volgen_echt_intrekken",
}


class ActionAskFollowAnswer(Action):
    """Runs after the validator, with the slots as that left them."""

    def name(self) -> str:
        return "action_ask_volgen_antwoord"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        spot = tracker.get_slot(slots.FOLLOW_AT) or CODE
        say(dispatcher, RESPONSES[spot], _buttons(spot))
        return []


class ActionNoCode(Action):
    """A button about a report that is not open (any more)."""

    def name(self) -> str:
        return "action_geen_code"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        say(dispatcher, "utter_volgen_geen", controls("code", "begin"), keep="all")
        return []


def _buttons(spot: str) -> list[Button]:
    if spot == CHOOSE:
        return controls("write_back", "withdraw", "done")
    if spot == WITHDRAW:
        yes, no = labels()["withdraw"]["yes"], labels()["withdraw"]["no"]
        return [choice(yes, WITHDRAW, intent="volgen_antwoord"), choice(no, CHOOSE, intent="volgen_antwoord")]
    return controls("done")
