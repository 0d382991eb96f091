"""Asking the assistant, and what it says as messages that are not kept yet."""

from typing import get_args

from connectors.conversations.counting import count_answer
from connectors.conversations.house import House
from connectors.conversations.message import Draft, Kind
from connectors.rasa_client import BotMessage, Channel

KINDS = frozenset(get_args(Kind))


async def ask_bot(
    house: House, conversation_id: str, channel: Channel, *, text: str | None = None, payload: str | None = None
) -> list[BotMessage]:
    """Return what the assistant says to a text or a payload. Raise a `BotError`."""
    with house.metrics.bot.time():
        answer = await house.bot.say(conversation_id, channel, text=text, payload=payload)
    count_answer(house.tally, answer)
    return answer


def draft_of(message: BotMessage) -> Draft:
    """Make a message of the assistant; a kind we do not know is plain information."""
    kind = message.kind if message.kind in KINDS else "info"
    return Draft.model_validate({**message.model_dump(), "sender": "assistant", "kind": kind, "told_as": message.kind})
