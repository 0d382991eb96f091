"""What every form does alike: start, answer a question in between, make way for something else, or take the turn.

Rasa runs the form first at every message while its loop is on. The answers themselves are never a slot: the loop's
one required slot stays empty, and a marker says which question is asked.
"""

import asyncio
from abc import ABC, abstractmethod
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecutionRejected, ActiveLoop, FollowupAction, SlotSet, UserUtteranceReverted
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.answers.messages import remember, say_article
from actions.forms.meaning import Meaning, meaning_of
from actions.forms.say import say
from actions.forms.turn import Turn, turn_of
from actions.services import services
from actions.settings import ActionSettings
from desk.intake.reports import DeskError

Events = list[dict[str, Any]]
REQUESTED = "requested_slot"


class InterruptibleForm(Action, ABC):
    """A validator of a Rasa form. `loop` is the form's name, `trouble` what is said when the desk does not answer."""

    loop: ClassVar[str]
    trouble: ClassVar[str]

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> Events:
        """One turn, in a thread: the desk derives keys and writes to disk."""
        return await asyncio.to_thread(self.turn, dispatcher, tracker)

    def turn(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> Events:
        """Take the turn; a desk that is away costs the person nothing but this turn."""
        turn = turn_of(tracker)
        try:
            if tracker.get_slot(REQUESTED) is None:
                return self.begin(dispatcher, tracker, turn)
            return self._go_on(dispatcher, tracker, turn)
        except DeskError as error:
            return self.failed(dispatcher, tracker, error)

    def _go_on(self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn) -> Events:
        meaning = self.meaning(tracker, turn)
        if meaning is Meaning.ELSEWHERE:
            self.put_aside(dispatcher)
            return leave(self.loop)
        if meaning is Meaning.QUESTION:
            return self._answer_in_between(dispatcher, tracker, turn)
        return self.take(dispatcher, tracker, turn, meaning)

    def meaning(self, tracker: Tracker, turn: Turn) -> Meaning:
        """What the turn means here."""
        return meaning_of(turn, knows=services().index.knows, free_text=self.wants_free_text(tracker))

    def _answer_in_between(self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn) -> Events:
        """The short text of the article, without its buttons: those would lead away from the form."""
        article = services().shelf.by_intent(turn.intent)
        say_article(dispatcher, article, article.short, more=False, next_steps=False)
        return remember(tracker, article, told_long=False)

    def failed(self, dispatcher: CollectingDispatcher, tracker: Tracker, error: DeskError) -> Events:
        """Tell the truth; the form stays where it is."""
        say(dispatcher, self.trouble)
        return over() if tracker.get_slot(REQUESTED) is None else self.stay(tracker)

    def put_aside(self, dispatcher: CollectingDispatcher) -> None:
        """Said before the person is helped with something else first."""

    @abstractmethod
    def begin(self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn) -> Events:
        """The loop is switched on: start, or go on where it was."""

    @abstractmethod
    def take(self, dispatcher: CollectingDispatcher, tracker: Tracker, turn: Turn, meaning: Meaning) -> Events:
        """Everything that is about the form."""

    @abstractmethod
    def stay(self, tracker: Tracker) -> Events:
        """Events that leave the form where it is; at least one slot, or Rasa takes the turn for refused."""

    @abstractmethod
    def wants_free_text(self, tracker: Tracker) -> bool:
        """Whether the question that is asked now may be answered with a story."""


def over(*events: dict[str, Any]) -> Events:
    """End the loop and wait for the person."""
    ended = [SlotSet(slots.PAUSED_FORM, None), SlotSet(REQUESTED, None), FollowupAction("action_listen")]
    return [*events, *ended]


def leave(loop: str) -> Events:
    """Switch the loop off and let the rules answer this turn; what was told stays with the desk."""
    return [
        ActionExecutionRejected(loop),
        SlotSet(slots.PAUSED_FORM, loop),
        SlotSet(REQUESTED, None),
        ActiveLoop(None),
    ]


def refuse_on_telegram(dispatcher: CollectingDispatcher, response: str) -> Events:
    """Telegram knows its users: a link without any token, and the turn is erased from the conversation's memory."""
    settings = ActionSettings()
    say(dispatcher, response, keep="nothing", website=settings.website, website_code=settings.code_page)
    return over(UserUtteranceReverted())
