"""The app factory of the website connector."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from importlib.metadata import PackageNotFoundError, version

from anyio import to_thread
from fastapi import FastAPI

from connectors.conversations.counting import write_counts_forever
from connectors.conversations.deletion import sweep_forever
from connectors.conversations.house import Clock, amsterdam_now
from connectors.conversations.people.news import bring_news_forever
from connectors.conversations.reviewing import hand_in_forever
from connectors.settings import WebSettings
from connectors.web import openapi
from connectors.web.errors import add_error_handlers
from connectors.web.house import House, build_house
from connectors.web.layers import BodyLimit, OutermostLayer
from connectors.web.routes import conversations, events, figures, messages, operations, pages, receipts
from connectors.web.timing import Timing


def create_app(settings: WebSettings, *, timing: Timing | None = None, clock: Clock = amsterdam_now) -> FastAPI:
    """Build the application. Nothing is contacted until it starts; the database must be migrated by then."""
    house = build_house(settings, timing or Timing(), clock)
    app = FastAPI(
        title=openapi.TITLE,
        description=openapi.DESCRIPTION,
        version=_version(),
        lifespan=_lifespan,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.house = house
    for routes in (conversations, messages, events, receipts, operations, figures, pages):
        app.include_router(routes.router)
    pages.add_pages(app)
    add_error_handlers(app)
    app.add_middleware(BodyLimit, house=house)
    app.add_middleware(OutermostLayer, house=house)
    app.openapi = lambda: openapi.describe(app)  # type: ignore[method-assign]  # FastAPI's documented way
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Run the background work while the application serves."""
    house: House = app.state.house
    jobs = (
        house.arrivals.run(),
        sweep_forever(house),
        write_counts_forever(house),
        hand_in_forever(house),
        bring_news_forever(house, "web"),
    )
    work = [asyncio.create_task(job) for job in jobs]
    yield
    for task in work:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    await house.close()
    await to_thread.run_sync(house.figures.close)


def _version() -> str:
    try:
        return version("wijzer")
    except PackageNotFoundError:
        return "0.1.0"
