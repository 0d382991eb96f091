"""What a reporter does with the code: read, write back, take back. Each says how it went and where that leads."""

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.forms.follow.held import held
from actions.forms.follow.spots import CHOOSE, CODE, TEXT
from actions.forms.follow.standing import standing
from actions.forms.form import Events, over
from actions.forms.say import controls, say
from actions.intake import intake
from desk.intake.reports import ReceiptInTextError, TextTooLongError, WrongReceiptError

FORGOTTEN = (SlotSet(slots.FOLLOW, None), SlotSet(slots.FOLLOW_AT, None))


def at(spot: str) -> Events:
    """Where it goes on."""
    return [SlotSet(slots.FOLLOW_AT, spot), SlotSet(slots.PAUSED_FORM, None)]


def read(dispatcher: CollectingDispatcher, receipt: str) -> Events:
    """Say how the report stands. Raise `DeskError`."""
    door = intake()
    try:
        status = door.receipt_status(receipt)
    except WrongReceiptError:
        say(dispatcher, "utter_volgen_onbekend", dagen=door.desk.retention_days)
        return at(CODE)
    say(dispatcher, "utter_volgen_stand", keep="nothing", stand=standing(status))
    return [SlotSet(slots.FOLLOW, held.hold(receipt)), *at(CHOOSE)]


def write_back(dispatcher: CollectingDispatcher, receipt: str, text: str) -> Events:
    """Hand a message to the readers as it was typed: whether to give a name is up to the reporter."""
    try:
        intake().write_back(receipt, text)
    except TextTooLongError:
        say(dispatcher, "utter_volgen_te_lang")
        return at(TEXT)
    except ReceiptInTextError:
        say(dispatcher, "utter_volgen_code_in_tekst")
        return at(TEXT)
    say(dispatcher, "utter_volgen_verstuurd")
    return at(CHOOSE)


def withdraw(dispatcher: CollectingDispatcher, token: str | None, receipt: str) -> Events:
    """Delete the report with all its keys. Raise `DeskError`."""
    intake().withdraw(receipt)
    held.forget(token)
    say(dispatcher, "utter_volgen_ingetrokken", controls("human"))
    return over(*FORGOTTEN)


def done(dispatcher: CollectingDispatcher, token: str | None) -> Events:
    """Forget the code."""
    held.forget(token)
    say(dispatcher, "utter_volgen_klaar")
    return over(*FORGOTTEN)
