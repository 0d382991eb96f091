"""Before the first question: who reads it, what anonymous means here, or why it is not possible."""

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.forms.form import Events, over
from actions.forms.report.questions import QUESTIONS, Spot, spot_of
from actions.forms.say import controls, listed, say
from actions.intake import intake
from desk.intake.reports import DraftGoneError


def begin_report(dispatcher: CollectingDispatcher) -> Events:
    """Open a sealed draft; without a single reader nothing can be accepted, and that is said."""
    door = intake()
    readers = door.possible_readers()
    if not readers:
        say(dispatcher, "utter_melding_niemand", controls("human"), keep="all")
        return over()
    token = door.open_draft()
    names = listed(reader.name for reader in readers)
    say(dispatcher, "utter_melding_begin", keep="all", lezers=names, dagen=door.desk.retention_days)
    return [SlotSet(slots.REPORT, token), *_at(Spot(QUESTIONS[0]))]


def resume_report(dispatcher: CollectingDispatcher, tracker: Tracker, token: str) -> Events:
    """Go on with a draft that is still there, or begin anew when it is gone."""
    try:
        intake().read_draft(token)
    except DraftGoneError:
        return begin_report(dispatcher)
    say(dispatcher, "utter_melding_verder", keep="all")
    return _at(Spot(spot_of(tracker.get_slot(slots.REPORT_AT)).question))


def _at(spot: Spot) -> Events:
    return [SlotSet(slots.REPORT_AT, spot.code), SlotSet(slots.PAUSED_FORM, None)]
