"""Hearing a cry for help while the assistant is otherwise silent: it still outranks everything."""

from dataclasses import dataclass, field

from connectors.conversations.asking import ask_bot, draft_of
from connectors.conversations.house import House
from connectors.conversations.lifecycle import Conversation
from connectors.conversations.message import Draft
from connectors.conversations.texts import PLAIN_CARD
from connectors.logs import get_logger
from connectors.rasa_client import BotError
from desk.intake.live import Level

log = get_logger()


@dataclass(frozen=True, slots=True)
class Cry:
    """A cry for help: how urgent, and the card for the user."""

    level: Level
    cards: tuple[Draft, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """The card as the counsellor sees it."""
        return "\n\n".join(card.text for card in self.cards)


async def hear_cry(house: House, conversation: Conversation, text: str) -> Cry | None:
    """Return the cry for help in a text, else None; only then does the assistant get to say its card.

    A bot that cannot say its card leaves the plain numbers; one that cannot listen leaves the message to the person
    who reads it.
    """
    try:
        level = await house.bot.hear_crisis(text)
    except BotError as error:
        log.error("crisis_not_heard", error=type(error).__name__)
        return None
    return None if level is None else Cry(Level(level), await _cards(house, conversation, text))


async def _cards(house: House, conversation: Conversation, text: str) -> tuple[Draft, ...]:
    try:
        said = await ask_bot(house, conversation.id, conversation.channel, text=text)
    except BotError as error:
        log.error("crisis_card_not_said", error=type(error).__name__)
        said = []
    return tuple(_card(draft_of(one)) for one in said if one.kind == "crisis") or (PLAIN_CARD,)


def _card(draft: Draft) -> Draft:
    """Websites stay; what would ask for a person or for more goes: the person is asked for already."""
    return draft.model_copy(update={"buttons": [one for one in draft.buttons if one.url], "more": False})
