"""Groups are left; who blocks the bot has ended the conversation."""

from telegram import ChatMember, Update
from telegram.ext import ApplicationHandlerStop

from connectors.telegram.chats import end_chat
from connectors.telegram.hearing import alone
from connectors.telegram.house import House
from connectors.telegram.sending import ChatClosedError
from connectors.telegram.texts import NO_GROUPS

GONE = (ChatMember.LEFT, ChatMember.BANNED)


async def only_private(house: House, update: Update) -> None:
    """Let updates of private chats through; say goodbye to any other chat and leave it."""
    chat = update.effective_chat
    if chat is not None and chat.type == chat.PRIVATE:
        return
    if chat is not None and not _was_removed(update):
        if chat.type != chat.CHANNEL:
            await _say_goodbye(house, chat.id)
        await house.sender.leave(chat.id)
    raise ApplicationHandlerStop


async def blocked_or_back(house: House, update: Update) -> None:
    """Delete the conversation of who blocked the bot; coming back begins nothing by itself."""
    chat = update.effective_chat
    if chat is None or not _was_removed(update):
        return

    async def end() -> None:
        await end_chat(house, chat.id)

    await alone(house, chat.id, end, update.update_id)


async def _say_goodbye(house: House, chat_id: int) -> None:
    try:
        await house.sender.say(chat_id, NO_GROUPS)
    except ChatClosedError:
        return


def _was_removed(update: Update) -> bool:
    return update.my_chat_member is not None and update.my_chat_member.new_chat_member.status in GONE
