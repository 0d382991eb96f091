"""Someone asks for a person: what is possible now, and what the person may read."""

import asyncio
import logging
from dataclasses import asdict
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.answers.messages import Button, more_button, remember
from actions.forms.say import numbers
from actions.people.asked import MESSAGE, SHARE, SME_MESSAGE, asked
from actions.people.desk import Offer, hours_in_words, offer_now
from actions.services import services
from desk.intake.reports import DeskError

ARTICLE = "hulp/medewerker"
FOR_COMPANIES = "mkb/"
PAYLOADS = {
    "share_all": "/hand_over_all",
    "share_nothing": "/hand_over_nothing",
    "leave_message": "/leave_message",
    "leave_sme_message": "/leave_sme_message",
    "leave_company_message": "/leave_sme_message",
    "no_company": "/hulp_medewerker",
    "no_person": "/deny",
}

log = logging.getLogger(__name__)


class ActionAskHuman(Action):
    """Inside office hours: asks whether the person may read along. Outside: a message instead. Never a promise."""

    def name(self) -> str:
        return "action_ask_human"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        return await asyncio.to_thread(ask_human, dispatcher, tracker)


def ask_human(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[dict[str, Any]]:
    """Say what is possible; return the events."""
    article = services().shelf.by_id(ARTICLE)
    try:
        offer = offer_now()
    except DeskError as error:
        log.error("desk_away error=%s", type(error).__name__)
        offer = None
    is_company = (tracker.get_slot(slots.TOPIC) or "").startswith(FOR_COMPANIES)
    response, buttons, question = _answer(offer, is_company)
    dispatcher.utter_message(
        response=response,
        buttons=[*_buttons(*buttons), more_button(article)],
        json_message={"kind": "handover", "article": article.id, "source": asdict(article.sources[0])},
        hours=hours_in_words(offer.hours) if offer else "",
        **numbers(),
    )
    return [*remember(tracker, article, told_long=False), asked(question)]


def _answer(offer: Offer | None, is_company: bool) -> tuple[str, list[str], str | None]:
    """The response, its buttons and what a bare yes would mean."""
    if offer is None:
        return "utter_human_away", [], None
    company = ["leave_sme_message"] if offer.sme_message else []
    if is_company and company:
        return "utter_human_company", ["leave_company_message", "no_company"], SME_MESSAGE
    if offer.person:
        return "utter_human_open", ["share_all", "share_nothing", *company, "no_person"], SHARE
    if offer.message:
        return "utter_human_closed", ["leave_message", *company], MESSAGE
    return "utter_human_nobody", company, None


def _buttons(*names: str) -> list[Button]:
    return [{"title": services().labels[name], "payload": PAYLOADS[name]} for name in names]
