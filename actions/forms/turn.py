"""One turn of the conversation as a form sees it. The words live as long as the turn."""

from dataclasses import dataclass, field
from typing import Any

from rasa_sdk import Tracker

CHOICE = "keuze"


@dataclass(frozen=True, slots=True)
class Turn:
    """What came in: `text` (empty for a button), what it was understood as, and what was chosen with a button."""

    text: str = field(repr=False)
    intent: str
    choice: str | None = field(repr=False)
    pressed: bool
    on_telegram: bool


def turn_of(tracker: Tracker) -> Turn:
    """Read it from Rasa's tracker. A typed text never begins with a slash: our channel takes it off."""
    message: dict[str, Any] = tracker.latest_message
    text = message.get("text") or ""
    pressed = text.startswith("/")
    return Turn(
        text="" if pressed else text.strip(),
        intent=(message.get("intent") or {}).get("name") or "",
        choice=next(tracker.get_latest_entity_values(CHOICE), None),
        pressed=pressed,
        on_telegram=tracker.get_latest_input_channel() == "telegram",
    )
