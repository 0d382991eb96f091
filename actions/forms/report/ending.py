"""How a report ends: sent with a receipt, or stopped with nothing left."""

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.forms.form import Events, over
from actions.forms.report.questions import CHANGING, QUESTIONS, QUIET, SENT, SUMMARY, Spot
from actions.forms.say import controls, say
from actions.intake import intake
from desk.intake.reports import (
    AlreadyFiledError,
    DeskError,
    DraftGoneError,
    EmptyReportError,
    NoReaderError,
    NoReaderLeftError,
)

FORGOTTEN = (SlotSet(slots.REPORT, None), SlotSet(slots.REPORT_AT, None))


def stop(dispatcher: CollectingDispatcher, token: str) -> Events:
    """Delete the draft now. If the desk is away, its only key is thrown away: nobody can open it any more."""
    try:
        intake().discard_draft(token)
    except DeskError:
        say(dispatcher, "utter_melding_gestopt_later")
    else:
        say(dispatcher, "utter_melding_gestopt", controls("human"))
    return over(*FORGOTTEN)


def gone(dispatcher: CollectingDispatcher) -> Events:
    """The draft was left alone for too long."""
    say(dispatcher, "utter_melding_verlopen", controls("begin"))
    return over(*FORGOTTEN)


def send(dispatcher: CollectingDispatcher, token: str) -> Events:
    """File it; a second time gives the same receipt. What goes wrong is told, and nothing is lost or doubled."""
    try:
        receipt = intake().file_draft(token)
    except (EmptyReportError, NoReaderLeftError) as error:
        return _not_yet(dispatcher, error)
    except AlreadyFiledError:
        say(dispatcher, "utter_melding_al_verstuurd", controls("code"))
        return over(*FORGOTTEN)
    except DraftGoneError:
        return gone(dispatcher)
    except NoReaderError:
        say(dispatcher, "utter_melding_niemand", controls("human"))
        return [SlotSet(slots.REPORT_AT, Spot(SUMMARY).code)]
    except DeskError:
        say(dispatcher, "utter_melding_niet_verstuurd", controls("retry", "stop"))
        return [SlotSet(slots.REPORT_AT, Spot(SUMMARY, QUIET).code)]
    say(dispatcher, "utter_melding_code", controls("noted"), receipt=receipt, code=receipt)
    return over(SlotSet(slots.REPORT_AT, SENT))


def _not_yet(dispatcher: CollectingDispatcher, error: DeskError) -> Events:
    """Nothing was told yet, or nobody was left to read it: back to the question that solves it."""
    if isinstance(error, EmptyReportError):
        say(dispatcher, "utter_melding_leeg")
        return [SlotSet(slots.REPORT_AT, Spot(QUESTIONS[0]).code)]
    say(dispatcher, "utter_melding_niemand_over")
    return [SlotSet(slots.REPORT_AT, Spot("may_not_read", CHANGING).code)]
