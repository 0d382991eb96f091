"""The form of the anonymous report: decides what each turn does to the draft and to the question that comes next."""

from typing import ClassVar

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.forms.form import Events, InterruptibleForm, refuse_on_telegram
from actions.forms.meaning import Meaning
from actions.forms.report.answer import take_answer
from actions.forms.report.begin import begin_report, resume_report
from actions.forms.report.change import choose_change
from actions.forms.report.ending import gone, send, stop
from actions.forms.report.questions import (
    CHANGING,
    MENU,
    QUESTIONS,
    QUIET,
    SENT,
    STOPPING,
    SUMMARY,
    Spot,
    after,
    before,
    cleared,
    spot_of,
)
from actions.forms.say import controls, say
from actions.forms.turn import Turn
from actions.intake import intake
from desk.intake.masking import load_soon
from desk.intake.reports import DeskError, DraftGoneError


class ValidateReport(InterruptibleForm):
    """`discriminatie_melding`. Slots hold the draft's token and the name of a question; never a word that was typed."""

    loop: ClassVar[str] = "discriminatie_melding"
    trouble: ClassVar[str] = "utter_melding_storing"

    def name(self) -> str:
        return "validate_discriminatie_melding"

    def begin(self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn) -> Events:
        if turn.on_telegram:
            return refuse_on_telegram(dispatcher, "utter_melding_telegram")
        load_soon()
        token = tracker.get_slot(slots.REPORT)
        if token and tracker.get_slot(slots.REPORT_AT) != SENT:
            return resume_report(dispatcher, tracker, token)
        return begin_report(dispatcher)

    def take(self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, meaning: Meaning) -> Events:
        spot, token = spot_of(tracker.get_slot(slots.REPORT_AT)), tracker.get_slot(slots.REPORT)
        meaning = _here(meaning, turn, spot)
        if meaning is Meaning.ANSWER:
            return take_answer(dispatcher, token, spot, turn)
        if meaning is Meaning.STOP:
            return stop(dispatcher, token)
        if meaning is Meaning.SEND:
            return send(dispatcher, token)
        if meaning is Meaning.CHANGE:
            return choose_change(turn)
        return _at(self._moved(dispatcher, token, spot, meaning))

    def _moved(self, dispatcher: CollectingDispatcher, token: str, spot: Spot, meaning: Meaning) -> Spot:
        """Where a turn leads that answers nothing."""
        match meaning:
            case Meaning.SKIP:
                return _skipped(token, spot)
            case Meaning.SKIP_REST:
                return Spot(SUMMARY)
            case Meaning.BACK:
                return before(spot)
            case Meaning.MAYBE_STOP:
                return Spot(spot.question, STOPPING)
            case Meaning.WHY:
                say(dispatcher, f"utter_melding_waarom_{spot.question}", keep="all")
        return spot.lasting

    def put_aside(self, dispatcher: CollectingDispatcher) -> None:
        say(dispatcher, "utter_melding_opzij", controls("resume", "stop"), keep="all")

    def failed(self, dispatcher: CollectingDispatcher, tracker: Tracker, error: DeskError) -> Events:
        if isinstance(error, DraftGoneError):
            return gone(dispatcher)
        return super().failed(dispatcher, tracker, error)

    def stay(self, tracker: Tracker) -> Events:
        return _at(Spot(spot_of(tracker.get_slot(slots.REPORT_AT)).question, QUIET))

    def wants_free_text(self, tracker: Tracker) -> bool:
        return spot_of(tracker.get_slot(slots.REPORT_AT)).question == QUESTIONS[0]


def _here(meaning: Meaning, turn: Turn, spot: Spot) -> Meaning:
    """A yes or no, and an answer at a place where none is asked, mean what they mean there."""
    if spot.mode == STOPPING and turn.intent in ("affirm", "deny"):
        return Meaning.STOP if turn.intent == "affirm" else Meaning.RESUME
    if spot.question == SUMMARY and turn.intent in ("affirm", "deny") and len(turn.text.split()) <= 4:
        return Meaning.SEND if turn.intent == "affirm" else Meaning.CHANGE
    if spot.question == MENU and meaning is Meaning.ANSWER and not turn.pressed:
        return Meaning.CHANGE
    if spot.question in (SUMMARY, MENU) and meaning in (Meaning.SKIP, Meaning.SKIP_REST):
        return Meaning.RESUME
    if spot.question in QUESTIONS[1:] and turn.intent == "deny" and len(turn.text.split()) <= 2:
        return Meaning.SKIP
    if spot.question not in (SUMMARY, MENU) and meaning is Meaning.SEND and not turn.pressed:
        return Meaning.SKIP_REST
    return meaning


def _skipped(token: str, spot: Spot) -> Spot:
    """The next question. Skipping what one wanted to change takes the answer out."""
    door = intake()
    document = door.read_draft(token)
    if spot.mode == CHANGING:
        document = cleared(document, spot.question)
        door.write_draft(token, document)
    return after(document, spot)


def _at(spot: Spot) -> Events:
    return [SlotSet(slots.REPORT_AT, spot.code)]
