"""How a report stands, in words for who made it."""

from datetime import date

from actions.forms.say import labels
from desk.intake.reports import ReceiptMessage, ReceiptStatus


def standing(status: ReceiptStatus) -> str:
    """What state it is in, every step with its day, and all messages, oldest first."""
    words = labels()["standing"]
    steps = [f"- {day_in_words(step.on)}: {labels()['steps'][step.status]}" for step in status.history]
    parts = [labels()["status"][status.status], "\n".join([words["steps"], *steps])]
    if not status.messages:
        return "\n\n".join([*parts, words["no_messages"]])
    return "\n\n".join([*parts, words["messages"], *(_message(one) for one in status.messages)])


def day_in_words(day: date) -> str:
    """ "21 november 2026"."""
    return f"{day.day} {labels()['months'][day.month - 1]} {day.year}"


def _message(message: ReceiptMessage) -> str:
    return f"{labels()['authors'][message.author]}, {day_in_words(message.on)}:\n{message.text}"
