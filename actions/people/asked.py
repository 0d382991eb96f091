"""What a bare "ja" is about: only the question that was asked in the turn just before."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet

from actions import slots

PERSON, SHARE, MESSAGE, SME_MESSAGE = "person", "share", "message", "sme_message"
TOLD = "told"  # nothing was asked: the search found an article, and that was told
ASKING = frozenset({"action_ask_human", "action_second_chance", "action_not_understood", "action_out_of_scope"})
ANSWERING = frozenset({"action_answer", "action_more", "action_follow_up", "action_back"})
SILENT = frozenset({"action_listen", "action_session_start", "action_extract_slots"})


def asked(question: str | None) -> dict[str, Any]:
    """Event that remembers what was asked, or that nothing was."""
    return dict(SlotSet(slots.ASKED, question))


def open_question(tracker: Tracker) -> str | None:
    """What was asked just before the message that came in now."""
    question: str | None = tracker.get_slot(slots.ASKED)
    return question if question not in (None, TOLD) and _last_action(tracker) in ASKING else None


def topic_just_told(tracker: Tracker) -> str | None:
    """The article that was told just before the message that came in now."""
    topic: str | None = tracker.get_slot(slots.TOPIC)
    last = _last_action(tracker)
    told = last in ANSWERING or (last in ASKING and tracker.get_slot(slots.ASKED) == TOLD)
    return topic if topic and told else None


def _last_action(tracker: Tracker) -> str | None:
    """The last action before the latest message."""
    before_message = False
    for event in reversed(tracker.events):
        if event["event"] == "user":
            if before_message:
                return None
            before_message = True
        elif before_message and event["event"] == "action" and event["name"] not in SILENT:
            return str(event["name"])
    return None
