"""/start /stop /wis /help /melding."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update

from connectors.conversations.turns import Said
from connectors.rasa_client import BotError
from connectors.telegram.chats import end_chat
from connectors.telegram.hearing import Heard, asked, greet, hear
from connectors.telegram.house import House
from connectors.telegram.refusals import refuse_all, refuse_reports
from connectors.telegram.texts import (
    NOTHING_TO_WIPE,
    STOPPED,
    WIPE_PENDING,
    WIPED,
    explanation,
    report_elsewhere,
)
from desk.intake.live import DeskError


async def start(house: House, update: Update) -> None:
    """Begin anew; what came behind the command (a link's parameter) is not looked at."""
    chat_id = _chat(update)

    async def begin() -> None:
        await end_chat(house, chat_id)
        await greet(house, chat_id)

    await asked(house, chat_id, begin, update.update_id)


async def wipe(house: House, update: Update) -> None:
    """Delete the conversation and say what is left in Telegram itself."""
    await _end(house, update, WIPED, NOTHING_TO_WIPE)


async def stop(house: House, update: Update) -> None:
    """End the conversation; nothing of it stays here."""
    await _end(house, update, STOPPED, STOPPED)


async def explain(house: House, update: Update) -> None:
    """Tell what one can do here."""
    await _hear_words(house, update)
    await _tell(house, update, explanation(house.settings.website))


async def report(house: House, update: Update) -> None:
    """Tell where a report can be made; no bot is asked, unless words came along that may be a cry for help."""
    if _words(update):
        said = Said(text=_words(update))
        refuse = refuse_all(house.settings.website)
        await hear(house, Heard(_chat(update), said, refuse, update.update_id))
    else:
        await _tell(house, update, report_elsewhere(house.settings.website))


COMMANDS: dict[str, Callable[[House, Update], Coroutine[Any, Any, None]]] = {
    "start": start,
    "melding": report,
    "wis": wipe,
    "stop": stop,
    "help": explain,
}


async def _end(house: House, update: Update, done: str, nothing: str) -> None:
    await _hear_words(house, update)
    chat_id = _chat(update)

    async def end() -> None:
        try:
            ended = await end_chat(house, chat_id)
        except (BotError, DeskError):
            await house.sender.say(chat_id, WIPE_PENDING)
        else:
            await house.sender.say(chat_id, done if ended else nothing)

    await asked(house, chat_id, end, update.update_id)


async def _hear_words(house: House, update: Update) -> None:
    """Answer words behind a command too: "/stop ik wil niet meer leven" is no wish to stop chatting."""
    if _words(update):
        said, refuse = Said(text=_words(update)), refuse_reports(house.settings.website)
        await hear(house, Heard(_chat(update), said, refuse, update.update_id))


async def _tell(house: House, update: Update, text: str) -> None:
    chat_id = _chat(update)

    async def tell() -> None:
        await house.sender.say(chat_id, text)

    await asked(house, chat_id, tell, update.update_id)


def _words(update: Update) -> str:
    """Return what was typed behind the command."""
    text = update.effective_message.text if update.effective_message else None
    return "".join((text or "").split(maxsplit=1)[1:]).strip()


def _chat(update: Update) -> int:
    chat = update.effective_chat
    if chat is None:
        raise ValueError("a command without a chat")
    return chat.id
