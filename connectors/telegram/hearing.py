"""What happens when a person says something: a turn of the conversation, and its answer; one at a time per chat."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from limits import parse
from sqlalchemy.exc import SQLAlchemyError

from connectors.conversations.errors import ConversationGoneError, UnknownPayloadError
from connectors.conversations.message import Message
from connectors.conversations.turns import Refusal, Said, take_turn
from connectors.logs import get_logger
from connectors.rasa_client import BotError
from connectors.rate_limits import MESSAGES_PER_CONVERSATION, TooManyError
from connectors.telegram.addresses import keep_address
from connectors.telegram.chats import begin_chat, find_chat
from connectors.telegram.house import House
from connectors.telegram.keyboards import keyboard
from connectors.telegram.rendering import render
from connectors.telegram.sending import ChatClosedError
from connectors.telegram.texts import GOES_ON, OLD_BUTTON, TOO_MANY, UNREACHABLE, first_words
from desk.intake.live import DeskError

# Who sends far too much is told so now and then, not at every message.
REFUSALS_PER_CHAT = parse("1/minute")

Work = Callable[[], Awaitable[None]]

log = get_logger()


@dataclass(frozen=True)
class Heard:
    """What came in. `update_id` keeps two equal sentences apart; a press has none, so that two of them count once."""

    chat_id: int
    said: Said
    refuse: Refusal
    update_id: int | None = None
    before: str | None = None


async def hear(house: House, heard: Heard) -> None:
    """Answer it, after what the same chat said before."""

    async def answer() -> None:
        async with typing(house, heard.chat_id):
            await _answer(house, heard)

    await asked(house, heard.chat_id, answer, (heard.said, heard.update_id), house.timing.double_click)


async def asked(house: House, chat_id: int, work: Work, what: object, linger: float = 0.0) -> None:
    """Do what a person asked for, unless too much was asked of late; see `alone`."""

    async def admitted() -> None:
        if await _may_speak(house, chat_id):
            await work()

    await alone(house, chat_id, admitted, what, linger)


async def alone(house: House, chat_id: int, work: Work, what: object, linger: float = 0.0) -> None:
    """Do something for a chat when nothing else is being done for it; the same within `linger` seconds is done once."""

    async def turn() -> list[Message]:
        try:
            await work()
        except (BotError, DeskError, SQLAlchemyError) as error:
            log.error("turn_failed", error=type(error).__name__)
            await house.sender.say(chat_id, UNREACHABLE)
        return []

    try:
        await house.doors.once(house.keys.claims(chat_id)[0].conversation_id, what, turn, linger)
    except ChatClosedError:
        log.info("chat_closed_by_person")


async def greet(house: House, chat_id: int) -> None:
    """Begin a conversation and send its first messages; the first says what Telegram can see."""
    started = await begin_chat(house, chat_id)
    first, *others = started.messages
    await house.sender.say(chat_id, f"{render(first)}\n\n{first_words(house.settings.website)}", keyboard(first))
    await send(house, chat_id, others)


async def send(house: House, chat_id: int, messages: list[Message]) -> None:
    """Send messages of the conversation in their order."""
    for message in messages:
        await house.sender.say(chat_id, render(message), keyboard(message))


@asynccontextmanager
async def typing(house: House, chat_id: int) -> AsyncIterator[None]:
    """Show that an answer is coming for as long as it takes."""

    async def show() -> None:
        while True:
            await house.sender.show_typing(chat_id)
            await asyncio.sleep(house.timing.typing_again)

    shown = asyncio.create_task(show())
    try:
        yield
    finally:
        shown.cancel()
        await asyncio.gather(shown, return_exceptions=True)


async def _answer(house: House, heard: Heard) -> None:
    """Answer in the running conversation. When there is none a text begins one, and a button is of one that ended."""
    notes = [heard.before] if heard.before else []
    try:
        conversation = await find_chat(house, heard.chat_id)
        messages = await take_turn(house, conversation, heard.said, heard.refuse)
    except (ConversationGoneError, UnknownPayloadError):
        if heard.said.payload is not None:
            await house.sender.say(heard.chat_id, OLD_BUTTON)
            return
        conversation = (await begin_chat(house, heard.chat_id)).conversation
        messages = await take_turn(house, conversation, heard.said, heard.refuse)
        notes.append(GOES_ON)
    await house.in_session(keep_address, conversation.id, house.keys.seal(heard.chat_id))
    await _send_with(house, heard.chat_id, notes, messages)


async def _send_with(house: House, chat_id: int, notes: list[str], messages: list[Message]) -> None:
    """Send the notes before the messages, but never before what helps in a crisis."""
    urgent = any(message.kind == "crisis" for message in messages)
    if urgent:
        await send(house, chat_id, messages)
    for note in notes:
        await house.sender.say(chat_id, note)
    if not urgent:
        await send(house, chat_id, messages)


async def _may_speak(house: House, chat_id: int) -> bool:
    """Count one message of the chat; over the limit it gets no answer but a word now and then."""
    who = house.keys.claims(chat_id)[0].conversation_id
    try:
        await house.limiter.check(MESSAGES_PER_CONVERSATION, who)
    except TooManyError:
        try:
            await house.limiter.check(REFUSALS_PER_CHAT, who)
        except TooManyError:
            return False
        await house.sender.say(chat_id, TOO_MANY)
        return False
    return True
