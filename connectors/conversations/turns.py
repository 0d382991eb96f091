"""One turn of a conversation: what the user says goes to the bot, both sides are kept sealed."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from connectors.conversations.asking import ask_bot, draft_of
from connectors.conversations.buttons import open_button
from connectors.conversations.errors import ConversationGoneError
from connectors.conversations.history import append_messages
from connectors.conversations.house import House
from connectors.conversations.lifecycle import Conversation, start_conversation
from connectors.conversations.message import Draft, Message
from connectors.conversations.people.owning import answer_instead, answer_with
from connectors.conversations.remarking import remark_on
from connectors.conversations.reviewing import Wanted, reason_of
from connectors.conversations.sealing import new_id, new_token
from connectors.conversations.texts import NO_ANSWER, WELCOME, website_answer
from connectors.logs import get_logger
from connectors.rasa_client import BotError, Channel
from desk.intake.counting import Counted

BEGIN = "/begin"
RECEIPT = re.compile(r"(?<!\d)(?:\d[\s.-]*){15}\d(?!\d)")

log = get_logger()


@dataclass(frozen=True)
class Said:
    """What came in: a text, or the id of a button. Exactly one is given."""

    text: str | None = None
    payload: str | None = None


@dataclass(frozen=True)
class Claim:
    """What opens a conversation: its id and its token."""

    conversation_id: str = field(default_factory=new_id)
    token: str = field(default_factory=new_token, repr=False)


@dataclass(frozen=True)
class Started:
    """A new conversation with its first messages."""

    conversation: Conversation
    messages: list[Message]


# Gets what the user said and what the assistant would answer; returns what to answer instead when nothing of the
# turn may be kept, else None.
Refusal = Callable[[Draft, list[Draft]], list[Draft] | None]


def refuse_nothing(_user: Draft, _answer: list[Draft]) -> None:
    """Keep every turn: what the website does."""


async def begin_conversation(house: House, channel: Channel, claim: Claim) -> Started:
    """Let the bot welcome the user, then keep the conversation. Raise a `BotError`; then nothing is kept."""
    conversation_id = claim.conversation_id
    said = await ask_bot(house, conversation_id, channel, payload=BEGIN)
    drafts = [draft_of(one) for one in said] or [WELCOME]
    now = house.clock()

    def keep(session: Session) -> Started:
        begun = start_conversation(
            session, conversation_id=conversation_id, token=claim.token, channel=channel, now=now
        )
        return Started(begun, append_messages(session, conversation_id, drafts, now))

    try:
        started = await house.in_session(keep)
    except SQLAlchemyError:
        await _erase_again(house, conversation_id)
        raise
    house.metrics.conversations.inc()
    house.tally.add(Counted.CONVERSATION)
    _count(house, started.messages)
    return started


async def take_turn(
    house: House, conversation: Conversation, said: Said, refuse: Refusal = refuse_nothing
) -> list[Message]:
    """Answer what the user said; turns of one conversation come one after the other.

    Raise a `BotError` (then nothing is kept), `UnknownPayloadError` or `ConversationGoneError`.
    """

    async def turn() -> list[Message]:
        return await _turn(house, conversation, said, refuse)

    linger = house.timing.double_click if said.payload is not None else 0.0
    return await house.turnstiles.once(conversation.id, said, turn, linger)


async def _turn(house: House, conversation: Conversation, said: Said, refuse: Refusal) -> list[Message]:
    received = house.clock()
    user, answer = await _exchange(house, conversation, said)
    refused = refuse(user, answer)
    if refused is not None:
        await _erase_again(house, conversation.id)
    remark = [] if said.text is None else await remark_on(said.text, answer)
    drafts = [_as_kept(user, answer), *answer, *remark] if refused is None else refused
    try:
        messages = await house.in_session(append_messages, conversation.id, drafts, received)
    except ConversationGoneError:
        await _erase_again(house, conversation.id)
        raise
    _count(house, messages)
    if said.text is not None and refused is None and (reason := reason_of(answer)) is not None:
        house.review.add(Wanted(conversation, messages[0].id, reason))
    return [message for message in messages if message.sender != "user"]


def _as_kept(user: Draft, answer: list[Draft]) -> Draft:
    """Return the user's message, marked when its words belong in a report; without an answer nobody can tell.

    Sixteen digits may be the code of a report, wherever they are typed.
    """
    belongs_here = answer != [NO_ANSWER] and all(draft.keep == "all" for draft in answer)
    kept = belongs_here and not RECEIPT.search(user.text)
    return user if kept else user.model_copy(update={"keep": "nothing"})


async def _exchange(house: House, conversation: Conversation, said: Said) -> tuple[Draft, list[Draft]]:
    """Return the user's message and what is said to it: nothing when a person will answer."""
    user, payload = Draft(sender="user", text=said.text or ""), None
    if said.payload is not None:
        button = await house.in_session(open_button, conversation.id, conversation.keys, said.payload)
        user, payload = Draft(sender="user", text=button.title), button.payload
        if payload is None:
            return user, [website_answer(button.title, button.url) if button.url else NO_ANSWER]
    instead = await answer_instead(house, conversation, user, payload)
    if instead is not None:
        return user, instead
    text = user.text if payload is None else None
    answer = await ask_bot(house, conversation.id, conversation.channel, text=text, payload=payload)
    if not answer:
        log.warning("bot_said_nothing")
    return user, await answer_with(house, conversation, answer) or [NO_ANSWER]


async def _erase_again(house: House, conversation_id: str) -> None:
    """Let the bot forget what it just heard: the conversation could not be kept, or was deleted meanwhile."""
    try:
        await house.bot.erase(conversation_id)
    except BotError as error:
        log.error("late_erase_failed", error=type(error).__name__)


def _count(house: House, messages: list[Message]) -> None:
    for message in messages:
        house.metrics.count_message(message.sender, message.kind)
