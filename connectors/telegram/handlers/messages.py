"""Texts, changed texts, and what is no text."""

from telegram import Message, Update

from connectors.conversations.turns import Said
from connectors.conversations.wording import clean, has_words
from connectors.telegram.hearing import Heard, asked, hear
from connectors.telegram.house import House
from connectors.telegram.refusals import refuse_reports
from connectors.telegram.texts import CANNOT_SEE, EDITED

KINDS = {
    "voice": ("voice", "audio"),
    "picture": ("photo", "video", "video_note", "animation", "sticker"),
    "location": ("location", "venue"),
    "contact": ("contact",),
}
# What Telegram itself reports about a chat; nobody waits for an answer to that.
SERVICE = ("pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed")


async def said(house: House, update: Update) -> None:
    """Answer words, also those under a picture or in a changed message; say kindly what cannot be read."""
    message = update.effective_message
    if message is None or any(getattr(message, kind) for kind in SERVICE):
        return
    text = clean(message.text or message.caption or "")
    before = _before(update, message)
    if not has_words(text):
        if update.edited_message:  # a location that moves, for one, changes all the time
            return
        await _tell(house, message, update.update_id, before or CANNOT_SEE["other"])
        return
    refuse = refuse_reports(house.settings.website)
    await hear(house, Heard(message.chat_id, Said(text=text), refuse, update.update_id, before))


def _before(update: Update, message: Message) -> str | None:
    """Return what to say before the answer: which part was not seen, or that a change was noticed."""
    for kind, attributes in KINDS.items():
        if any(getattr(message, attribute) for attribute in attributes):
            return CANNOT_SEE[kind]
    if message.text is None:
        return CANNOT_SEE["other"]
    return EDITED if update.edited_message else None


async def _tell(house: House, message: Message, update_id: int, text: str) -> None:
    async def tell() -> None:
        await house.sender.say(message.chat_id, text)

    await asked(house, message.chat_id, tell, update_id)
