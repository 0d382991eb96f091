"""Sending to Telegram: waits when Telegram says so, tries again when the network fails, never logs what or to whom."""

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from connectors.logs import get_logger
from connectors.telegram.splitting import split_text

# Makes python-telegram-bot give times as timedelta, which will be its only way.
os.environ.setdefault("PTB_TIMEDELTA", "true")

TRIES = 6
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)

log = get_logger()


class ChatClosedError(Exception):
    """The person blocked the bot, or the chat is gone."""


@dataclass
class Sender:
    """Everything that goes out. Telegram's refusal of one message holds back all of them: it counts per bot."""

    bot: Bot
    network_pause: float = 1.0
    _open_at: float = field(default=0.0, init=False)

    async def say(self, chat_id: int, text: str, keyboard: InlineKeyboardMarkup | None = None) -> None:
        """Send a text, in pieces when it is long; the keyboard comes below the last. Raise `ChatClosedError`."""
        pieces = split_text(text)
        for piece in pieces[:-1]:
            await self._send(chat_id, piece, None)
        for piece in pieces[-1:]:
            await self._send(chat_id, piece, keyboard)

    async def show_typing(self, chat_id: int) -> None:
        """Show that an answer is coming; when that fails, nothing is lost."""
        await self._once(lambda: self.bot.send_chat_action(chat_id, "typing"))

    async def answer_press(self, callback_id: str, text: str | None = None) -> None:
        """End the waiting of a pressed button; Telegram refuses that for old ones, which does no harm."""
        await self._once(lambda: self.bot.answer_callback_query(callback_id, text))

    async def leave(self, chat_id: int) -> None:
        """Leave a group."""
        await self._once(lambda: self.bot.leave_chat(chat_id))

    async def _once(self, call: Callable[[], Awaitable[bool]]) -> None:
        """Do something that may as well not happen: not at all while Telegram wants to be left alone."""
        if time.monotonic() < self._open_at:
            return
        try:
            await call()
        except RetryAfter as error:
            self._close_for(seconds_of(error))
        except TelegramError as error:
            log.info("telegram_refused", error=type(error).__name__)

    async def _send(self, chat_id: int, text: str, keyboard: InlineKeyboardMarkup | None) -> None:
        async def send() -> None:
            await self.bot.send_message(chat_id, text, reply_markup=keyboard, link_preview_options=NO_PREVIEW)

        try:
            await self._patiently(send)
        except Forbidden:
            raise ChatClosedError from None
        except BadRequest:
            if keyboard is None:
                raise
            log.error("keyboard_refused")
            await self._send(chat_id, text, None)

    async def _patiently(self, send: Callable[[], Awaitable[None]]) -> None:
        """Try until it succeeds; the error of the last try goes on."""
        for left in range(TRIES - 1, -1, -1):
            await asyncio.sleep(max(0.0, self._open_at - time.monotonic()))
            try:
                await send()
            except RetryAfter as error:
                self._close_for(seconds_of(error))
                if not left:
                    raise
            except BadRequest:
                raise
            except NetworkError:
                if not left:
                    raise
                await asyncio.sleep(self.network_pause)
            else:
                return

    def _close_for(self, seconds: float) -> None:
        log.warning("telegram_asks_to_wait", seconds=seconds)
        self._open_at = max(self._open_at, time.monotonic() + seconds)


def seconds_of(error: RetryAfter) -> float:
    """Return how long Telegram wants to be left alone."""
    wait = error.retry_after
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
