"""Bringing what the desk says to the conversations of a channel, exactly once, within a second."""

import asyncio
from contextlib import suppress
from datetime import datetime

from anyio import to_thread
from sqlalchemy.orm import Session

from connectors.conversations.errors import ConversationGoneError
from connectors.conversations.house import House
from connectors.conversations.message import Draft
from connectors.conversations.people import texts
from connectors.conversations.people.takeovers import TakeOver, end_take_over, list_live, move_on
from connectors.conversations.push import push_message
from connectors.logs import describe, get_logger
from connectors.rasa_client import Channel
from desk.intake.live import Heard, News, Outgoing, Owner

OVER = frozenset({Owner.ASSISTANT, Owner.ENDED})

log = get_logger()


async def bring_news_forever(house: House, channel: Channel) -> None:
    """Ask the desk for news until cancelled."""
    while True:
        await asyncio.sleep(house.timing.desk_poll)
        try:
            await bring_news(house, channel)
        except Exception as error:  # outermost: one bad poll must not be the last
            log.error("desk_poll_failed", **describe(error))


async def bring_news(house: House, channel: Channel) -> None:
    """Ask once. What was pushed is told to the desk with the next question; only then does the desk delete it."""
    known = {one.live_id: one for one in await house.in_session(list_live, channel) if one.live_id is not None}
    if not known:
        return
    given = {live_id: one.given for live_id, one in known.items()}
    heard = await to_thread.run_sync(lambda: house.desk.live().hear(given))
    for live_id, one in known.items():
        if heard[live_id].outgoing or heard[live_id].owner in OVER:
            with suppress(ConversationGoneError):  # its deletion tells the desk
                await house.in_session(_bring, one, heard[live_id], house.clock())
        if heard[live_id].owner in OVER:
            await to_thread.run_sync(_forget, house, live_id)


def _forget(house: House, live_id: str) -> None:
    house.desk.live().user_left(live_id)


def _bring(session: Session, known: TakeOver, heard: Heard, now: datetime) -> None:
    for one in heard.outgoing:
        if not move_on(session, known, one.sequence):
            return
        push_message(session, known.conversation_id, _draft(one), now)
    if heard.owner in OVER:
        end_take_over(session, known.conversation_id)


def _draft(one: Outgoing) -> Draft:
    if one.news == News.SAID:
        return Draft(sender="counsellor", kind="handover", text=one.text, escalated=True)
    return texts.NEWS[one.news]
