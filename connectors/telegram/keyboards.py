"""Inline keyboards. Behind a button stands the id that the server gave it, never what it means."""

import re
from dataclasses import dataclass

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from connectors.conversations.message import Button, Message
from connectors.telegram.texts import HELPFUL, NOT_HELPFUL

CHOICE, YES, NO = "b", "y", "n"
DATA = re.compile(r"([byn]):([A-Za-z0-9_-]{1,32})")
# Two short choices fit beside each other on a small phone.
SHORT = 14
PUBLIC_SITE = re.compile(r"https?://(?!localhost\b|127\.|\[)[^/\s.]+\.[^\s]+")


@dataclass(frozen=True)
class Pressed:
    """What a button stands for: a choice (`button_id`), or a rating of a message."""

    button_id: str | None = None
    rated: str | None = None
    helpful: bool = False


def keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """Return the buttons below a message, or None when it has none."""
    rows = _rows([_button(button) for button in message.buttons])
    if message.article is not None and message.kind != "crisis":
        yes = InlineKeyboardButton(HELPFUL, callback_data=f"{YES}:{message.id}")
        rows.append([yes, InlineKeyboardButton(NOT_HELPFUL, callback_data=f"{NO}:{message.id}")])
    return InlineKeyboardMarkup(rows) if rows else None


def read_pressed(data: str | None) -> Pressed | None:
    """Read callback data; None when it is none of ours."""
    found = DATA.fullmatch(data or "")
    if found is None:
        return None
    kind, what = found.groups()
    return Pressed(button_id=what) if kind == CHOICE else Pressed(rated=what, helpful=kind == YES)


def _button(button: Button) -> InlineKeyboardButton:
    """Make a real link of a website that Telegram accepts; any other button is a choice."""
    if button.url is not None and PUBLIC_SITE.fullmatch(button.url):
        return InlineKeyboardButton(button.title, url=button.url)
    return InlineKeyboardButton(button.title, callback_data=f"{CHOICE}:{button.payload}")


def _rows(buttons: list[InlineKeyboardButton]) -> list[list[InlineKeyboardButton]]:
    """Put short buttons in pairs, long ones on a row of their own."""
    rows: list[list[InlineKeyboardButton]] = []
    for button in buttons:
        pair = rows and len(rows[-1]) == 1 and max(len(rows[-1][0].text), len(button.text)) <= SHORT
        if pair:
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows
