"""Long polling: one fetch after another, asking again for what is still being handled, so that nothing is lost."""

import asyncio
import warnings
from typing import Any

from telegram.error import RetryAfter, TelegramError

from connectors.logs import get_logger
from connectors.telegram.house import House
from connectors.telegram.sending import seconds_of
from connectors.telegram.updates import Raw, Updates

ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
BATCH = 100
# Seconds by which the HTTP call may outlast the long poll.
SLACK = 10

log = get_logger()

# It would rather parse all updates of a fetch itself; one it cannot parse would then hide the others.
warnings.filterwarnings("ignore", message="Please use 'Bot.getUpdates'")


class Troubles:
    """How long to wait after failures in a row."""

    def __init__(self, house: House) -> None:
        self._first, self._longest = house.timing.trouble_pause, house.timing.longest_pause
        self._next = self._first

    def over(self) -> None:
        """Begin anew: it went well."""
        self._next = self._first

    async def wait(self, error: TelegramError) -> None:
        """Log what went wrong, without its text, and wait; longer each time."""
        log.error("telegram_unreachable", error=type(error).__name__)
        asked = seconds_of(error) if isinstance(error, RetryAfter) else 0.0
        await asyncio.sleep(max(asked, self._next))
        self._next = min(2 * self._next, self._longest)


async def poll_forever(house: House, updates: Updates) -> None:
    """Fetch until cancelled."""
    troubles = Troubles(house)
    while True:
        try:
            await poll(house, updates)
        except TelegramError as error:
            await troubles.wait(error)
        else:
            troubles.over()


async def poll(house: House, updates: Updates) -> None:
    """Fetch once. While something is being handled, the fetch does not wait for more."""
    offset = updates.offset()
    raws = await _fetch(house, offset, 0 if updates.busy else house.timing.long_poll)
    await updates.confirmed(offset)
    await updates.take_in(raws)
    if updates.busy:
        await updates.wait_for_one(house.timing.poll_pause)
    elif not raws:
        await asyncio.sleep(house.timing.poll_pause)


async def _fetch(house: House, offset: int | None, seconds: int) -> list[Raw]:
    """Ask for updates as they are: one that is malformed must not keep the others away."""
    asked: dict[str, Any] = {"timeout": seconds, "limit": BATCH, "allowed_updates": ALLOWED_UPDATES}
    if offset is not None:
        asked["offset"] = offset
    found = await house.application.bot.do_api_request("getUpdates", asked, read_timeout=seconds + SLACK)
    return [raw for raw in found if isinstance(raw, dict)] if isinstance(found, list) else []
