"""Beginning and deleting a conversation."""

from fastapi import APIRouter, Depends

from connectors.conversations.deletion import delete_conversation
from connectors.conversations.turns import Claim, begin_conversation
from connectors.logs import get_logger
from connectors.rasa_client import BotError
from connectors.web.deps import ConversationToDelete, InHouse, limit_new_conversations
from connectors.web.errors import ApiError
from connectors.web.openapi import errors
from connectors.web.schemas import NewConversation, StartedConversation
from desk.intake.live import DeskError

router = APIRouter(prefix="/api/v1/conversations", tags=["conversations"])
log = get_logger()


@router.post(
    "",
    status_code=201,
    summary="Begin a conversation",
    responses=errors(400, 413, 422, 429, 503),
    dependencies=[Depends(limit_new_conversations)],
)
async def begin(house: InHouse, _body: NewConversation) -> StartedConversation:
    """The first message says that this is a chatbot. The token is given once; it opens all later calls."""
    claim = Claim()
    started = await begin_conversation(house, "web", claim)
    return StartedConversation(conversation_id=claim.conversation_id, token=claim.token, messages=started.messages)


@router.delete(
    "/{conversation_id}",
    status_code=204,
    summary="Delete a conversation",
    responses=errors(404, 503),
)
async def delete(house: InHouse, conversation: ConversationToDelete) -> None:
    """Afterwards nothing is left of it. 503 (`deletion_pending`): the messages are gone, the bot's memory of
    the conversation is not yet; the server goes on trying, and so may the client."""
    try:
        deleted = await delete_conversation(house, conversation.id)
    except (BotError, DeskError) as error:
        log.error("deletion_failed", error=type(error).__name__)
        raise ApiError("deletion_pending", house.timing.retry_after) from None
    if deleted:
        house.metrics.deletions.labels("asked").inc()
