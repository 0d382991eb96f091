"""Which answer the person wants to change."""

from rasa_sdk.events import SlotSet

from actions import slots
from actions.forms.facts.words import between_words, plain
from actions.forms.form import Events
from actions.forms.report.questions import CHANGING, MENU, QUESTIONS, SUMMARY, Spot
from actions.forms.say import labels
from actions.forms.turn import Turn


def choose_change(turn: Turn) -> Events:
    """To the question that was pressed or named; without one to the menu."""
    if turn.choice == SUMMARY:
        return [SlotSet(slots.REPORT_AT, Spot(SUMMARY).code)]
    question = turn.choice if turn.choice in QUESTIONS else _named(turn.text)
    return [SlotSet(slots.REPORT_AT, Spot(question, CHANGING).code if question else Spot(MENU).code)]


def _named(text: str) -> str | None:
    """The question that a text names in the words of its label."""
    said = plain(text)
    return next((name for name in QUESTIONS if between_words([labels()["named"][name]]).search(said)), None)
