"""Deleting a conversation everywhere: our tables, the write-ahead log, the bot's tracker."""

import asyncio
from datetime import timedelta

from anyio import to_thread
from sqlalchemy.exc import SQLAlchemyError

from connectors.conversations.database import wipe_log
from connectors.conversations.house import House
from connectors.conversations.lifecycle import (
    close_conversation,
    list_to_delete,
    minute_of,
    remove_conversation,
)
from connectors.conversations.people.owning import leave_desk
from connectors.logs import describe, get_logger
from connectors.rasa_client import BotError
from desk.intake.live import DeskError

log = get_logger()


async def delete_conversation(house: House, conversation_id: str, *, idle_before: int | None = None) -> bool:
    """Delete everything of a conversation; return whether there was anything to delete.

    With `idle_before` (minutes since 1970) only when it was idle since. Raise a `BotError` or a `DeskError` when
    the bot or the desk could not be reached: our own content is gone by then, and a bare row stays for the next try.
    """
    async with house.turnstiles.hold(conversation_id):
        closed = await house.in_session(close_conversation, conversation_id, idle_before=idle_before)
        if not closed:
            return False
        await to_thread.run_sync(wipe_log, house.engine)
        await leave_desk(house, conversation_id)
        await house.bot.erase(conversation_id)
        await house.in_session(remove_conversation, conversation_id)
        await to_thread.run_sync(wipe_log, house.engine)
    return True


async def sweep(house: House) -> None:
    """Delete idle conversations, and finish deletions that failed before."""
    idle_before = minute_of(house.clock() - timedelta(minutes=house.timing.idle_minutes))
    due = await house.in_session(list_to_delete, idle_before=idle_before)
    failed = 0
    for conversation_id in due:
        try:
            if await delete_conversation(house, conversation_id, idle_before=idle_before):
                house.metrics.deletions.labels("idle").inc()
        except (BotError, DeskError, SQLAlchemyError) as error:
            failed += 1
            log.error("deletion_failed", error=type(error).__name__)
    house.metrics.deletions_pending.set(failed)
    # A reader may have kept an earlier deletion from emptying the log.
    await to_thread.run_sync(wipe_log, house.engine)


async def sweep_forever(house: House) -> None:
    """Sweep until cancelled."""
    while True:
        await asyncio.sleep(house.timing.sweep)
        try:
            await sweep(house)
        except Exception as error:  # outermost: one bad sweep must not be the last
            log.error("sweep_failed", **describe(error))
