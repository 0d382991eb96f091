"""What one application holds: made once by the app factory and passed down, never imported."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Concatenate
from zoneinfo import ZoneInfo

from anyio import to_thread
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from connectors.conversations.database import Sessions, make_sessions, open_database
from connectors.rasa_client import RasaClient, make_http
from connectors.settings import WebSettings
from connectors.web.arrivals import Arrivals
from connectors.web.metrics import Metrics
from connectors.web.rate_limits import RateLimiter, make_rate_limiter
from connectors.web.receipts import NoReports, Reports
from connectors.web.timing import Timing
from connectors.web.turnstiles import Turnstiles

AMSTERDAM = ZoneInfo("Europe/Amsterdam")

Clock = Callable[[], datetime]


def amsterdam_now() -> datetime:
    """Return the time in the Netherlands, with its offset."""
    return datetime.now(AMSTERDAM)


@dataclass(frozen=True)
class House:
    """Everything a request may need."""

    settings: WebSettings
    timing: Timing
    clock: Clock
    engine: Engine
    sessions: Sessions
    bot: RasaClient
    limiter: RateLimiter
    arrivals: Arrivals
    reports: Reports = field(default_factory=NoReports)
    turnstiles: Turnstiles = field(default_factory=Turnstiles)
    metrics: Metrics = field(default_factory=Metrics)

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
        await to_thread.run_sync(self.engine.dispose)


def build_house(settings: WebSettings, timing: Timing, clock: Clock) -> House:
    """Connect the parts; nothing is contacted yet."""
    engine = open_database(settings.database_url)
    sessions = make_sessions(engine)
    http = make_http(settings.bot_url, settings.bot_token.get_secret_value(), timing.bot_read)
    return House(
        settings=settings,
        timing=timing,
        clock=clock,
        engine=engine,
        sessions=sessions,
        bot=RasaClient(http),
        limiter=make_rate_limiter(on=settings.rate_limits == "on", redis_url=settings.redis_url),
        arrivals=Arrivals(sessions, timing.arrivals_poll),
    )
