"""The app factory of the console."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from desk.accounts.lockout import Lockout
from desk.console.errors import add_error_handlers
from desk.console.house import ConsoleHouse
from desk.console.layers import BodyLimit, OutermostLayer, OwnFormsOnly
from desk.console.looking import Looking
from desk.console.pages import open_templates
from desk.console.routers import ROUTERS
from desk.console.school import open_school
from desk.console.sessions import Sessions
from desk.console.settings import ConsoleSettings
from desk.desk import Desk

STATIC = Path(__file__).parent / "static"
SWEEP_SECONDS = 30.0


def create_console(desk: Desk, settings: ConsoleSettings) -> FastAPI:
    """Build the console on an opened desk."""
    app = FastAPI(title="Wijzer desk", lifespan=_lifespan, openapi_url=None, docs_url=None, redoc_url=None)
    app.state.house = ConsoleHouse(
        desk=desk,
        settings=settings,
        sessions=Sessions(desk.clock),
        lockout=Lockout(desk.clock),
        templates=open_templates(),
        looking=Looking(desk.clock),
        school=open_school(settings, desk.pepper),
    )
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_error_handlers(app)
    app.add_middleware(BodyLimit)
    app.add_middleware(OwnFormsOnly)
    app.add_middleware(OutermostLayer, metrics=app.state.house.metrics)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    """Let go of keys in time, also when nobody asks for anything."""
    house: ConsoleHouse = app.state.house
    work = asyncio.create_task(_sweep(house))
    yield
    work.cancel()
    with suppress(asyncio.CancelledError):
        await work


async def _sweep(house: ConsoleHouse) -> None:
    while True:
        house.sessions.sweep()
        house.metrics.sessions.set(len(house.sessions))
        await asyncio.sleep(SWEEP_SECONDS)
