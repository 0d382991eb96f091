"""Notices what other processes wrote to open conversations: one cheap query for all streams together."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from anyio import to_thread
from sqlalchemy import select
from sqlalchemy.orm import Session

from connectors.conversations.database import Sessions
from connectors.conversations.tables import ConversationRow
from connectors.logs import describe, get_logger

STREAMS_PER_CONVERSATION = 5
IDS_PER_QUERY = 500

log = get_logger()


class Watch:
    """One stream's view: has its conversation something new, or has it ended?"""

    def __init__(self) -> None:
        self._event = asyncio.Event()
        self.ended = False

    async def changed(self, seconds: float) -> bool:
        """Wait for news at most this long; return whether there was any."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._event.wait()
        news = self._event.is_set()
        self._event.clear()
        return news

    def notify(self) -> None:
        """Tell that there is something new."""
        self._event.set()

    def end(self) -> None:
        """Tell that nothing will come any more."""
        self.ended = True
        self._event.set()


class Arrivals:
    """Watches the conversations that have an open stream in this process."""

    def __init__(self, sessions: Sessions, poll_seconds: float) -> None:
        self._sessions = sessions
        self._poll_seconds = poll_seconds
        self._watches: dict[str, list[Watch]] = {}
        self._seen: dict[str, int] = {}

    @contextmanager
    def watch(self, conversation_id: str) -> Iterator[Watch]:
        """Watch a conversation; with too many streams on it the oldest ends."""
        watch = Watch()
        watches = self._watches.setdefault(conversation_id, [])
        watches.append(watch)
        if len(watches) > STREAMS_PER_CONVERSATION:
            watches.pop(0).end()
        try:
            yield watch
        finally:
            self._forget(conversation_id, watch)

    def count(self) -> int:
        """Return the number of open streams."""
        return sum(len(watches) for watches in self._watches.values())

    def end_all(self) -> None:
        """End every stream, because the server stops."""
        for watches in self._watches.values():
            for watch in watches:
                watch.end()

    async def run(self) -> None:
        """Poll until cancelled."""
        while True:
            await asyncio.sleep(self._poll_seconds)
            if not self._watches:
                continue
            try:
                await self.poll()
            except Exception as error:  # outermost: one bad poll must not be the last
                log.error("arrivals_poll_failed", **describe(error))

    async def poll(self) -> None:
        """Look once, and tell the streams of changed or deleted conversations."""
        watched = list(self._watches)
        found = await to_thread.run_sync(self._last_sequences, watched)
        for conversation_id in watched:
            watches = self._watches.get(conversation_id, [])
            last = found.get(conversation_id)
            for watch in watches:
                if last is None:
                    watch.end()
                elif last != self._seen.get(conversation_id):
                    watch.notify()
            if watches and last is not None:
                self._seen[conversation_id] = last

    def _last_sequences(self, watched: list[str]) -> dict[str, int]:
        with self._sessions() as session:
            found: dict[str, int] = {}
            for start in range(0, len(watched), IDS_PER_QUERY):
                found |= _query(session, watched[start : start + IDS_PER_QUERY])
            return found

    def _forget(self, conversation_id: str, watch: Watch) -> None:
        watches = self._watches.get(conversation_id, [])
        if watch in watches:
            watches.remove(watch)
        if not watches:
            self._watches.pop(conversation_id, None)
            self._seen.pop(conversation_id, None)


def _query(session: Session, ids: list[str]) -> dict[str, int]:
    chosen = select(ConversationRow.id, ConversationRow.last_sequence).where(
        ConversationRow.id.in_(ids), ~ConversationRow.closing
    )
    return {row.id: row.last_sequence for row in session.execute(chosen)}
