"""Hands questions that got no good answer to the desk, which masks and seals them; nobody waits for that.

Nothing goes along of a conversation in which someone was in need, reported something, or was with a person: it is
read back here, sealed as it is, and left alone when any of that is in it, or when it was deleted meanwhile.
"""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from anyio import to_thread
from sqlalchemy.exc import SQLAlchemyError

from connectors.conversations.lifecycle import Conversation
from connectors.conversations.message import Draft, Message
from connectors.conversations.people.transcripts import read_all
from connectors.logs import describe, get_logger
from desk.intake.questions import DeskError, Reason, keep_question

if TYPE_CHECKING:
    from connectors.conversations.feedback import Rated
    from connectors.conversations.house import House

REASONS = {"fallback": Reason.UNANSWERED, "choices": Reason.ASKED_BACK, "out_of_scope": Reason.OUT_OF_SCOPE}
PRIVATE = frozenset({"crisis", "report", "handover"})
MOST_WAITING = 100

log = get_logger()


@dataclass(frozen=True)
class Wanted:
    """A question to look up: the message that was asked (or, for a rating, answered), and why."""

    conversation: Conversation
    message_id: str
    reason: Reason


@dataclass(frozen=True)
class ReviewQueue:
    """What still has to be handed in. With too much waiting, more is left out: nothing may grow without end."""

    waiting: "asyncio.Queue[Wanted]" = field(default_factory=lambda: asyncio.Queue(MOST_WAITING))

    def add(self, wanted: Wanted) -> None:
        """Hand in later; waits for nobody."""
        try:
            self.waiting.put_nowait(wanted)
        except asyncio.QueueFull:
            log.warning("question_left_out")


def reason_of(answer: Iterable[Draft]) -> Reason | None:
    """Return why what was typed deserves a look, judging by the answer to it."""
    return next((REASONS[draft.told_as] for draft in answer if draft.told_as in REASONS), None)


def note_rating(queue: ReviewQueue, conversation: Conversation, message_id: str, rated: "Rated | None") -> None:
    """Hand in the question behind a first thumb down on an article."""
    if rated is not None and rated.article is not None and not rated.helpful and not rated.changed:
        queue.add(Wanted(conversation, message_id, Reason.NOT_HELPFUL))


def question_behind(messages: Sequence[Message], wanted: Wanted) -> tuple[str, str | None] | None:
    """Return what was typed and the article that answered it; None when it is not ours to keep."""
    if any(message.kind in PRIVATE or message.sender == "counsellor" for message in messages):
        return None
    at = next((index for index, message in enumerate(messages) if message.id == wanted.message_id), None)
    if at is None:
        return None
    answered_with = messages[at].article
    while at > 0 and messages[at].sender != "user":
        at -= 1
    asked = messages[at]
    buttons = {button.title for message in messages for button in message.buttons}
    if asked.sender != "user" or not asked.text.strip() or asked.text in buttons:
        return None
    return asked.text, answered_with


async def hand_in_forever(house: "House") -> None:
    """Hand in one question after the other until cancelled; between two of them nothing that was read stays here."""
    while True:
        await _hand_in(house, await house.review.waiting.get())


async def _hand_in(house: "House", wanted: Wanted) -> None:
    """Hand in one question; one that cannot be kept is left out."""
    try:
        messages = await house.in_session(read_all, wanted.conversation)
        found = question_behind(messages, wanted)
        if found is not None:
            await to_thread.run_sync(_keep, house, *found, wanted.reason)
    except (DeskError, SQLAlchemyError) as error:
        log.error("question_not_kept", **describe(error))


def _keep(house: "House", text: str, answered_with: str | None, reason: Reason) -> None:
    keep_question(house.desk.intake().desk, text, answered_with, reason)
