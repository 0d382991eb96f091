"""What routes ask for: the house, the conversation of a request, and a place under the rate limits."""

from typing import Annotated

from fastapi import Depends, Path, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from limits import RateLimitItem

from connectors.conversations.lifecycle import Conversation, find_conversation
from connectors.rate_limits import (
    CONVERSATIONS_PER_ADDRESS,
    MESSAGES_PER_ADDRESS,
    MESSAGES_PER_CONVERSATION,
    RECEIPTS_PER_ADDRESS,
    TooManyError,
    network_of,
)
from connectors.web.errors import ApiError
from connectors.web.house import House

bearer = HTTPBearer(auto_error=False, description="The token that came with the conversation")

ConversationId = Annotated[str, Path(description="The id that came with the conversation")]
Credentials = Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]


def get_house(request: Request) -> House:
    """Return the house that the app factory built."""
    house: House = request.app.state.house
    return house


InHouse = Annotated[House, Depends(get_house)]


async def get_conversation(house: InHouse, conversation_id: ConversationId, who: Credentials) -> Conversation:
    """Return the conversation of id and token; any other combination is unknown (404)."""
    token = who.credentials if who else ""
    return await house.in_session(find_conversation, conversation_id, token)


async def get_conversation_to_delete(house: InHouse, conversation_id: ConversationId, who: Credentials) -> Conversation:
    """Do the same, and also find one whose deletion was not finished."""
    token = who.credentials if who else ""
    return await house.in_session(find_conversation, conversation_id, token, also_closing=True)


async def limit_new_conversations(request: Request, house: InHouse) -> None:
    """Count a new conversation of this address (429)."""
    await _count(house, CONVERSATIONS_PER_ADDRESS, _network(request), "too_many_conversations")


async def limit_receipts(request: Request, house: InHouse) -> None:
    """Count a try with a receipt of this address (429)."""
    await _count(house, RECEIPTS_PER_ADDRESS, _network(request), "too_many_tries")


async def limit_address(request: Request, house: InHouse) -> None:
    """Count a message of this address (429)."""
    await _count(house, MESSAGES_PER_ADDRESS, _network(request), "too_many_messages")


AnyConversation = Annotated[Conversation, Depends(get_conversation)]
ConversationToDelete = Annotated[Conversation, Depends(get_conversation_to_delete)]


async def get_speaking(house: InHouse, conversation: AnyConversation) -> Conversation:
    """Return the conversation after counting one message of it (429)."""
    await _count(house, MESSAGES_PER_CONVERSATION, conversation.id, "too_many_messages")
    return conversation


SpeakingConversation = Annotated[Conversation, Depends(get_speaking)]


async def _count(house: House, rule: RateLimitItem, who: str, code: str) -> None:
    try:
        await house.limiter.check(rule, who)
    except TooManyError as error:
        raise ApiError(code, error.retry_after) from None


def _network(request: Request) -> str:
    return network_of(request.client.host if request.client else "")
