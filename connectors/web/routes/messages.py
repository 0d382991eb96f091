"""Saying something, and reading what was said."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request

from connectors.conversations.counting import count_rating
from connectors.conversations.feedback import rate_message
from connectors.conversations.history import sequence_of
from connectors.conversations.reading import read_messages
from connectors.conversations.reviewing import note_rating
from connectors.conversations.turns import Said, take_turn
from connectors.web.deps import AnyConversation, InHouse, SpeakingConversation, limit_address, limit_receipts
from connectors.web.openapi import errors
from connectors.web.receipts import receipt_in
from connectors.web.schemas import Messages, Rating, TextOrPayload

router = APIRouter(prefix="/api/v1/conversations/{conversation_id}/messages", tags=["messages"])

After = Annotated[
    str,
    Query(pattern="^([0-9a-f]{16})?$", description="Only messages made after the one with this id"),
]


@router.post(
    "",
    summary="Say something",
    responses=errors(400, 404, 413, 422, 429, 503),
    dependencies=[Depends(limit_address)],
)
async def say(request: Request, house: InHouse, conversation: SpeakingConversation, body: TextOrPayload) -> Messages:
    """Give a text or the payload of a button; the answer holds what the assistant says to it.

    Messages of one conversation are handled one at a time. The same message sent twice at once counts once.
    Sixteen digits are a try with a receipt.
    """
    if receipt_in(body.text or ""):
        await limit_receipts(request, house)
    said = Said(text=body.text, payload=body.payload)
    return Messages(messages=await take_turn(house, conversation, said))


@router.get("", summary="Read what was said", responses=errors(404, 422, 503))
async def read(house: InHouse, conversation: AnyConversation, after: After = "") -> Messages:
    """Without `after`: everything so far, of both sides.

    With it: what came later, and what arrived by itself before that and was never given to this client.
    """
    kept = await house.in_session(read_messages, conversation, after=sequence_of(after))
    return Messages(messages=[one.message for one in kept])


@router.post(
    "/{message_id}/feedback",
    status_code=204,
    summary="Rate an answer",
    responses=errors(400, 404, 413, 422, 429, 503),
    dependencies=[Depends(limit_address)],
)
async def rate(house: InHouse, conversation: AnyConversation, message_id: str, body: Rating) -> None:
    """Counted once per message; a second rating of the same message replaces the first."""
    rated = await house.in_session(rate_message, conversation, message_id, helpful=body.helpful)
    count_rating(house.tally, rated)
    note_rating(house.review, conversation, message_id, rated)
    house.metrics.feedback.labels(str(body.helpful).lower()).inc()
