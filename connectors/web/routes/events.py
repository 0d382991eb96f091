"""Server-Sent Events: what arrives by itself."""

from typing import Annotated

from fastapi import APIRouter, Header
from fastapi.responses import StreamingResponse
from fastapi.sse import EventSourceResponse

from connectors.conversations.history import sequence_of
from connectors.web.deps import AnyConversation, InHouse
from connectors.web.openapi import EVENT_STREAM, errors
from connectors.web.stream import stream_arrivals

router = APIRouter(prefix="/api/v1/conversations/{conversation_id}/events", tags=["messages"])

LastEventId = Annotated[
    str | None,
    Header(alias="Last-Event-ID", description="Id of the last message the client has; later ones follow"),
]


@router.get(
    "",
    summary="Follow what arrives by itself",
    response_class=StreamingResponse,
    responses={200: EVENT_STREAM, **errors(404, 503)},
)
async def follow(house: InHouse, conversation: AnyConversation, last_event_id: LastEventId = None) -> StreamingResponse:
    """One `Message` per event, such as a counsellor's reply; `id:` is the message id.

    Without `Last-Event-ID` all that arrived by itself so far comes first. Comments keep the connection alive.
    The stream ends when the conversation is deleted (404 after that), and at times without: reconnect.
    """
    stream = stream_arrivals(house, conversation, sequence_of(last_event_id))
    return EventSourceResponse(stream, headers={"X-Accel-Buffering": "no"})
