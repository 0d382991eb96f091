"""Takes one answer: masks it, writes it into the sealed draft, and says what was noted."""

from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.forms.facts.told import takes_back, told_in
from actions.forms.form import Events
from actions.forms.meaning import is_question
from actions.forms.report.choosing import DONE, chosen
from actions.forms.report.noting import Noted, Said, note
from actions.forms.report.questions import Spot, after
from actions.forms.report.summary import lines_of
from actions.forms.say import labels, listed, say
from actions.forms.turn import Turn
from actions.intake import intake
from desk.intake.masking import Masked, mask
from desk.intake.reports import Intake, ReportDocument

QUESTION_OF = {"study_level": "study"}


def take_answer(dispatcher: CollectingDispatcher, token: str, spot: Spot, turn: Turn) -> Events:
    """Events that lead to the next question. Raises `DeskError`; then nothing was written."""
    door = intake()
    document = door.read_draft(token)
    if turn.pressed:
        return _pressed(door, token, document, spot, turn.choice or "")
    masked = mask(turn.text)
    noted = note(document, spot, _said(door, turn.text, masked))
    if noted.anything:
        door.write_draft(token, noted.document)
    _tell(dispatcher, noted, masked, question=is_question(turn.text))
    return _at(after(noted.document, spot) if noted.answered else spot.lasting)


def _pressed(door: Intake, token: str, document: ReportDocument, spot: Spot, pressed: str) -> Events:
    """A button says itself which field it fills, so one from further up still does what it says."""
    field, _, code = pressed.partition(":")
    try:
        filled = chosen(document, field, code)
    except ValueError:
        return _at(spot.lasting)
    if filled != document:
        door.write_draft(token, filled)
    question = QUESTION_OF.get(field, field)
    if field == "grounds" and code not in (DONE, "unknown"):
        return _at(Spot(question, spot.lasting.mode))
    return _at(after(filled, spot) if question == spot.question else spot.lasting)


def _said(door: Intake, text: str, masked: Masked) -> Said:
    """Facts come from the words as typed, but a "company" that masking takes for a person is none."""
    told = told_in(text, door.desk.clock().date())
    company = told.company if told.company and told.company.lower() in masked.text.lower() else None
    known = {name: getattr(told, name) for name in told.__slots__} | {"company": company}
    return Said(text, masked.text, type(told)(**known), takes_back(text), door.readers_named(text))


def _tell(dispatcher: CollectingDispatcher, noted: Noted, masked: Masked, *, question: bool) -> None:
    if not noted.anything:
        say(dispatcher, "utter_melding_vraag_onbekend" if question else "utter_melding_niet_begrepen")
        return
    if noted.others:
        also = lines_of(noted.document, noted.others)
        say(dispatcher, "utter_melding_ook_genoteerd", keep="nothing", genoteerd=also)
    elif question:
        say(dispatcher, "utter_melding_als_antwoord")
    elif noted.answered:
        say(dispatcher, "utter_melding_genoteerd")
    if masked.kinds:
        out = listed(labels()["taken_out"][kind] for kind in masked.kinds)
        say(dispatcher, "utter_melding_weggelaten", weggelaten=out)


def _at(spot: Spot) -> Events:
    return [SlotSet(slots.REPORT_AT, spot.code)]
