"""The real web application with a stand-in bot on free ports, and Chromium with nothing to phone home to."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from fastapi import FastAPI
from playwright.sync_api import BrowserContext, Page, Request, expect
from pydantic import SecretStr

from connectors.settings import WebSettings
from connectors.web.app import create_app
from connectors.web.house import House
from connectors.web.server import WebServer
from connectors.web.timing import Timing
from tests.e2e.chat import PATIENCE_SECONDS, Chat
from tests.e2e.replies import REPLIES
from tests.support import stand_in_bot
from tests.support.chat_tables import make_chat_tables
from tests.support.served import serve
from tests.support.stand_in_bot import TOKEN, StandInBot

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
QUICK = Timing(arrivals_poll=0.05)
AWAY = "https://www.buienradar.nl/"

MakeApp = Callable[..., FastAPI]

expect.set_options(timeout=PATIENCE_SECONDS * 1000)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    return {"executable_path": CHROMIUM, "args": QUIET}


@pytest.fixture(scope="session")
def bot() -> StandInBot:
    return StandInBot()


@pytest.fixture(scope="session")
def bot_address(bot: StandInBot) -> Iterator[str]:
    with patch.dict(stand_in_bot.REPLIES, REPLIES), serve(bot.app) as address:
        yield address


@pytest.fixture(scope="session")
def make_app(bot_address: str, tmp_path_factory: pytest.TempPathFactory) -> MakeApp:
    """Make an application with a database of its own."""

    def make(**more: Any) -> FastAPI:
        folder: Path = tmp_path_factory.mktemp("web")
        settings = WebSettings(bot_token=SecretStr(TOKEN), bot_url=bot_address, data_dir=folder, **more)
        make_chat_tables(settings.database_url)
        return create_app(settings, timing=QUICK)

    return make


@pytest.fixture(scope="session")
def app(make_app: MakeApp) -> FastAPI:
    return make_app(rate_limits="off")


@pytest.fixture(scope="session")
def address(app: FastAPI) -> Iterator[str]:
    with serve(app, WebServer) as served:
        yield served


@pytest.fixture(scope="session")
def base_url(address: str) -> str:
    return address


@pytest.fixture
def house(app: FastAPI) -> House:
    house: House = app.state.house
    return house


@pytest.fixture(autouse=True)
def rested_bot(bot: StandInBot) -> Iterator[None]:
    yield
    bot.reset()


@pytest.fixture(autouse=True)
def outside(context: BrowserContext, address: str) -> Iterator[list[str]]:
    """No test may reach another server: the neutral page is played here, all else is refused and fails."""
    asked: list[str] = []
    context.set_default_timeout(PATIENCE_SECONDS * 1000)

    def note(request: Request) -> None:
        if not request.url.startswith((address, "http://127.0.0.1", "http://localhost", AWAY)):
            asked.append(request.url)

    context.on("request", note)
    context.route(lambda url: not url.startswith("http://"), lambda route: route.abort())
    context.route(AWAY, lambda route: route.fulfill(body="<title>Het weer</title>", content_type="text/html"))
    yield asked
    assert asked == []
    assert context.cookies() == []


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What the browser complains about: errors in scripts, what the CSP blocks."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.fixture
def chat(page: Page) -> Chat:
    """The chat page, started."""
    page.goto("/")
    return Chat(page).started()
