"""One turn at a time per conversation, and a double click counts once."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from connectors.conversations.message import Message

Answer = list[Message]

# Seconds by which a timer of the event loop may be early, generously.
TIMER_SLACK = 0.05


@dataclass(frozen=True)
class Finished:
    """The last turn: what was said, until when an equal turn counts as the same, and the answer."""

    said: object
    same_until: float
    answer: Answer


@dataclass
class Turnstile:
    """The door of one conversation."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    inside_or_waiting: int = 0
    last: Finished | None = None


class Turnstiles:
    """All doors of this process. With several processes, a conversation must keep going to the same one."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._doors: dict[str, Turnstile] = {}
        self._clock = clock

    async def once(
        self, conversation_id: str, said: object, turn: Callable[[], Awaitable[Answer]], linger: float = 0.0
    ) -> Answer:
        """Run the turn after those before it.

        An equal turn that begins while this one runs, or within `linger` seconds after it, gets its answer.
        """
        arrived = self._clock()
        async with self._pass(conversation_id) as door:
            last = door.last
            if last is not None and last.said == said and arrived <= last.same_until:
                return last.answer
            answer = await turn()
            door.last = Finished(said, self._clock() + linger, answer)
            asyncio.get_running_loop().call_later(linger + TIMER_SLACK, self._drop_if_unused, conversation_id)
            return answer

    @asynccontextmanager
    async def hold(self, conversation_id: str) -> AsyncIterator[None]:
        """Keep all turns of a conversation out, and forget its last one."""
        async with self._pass(conversation_id) as door:
            door.last = None
            yield

    def __len__(self) -> int:
        """Return how many conversations are remembered at this moment."""
        return len(self._doors)

    @asynccontextmanager
    async def _pass(self, conversation_id: str) -> AsyncIterator[Turnstile]:
        door = self._doors.setdefault(conversation_id, Turnstile())
        door.inside_or_waiting += 1
        try:
            async with door.lock:
                yield door
        finally:
            door.inside_or_waiting -= 1
            self._drop_if_unused(conversation_id)

    def _drop_if_unused(self, conversation_id: str) -> None:
        door = self._doors.get(conversation_id)
        if door is None or door.inside_or_waiting:
            return
        if door.last is None or door.last.same_until <= self._clock():
            del self._doors[conversation_id]
