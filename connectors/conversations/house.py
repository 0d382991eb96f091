"""What every connector needs to hold conversations: made once per process and passed down, never imported."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Concatenate
from zoneinfo import ZoneInfo

from anyio import to_thread
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from connectors.conversations.database import Sessions
from connectors.conversations.measures import Measures
from connectors.conversations.people.desk_side import DeskSide
from connectors.conversations.reviewing import ReviewQueue
from connectors.conversations.timing import Timing
from connectors.conversations.turnstiles import Turnstiles
from connectors.rasa_client import RasaClient
from connectors.rate_limits import RateLimiter
from desk.intake.counting import DeskError, Tally, read_settings

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Clock = Callable[[], datetime]


def amsterdam_now() -> datetime:
    """Return the time in the Netherlands, with its offset."""
    return datetime.now(AMSTERDAM)


@dataclass(frozen=True, kw_only=True)
class House:
    """The parts that a turn, a deletion and the sweep work with; a connector adds its own."""

    timing: Timing
    clock: Clock
    engine: Engine
    sessions: Sessions
    bot: RasaClient
    limiter: RateLimiter
    tally: Tally = field(default_factory=lambda: Tally(read_settings()))
    desk: DeskSide = field(default_factory=lambda: DeskSide(read_settings()))
    review: ReviewQueue = field(default_factory=ReviewQueue)
    turnstiles: Turnstiles = field(default_factory=Turnstiles)
    metrics: Measures = field(default_factory=Measures)

    async def in_session[**P, T](
        self, work: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run database work in a thread, in a transaction of its own."""

        def run() -> T:
            with self.sessions.begin() as session:
                return work(session, *args, **kwargs)

        return await to_thread.run_sync(run)

    async def close(self) -> None:
        """Close all connections."""
        await self.bot.close()
        await self.limiter.close()
        await to_thread.run_sync(self.desk.close)
        await to_thread.run_sync(self.engine.dispose)
        with suppress(DeskError):  # a last minute of counts is lost then, and nothing else
            await to_thread.run_sync(self.tally.close)
