"""The event stream of one conversation: what arrives by itself, in order, with heartbeats."""

import time
from collections.abc import AsyncIterator

from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from sqlalchemy.exc import SQLAlchemyError

from connectors.conversations.errors import ConversationGoneError
from connectors.conversations.history import Kept, sequence_of
from connectors.conversations.lifecycle import Conversation
from connectors.conversations.reading import read_messages
from connectors.logs import get_logger
from connectors.web.arrivals import Watch
from connectors.web.house import House

log = get_logger()


async def stream_arrivals(house: House, conversation: Conversation, after: int) -> AsyncIterator[bytes]:
    """Yield events after this sequence until the conversation ends, the time is up or the server stops."""
    with house.arrivals.watch(conversation.id) as watch, house.metrics.streams.track_inprogress():
        try:
            async for chunk in _chunks(house, conversation, watch, after):
                yield chunk
        except ConversationGoneError:
            return
        except SQLAlchemyError as error:
            log.error("stream_failed", error=type(error).__name__)


async def _chunks(house: House, conversation: Conversation, watch: Watch, after: int) -> AsyncIterator[bytes]:
    ends = time.monotonic() + house.timing.stream
    news = True
    while not watch.ended:
        if news:
            kept = await house.in_session(read_messages, conversation, after=after)
            after = max([after, *(sequence_of(one.message.id) for one in kept)])
            for event in map(_event, filter(lambda one: one.arrived, kept)):
                yield event
        else:
            yield KEEPALIVE_COMMENT
        left = ends - time.monotonic()
        if left <= 0:
            return
        news = await watch.changed(min(house.timing.heartbeat, left))


def _event(kept: Kept) -> bytes:
    data = kept.message.model_dump_json(by_alias=True)
    return format_sse_event(data_str=data, id=kept.message.id)
