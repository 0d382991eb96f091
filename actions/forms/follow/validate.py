"""The form for who comes back with a code. The code itself stands in no slot: see held.py."""

from typing import ClassVar

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.forms.facts.words import plain, word_list
from actions.forms.follow.doing import FORGOTTEN, at, done, read, withdraw, write_back
from actions.forms.follow.held import held
from actions.forms.follow.spots import CHOOSE, CODE, TAKE_BACK, TEXT, WITHDRAW, WRITE_BACK, receipt_in
from actions.forms.form import Events, InterruptibleForm, over, refuse_on_telegram
from actions.forms.meaning import CRISIS, Meaning
from actions.forms.say import say
from actions.forms.turn import Turn
from desk.intake.reports import DeskError, VaultBusyError, WrongReceiptError


class ValidateFollow(InterruptibleForm):
    """`melding_code`."""

    loop: ClassVar[str] = "melding_code"
    trouble: ClassVar[str] = "utter_volgen_storing"

    def name(self) -> str:
        return "validate_melding_code"

    def begin(self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn) -> Events:
        if turn.on_telegram:
            return refuse_on_telegram(dispatcher, "utter_volgen_telegram")
        known = held.receipt_of(tracker.get_slot(slots.FOLLOW))
        return at(CHOOSE if known else CODE)

    def meaning(self, tracker: Tracker, turn: Turn) -> Meaning:
        if receipt_in(turn.text) and turn.intent not in CRISIS:
            return Meaning.ANSWER
        meaning = super().meaning(tracker, turn)
        asks_the_reader = meaning is Meaning.QUESTION and not turn.pressed and tracker.get_slot(slots.FOLLOW_AT) == TEXT
        return Meaning.ANSWER if asks_the_reader else meaning

    def take(self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, meaning: Meaning) -> Events:
        spot, token = tracker.get_slot(slots.FOLLOW_AT) or CODE, tracker.get_slot(slots.FOLLOW)
        if meaning is Meaning.STOP or _says(turn, "done"):
            return done(dispatcher, token)
        if spot == CODE:
            return self._take_code(dispatcher, turn)
        receipt = held.receipt_of(token)
        if receipt is None:
            say(dispatcher, "utter_volgen_verlopen")
            return at(CODE)
        return self._with_receipt(dispatcher, turn, meaning, spot, token, receipt)

    def _take_code(self, dispatcher: CollectingDispatcher, turn: Turn) -> Events:
        receipt = receipt_in(turn.text)
        if receipt:
            return read(dispatcher, receipt)
        if not turn.pressed:
            say(dispatcher, "utter_volgen_geen_code")
        return at(CODE)

    def _with_receipt(
        self,
        dispatcher: CollectingDispatcher,
        turn: Turn,
        meaning: Meaning,
        spot: str,
        token: str | None,
        receipt: str,
    ) -> Events:
        if turn.intent == WRITE_BACK:
            return at(TEXT)
        if turn.intent == TAKE_BACK:
            return at(WITHDRAW)
        if turn.choice == WITHDRAW or (spot == WITHDRAW and turn.intent == "affirm"):
            return withdraw(dispatcher, token, receipt)
        if turn.pressed or meaning is not Meaning.ANSWER:
            return at(CHOOSE)
        if spot == TEXT:
            return write_back(dispatcher, receipt, turn.text)
        return _typed_choice(dispatcher, turn)

    def failed(self, dispatcher: CollectingDispatcher, tracker: Tracker, error: DeskError) -> Events:
        if isinstance(error, WrongReceiptError):
            say(dispatcher, "utter_volgen_onbekend", dagen=90)
            return over(*FORGOTTEN)
        if isinstance(error, VaultBusyError):
            say(dispatcher, "utter_volgen_druk")
            return self.stay(tracker)
        return super().failed(dispatcher, tracker, error)

    def stay(self, tracker: Tracker) -> Events:
        return at(tracker.get_slot(slots.FOLLOW_AT) or CODE)

    def wants_free_text(self, tracker: Tracker) -> bool:
        return bool(tracker.get_slot(slots.FOLLOW_AT) == TEXT)


def _typed_choice(dispatcher: CollectingDispatcher, turn: Turn) -> Events:
    """A choice that was typed instead of pressed; another code is another report."""
    if receipt := receipt_in(turn.text):
        return read(dispatcher, receipt)
    if _says(turn, "withdraw"):
        return at(WITHDRAW)
    return at(TEXT if _says(turn, "write_back") else CHOOSE)


def _says(turn: Turn, name: str) -> bool:
    """Whether a short text names this choice."""
    return any(words in plain(turn.text) for words in word_list("follow")[name]) and len(turn.text.split()) <= 8
