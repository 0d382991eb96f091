"""Each update is handled once: also when Telegram offers it again, or the process starts anew in between.

An update counts as handled when its answer has been sent. Only then is its number stored, and only then may Telegram
forget it. So what is being handled when the process dies is handled by the next one.
"""

import asyncio
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from telegram import Update

from connectors.conversations.tables import HandledUpdateRow
from connectors.logs import get_logger
from connectors.telegram.house import House
from connectors.telegram.keys import hour_of

Raw = dict[str, Any]

# Telegram forgets an update after a day.
REMEMBERED_HOURS = 25

log = get_logger()


class Updates:
    """The updates this process is handling, and those it has handled."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._running: dict[int, asyncio.Task[None]] = {}
        self._finished: set[int] = set()

    async def take_in(self, raws: list[Raw]) -> None:
        """Begin handling those that are new, in their order; returns before they are handled."""
        numbered = [raw for raw in raws if isinstance(raw.get("update_id"), int)]
        if len(numbered) < len(raws):
            log.error("update_without_number")
        new = [raw for raw in numbered if raw["update_id"] not in self._finished | self._running.keys()]
        handled = await self._handled_before([raw["update_id"] for raw in new]) if new else set()
        for raw in new:
            update_id = raw["update_id"]
            if update_id in handled:
                self._finished.add(update_id)
            elif update_id not in self._running:
                self._running[update_id] = asyncio.create_task(self._handle(update_id, raw))

    async def finish(self, seconds: float) -> None:
        """Give what is being handled some time; what is not ready then is left for the next start."""
        if self._running:
            await asyncio.wait(list(self._running.values()), timeout=seconds)
        for task in list(self._running.values()):
            task.cancel()

    async def wait_for_one(self, seconds: float) -> None:
        """Wait until one more is handled, at most this long."""
        if self._running:
            running = list(self._running.values())
            await asyncio.wait(running, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)

    async def settle(self, update_id: int) -> bool:
        """Wait until this one is handled and return whether it was; from then on that stands in the database."""
        task = self._running.get(update_id)
        if task is None:
            handled = update_id in self._finished
        else:
            await asyncio.wait([task])
            handled = not task.cancelled() and task.exception() is None
        self._finished.discard(update_id)
        return handled

    @property
    def busy(self) -> bool:
        """Whether something is being handled."""
        return bool(self._running)

    def offset(self) -> int | None:
        """Return the number from which Telegram must go on offering, or None when it is free to choose."""
        if self._running:
            return min(self._running)
        return max(self._finished) + 1 if self._finished else None

    async def confirmed(self, offset: int | None) -> None:
        """Forget the numbers that Telegram will not offer again, because it was asked for those from `offset`."""
        gone = {number for number in self._finished if offset is not None and number < offset}
        if not gone:
            return
        self._finished -= gone
        try:
            await self._house.in_session(_forget, gone)
        except SQLAlchemyError as error:
            log.error("updates_not_forgotten", error=type(error).__name__)

    async def _handle(self, update_id: int, raw: Raw) -> None:
        try:
            update = _parse(self._house, raw)
            if update is not None:
                await self._house.application.process_update(update)
            await self._house.in_session(_remember, update_id, hour_of(self._house.clock()))
        except SQLAlchemyError as error:
            log.error("update_not_remembered", error=type(error).__name__)
        finally:
            del self._running[update_id]
        self._finished.add(update_id)

    async def _handled_before(self, numbers: list[int]) -> set[int]:
        try:
            return await self._house.in_session(_known, numbers)
        except SQLAlchemyError as error:
            log.error("updates_not_looked_up", error=type(error).__name__)
            return set()


def _parse(house: House, raw: Raw) -> Update | None:
    """Return the update, or None when it is not of the form that Telegram promises."""
    try:
        return Update.de_json(raw, house.application.bot)
    except Exception as error:  # outermost: whatever is wrong with it, it must not be offered for ever
        log.error("malformed_update", error=type(error).__name__)
        return None


def _known(session: Session, numbers: list[int]) -> set[int]:
    chosen = select(HandledUpdateRow.update_id).where(HandledUpdateRow.update_id.in_(numbers))
    return set(session.scalars(chosen))


def _remember(session: Session, update_id: int, hour: int) -> None:
    session.merge(HandledUpdateRow(update_id=update_id, hour=hour))
    session.execute(delete(HandledUpdateRow).where(HandledUpdateRow.hour < hour - REMEMBERED_HOURS))


def _forget(session: Session, numbers: set[int]) -> None:
    session.execute(delete(HandledUpdateRow).where(HandledUpdateRow.update_id.in_(numbers)))
