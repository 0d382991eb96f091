"""Pushing what arrives by itself, such as a counsellor's answer, to the chats that wait for it."""

import asyncio

from connectors.conversations.errors import ConversationGoneError
from connectors.conversations.history import sequence_of
from connectors.conversations.reading import note_delivered, read_arrived
from connectors.logs import describe, get_logger
from connectors.telegram.addresses import Address, forget_address, list_addresses
from connectors.telegram.chats import end_chat, find_chat
from connectors.telegram.hearing import send
from connectors.telegram.house import House
from connectors.telegram.sending import ChatClosedError

log = get_logger()


class Pusher:
    """Pushes to all chats beside each other, to each in order."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._running: dict[str, asyncio.Task[None]] = {}

    async def run(self) -> None:
        """Look for news until cancelled."""
        try:
            while True:
                await asyncio.sleep(self._house.timing.push)
                try:
                    await self.look()
                except Exception as error:  # outermost: one bad look must not be the last
                    log.error("push_failed", **describe(error))
        finally:
            for task in list(self._running.values()):
                task.cancel()

    async def look(self) -> None:
        """Look once. An address goes when no person has the conversation any more and all was given."""
        for address in await self._house.in_session(list_addresses):
            if address.conversation_id in self._running:
                continue
            if address.news:
                self._running[address.conversation_id] = asyncio.create_task(self._push(address))
            elif address.over:
                await self._house.in_session(forget_address, address.conversation_id)

    async def _push(self, address: Address) -> None:
        try:
            await push(self._house, address)
        except Exception as error:  # outermost: tried again at the next look
            log.error("push_failed", **describe(error))
            await asyncio.sleep(self._house.timing.network_pause)
        finally:
            del self._running[address.conversation_id]


async def push(house: House, address: Address) -> None:
    """Send what the chat was not given yet; each counts as given when it was sent."""
    chat_id = house.keys.open(address.sealed)
    if chat_id is None:
        log.error("address_of_a_secret_that_is_gone")
        await house.in_session(forget_address, address.conversation_id)
        return
    async with house.doors.hold(house.keys.claims(chat_id)[0].conversation_id):
        try:
            await _send_news(house, chat_id)
        except ConversationGoneError:
            log.info("push_after_the_end")
        except ChatClosedError:
            await end_chat(house, chat_id)


async def _send_news(house: House, chat_id: int) -> None:
    conversation = await find_chat(house, chat_id)
    for message in await house.in_session(read_arrived, conversation):
        await send(house, chat_id, [message])
        await house.in_session(note_delivered, conversation.id, sequence_of(message.id))
