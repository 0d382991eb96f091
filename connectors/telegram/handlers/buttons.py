"""A button was pressed: a choice of the conversation, or a rating of an answer."""

from telegram import Update

from connectors.conversations.counting import count_rating
from connectors.conversations.errors import ConversationGoneError, UnknownMessageError
from connectors.conversations.feedback import rate_message
from connectors.conversations.reviewing import note_rating
from connectors.conversations.turns import Said
from connectors.telegram.chats import find_chat
from connectors.telegram.hearing import Heard, asked, hear
from connectors.telegram.house import House
from connectors.telegram.keyboards import Pressed, read_pressed
from connectors.telegram.refusals import refuse_reports
from connectors.telegram.texts import OLD_BUTTON, THANKS


async def pressed(house: House, update: Update) -> None:
    """End the waiting of the button, then do what it stands for."""
    query, chat = update.callback_query, update.effective_chat
    if query is None or chat is None:
        return
    press = read_pressed(query.data)
    if press is not None and press.rated is not None:
        await _rate(house, chat.id, query.id, press)
        return
    await house.sender.answer_press(query.id)
    # What is not ours is treated like a button of a conversation that has ended.
    said = Said(payload=press.button_id if press and press.button_id else "")
    await hear(house, Heard(chat.id, said, refuse_reports(house.settings.website)))


async def _rate(house: House, chat_id: int, query_id: str, press: Pressed) -> None:
    async def rate() -> None:
        try:
            conversation = await find_chat(house, chat_id)
            rated = await house.in_session(rate_message, conversation, press.rated or "", helpful=press.helpful)
        except (ConversationGoneError, UnknownMessageError):
            await house.sender.answer_press(query_id, OLD_BUTTON)
            return
        count_rating(house.tally, rated)
        note_rating(house.review, conversation, press.rated or "", rated)
        house.metrics.feedback.labels(str(press.helpful).lower()).inc()
        await house.sender.answer_press(query_id, THANKS[press.helpful])

    await asked(house, chat_id, rate, (press, query_id))
