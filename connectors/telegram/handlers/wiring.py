"""Which update goes where. The order counts: the first that fits takes it."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from connectors.logs import describe, get_logger
from connectors.telegram.handlers import buttons, commands, membership, messages
from connectors.telegram.house import House
from connectors.telegram.texts import WENT_WRONG

Work = Callable[[House, Update], Coroutine[Any, Any, None]]
Callback = Callable[[Any, Any], Coroutine[Any, Any, None]]
FIRST, AFTER = 0, 1

log = get_logger()


def add_handlers(house: House) -> None:
    """Tell the application what to do."""
    application = house.application
    application.add_handler(TypeHandler(Update, _bound(house, membership.only_private)), FIRST)
    application.add_handler(ChatMemberHandler(_bound(house, membership.blocked_or_back)), AFTER)
    for name, work in commands.COMMANDS.items():
        named = filters.Regex(rf"(?i)^/{name}(@\w+)?(\s|$)")
        application.add_handler(MessageHandler(filters.UpdateType.MESSAGE & named, _bound(house, work)), AFTER)
    application.add_handler(CallbackQueryHandler(_bound(house, buttons.pressed)), AFTER)
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGES, _bound(house, messages.said)), AFTER)
    application.add_error_handler(_went_wrong(house))


def _bound(house: House, work: Work) -> Callback:
    async def callback(update: Update, _context: object) -> None:
        await work(house, update)

    return callback


def _went_wrong(house: House) -> Callback:
    """Log the kind of error and its lines, never the update; say sorry."""

    async def callback(update: object, context: Any) -> None:
        log.error("update_failed", **describe(context.error))
        chat = update.effective_chat if isinstance(update, Update) else None
        if chat is not None and chat.type == chat.PRIVATE:
            try:
                await house.sender.say(chat.id, WENT_WRONG)
            except Exception as error:  # outermost: nothing more can be done
                log.error("sorry_not_sent", error=type(error).__name__)

    return callback
