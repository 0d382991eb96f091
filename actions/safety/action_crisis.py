"""Answers a cry for help with the card of its level and a way to a person."""

import asyncio
from dataclasses import asdict
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers.messages import STEP_PAYLOADS, Button, more_button
from actions.forms.meaning import says_stop
from actions.forms.report.ending import stop
from actions.forms.report.none import open_draft
from actions.pausing import open_form, pause
from actions.services import services
from knowledge.articles import Article

GO_ON = "utter_go_on"
GO_ON_WITH_FORM = "utter_go_on_form"
GO_ON_WITH = {"discriminatie_melding": "utter_go_on_report"}


class ActionCrisis(Action):
    """Says the card, then asks whether to go on about something else.

    Whoever was filling something in is not asked on; a button takes it up again, with all answers as they were.
    "Ik wil stoppen" in a report may mean both: the card comes first, and the report is deleted as was asked.
    """

    def name(self) -> str:
        return "action_crisis"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        card = services().shelf.by_intent(tracker.latest_message["intent"]["name"])
        dispatcher.utter_message(
            text=card.short,
            buttons=[_human_button(), *_website_buttons(card), more_button(card)],
            json_message={"kind": "crisis", "article": card.id, "source": asdict(card.sources[0])},
        )
        token = open_draft(tracker)
        if token and says_stop(tracker.latest_message.get("text") or ""):
            return [*pause(tracker), *await asyncio.to_thread(stop, dispatcher, token)]
        dispatcher.utter_message(response=_question(open_form(tracker)))
        return pause(tracker)


def _question(form: str | None) -> str:
    return GO_ON if form is None else GO_ON_WITH.get(form, GO_ON_WITH_FORM)


def _human_button() -> Button:
    return {"title": services().labels["human"], "payload": STEP_PAYLOADS["human"]}


def _website_buttons(card: Article) -> list[Button]:
    return [
        {"title": step.title or step.url, "payload": "/affirm", "url": step.url}
        for step in card.next_steps
        if step.url is not None
    ]
