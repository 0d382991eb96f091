"""What the process does from start to end: reach Telegram, take in updates, finish what was begun."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from telegram import BotCommand
from telegram.error import TelegramError

from connectors.conversations.counting import write_counts_forever
from connectors.conversations.people.news import bring_news_forever
from connectors.conversations.reviewing import hand_in_forever
from connectors.logs import get_logger
from connectors.telegram.handlers.wiring import add_handlers
from connectors.telegram.house import House
from connectors.telegram.polling import ALLOWED_UPDATES, Troubles, poll_forever
from connectors.telegram.pushing import Pusher
from connectors.telegram.texts import COMMANDS
from connectors.telegram.updates import Updates

log = get_logger()


@dataclass
class Service:
    """The running connector. `ready` once Telegram has been reached."""

    house: House
    updates: Updates = field(init=False)
    ready: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self.updates = Updates(self.house)
        add_handlers(self.house)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Work in the background until the end of the block; then finish what was begun."""
        jobs = (
            self._work(),
            Pusher(self.house).run(),
            bring_news_forever(self.house, "telegram"),
            write_counts_forever(self.house),
            hand_in_forever(self.house),
        )
        work = [asyncio.create_task(job) for job in jobs]
        try:
            yield
        finally:
            for task in work:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task
            await self.updates.finish(self.house.timing.finish)
            await self.house.application.shutdown()
            await self.house.close()

    async def _work(self) -> None:
        await self._connect()
        self.ready = True
        if self.house.settings.telegram_webhook_url is None:
            log.info("telegram_polling")
            await poll_forever(self.house, self.updates)
        else:
            log.info("telegram_webhook_set")

    async def _connect(self) -> None:
        """Try until Telegram answers: the website must not stop because Telegram is away or refuses the token."""
        troubles = Troubles(self.house)
        while True:
            try:
                await self.house.application.initialize()
                await self._choose_way_in()
            except TelegramError as error:
                await troubles.wait(error)
            else:
                break
        try:
            await self.house.application.bot.set_my_commands([BotCommand(*pair) for pair in COMMANDS.items()])
        except TelegramError as error:
            log.warning("commands_not_set", error=type(error).__name__)

    async def _choose_way_in(self) -> None:
        """Set the webhook, or take an earlier one away; what waits at Telegram is kept in both cases."""
        settings, bot = self.house.settings, self.house.application.bot
        if settings.telegram_webhook_url is None:
            await bot.delete_webhook(drop_pending_updates=False)
            return
        await bot.set_webhook(
            settings.telegram_webhook_url,
            allowed_updates=ALLOWED_UPDATES,
            secret_token=settings.telegram_webhook_secret.get_secret_value(),
        )
