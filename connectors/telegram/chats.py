"""The conversation of a chat: finding it, beginning it, ending it."""

from sqlalchemy.orm import Session

from connectors.conversations.deletion import delete_conversation
from connectors.conversations.errors import ConversationGoneError
from connectors.conversations.lifecycle import Conversation, find_conversation
from connectors.conversations.turns import Claim, Started, begin_conversation
from connectors.telegram.house import House


async def find_chat(house: House, chat_id: int) -> Conversation:
    """Return the running conversation of a chat; raise `ConversationGoneError` when there is none."""
    return await house.in_session(_find, house.keys.claims(chat_id))


async def begin_chat(house: House, chat_id: int) -> Started:
    """Begin a conversation, after finishing a deletion that failed before. Raise a `BotError` or a `DeskError`."""
    claim = house.keys.claims(chat_id)[0]
    await delete_conversation(house, claim.conversation_id)
    return await begin_conversation(house, "telegram", claim)


async def end_chat(house: House, chat_id: int) -> bool:
    """Delete all of the conversation; return whether there was one. Raise a `BotError` or a `DeskError`."""
    ended = [await delete_conversation(house, claim.conversation_id) for claim in house.keys.claims(chat_id)]
    if any(ended):
        house.metrics.deletions.labels("asked").inc()
    return any(ended)


def _find(session: Session, claims: list[Claim]) -> Conversation:
    for claim in claims:
        try:
            return find_conversation(session, claim.conversation_id, claim.token)
        except ConversationGoneError:
            continue
    raise ConversationGoneError
