"""A real console on a free port, and Chromium with somebody logged in: every test has its own, give whole addresses."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from desk.intake.masking import mask
from tests.e2e.chat import PATIENCE_SECONDS
from tests.support.console import DeskPerson, RunningConsole, running_console

LogIn = Callable[[DeskPerson], Page]


@pytest.fixture(scope="session", autouse=True)
def masking_loaded() -> None:
    """The first masked text brings spaCy, which takes seconds: no page of these tests waits for that."""
    assert mask("ik ben Fatima").spans


@pytest.fixture
def console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RunningConsole]:
    """A served console without people."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with running_console(tmp_path) as running:
        yield running


@pytest.fixture(autouse=True)
def rested_bot() -> None:
    """No bot here."""


@pytest.fixture(autouse=True)
def outside(context: BrowserContext, console: RunningConsole) -> Iterator[list[str]]:
    """No test may reach another server, and no page may ask for one."""
    asked = keep_inside(context, console.url)
    yield asked
    assert asked == []


@pytest.fixture
def log_in(browser: Browser, console: RunningConsole) -> Iterator[LogIn]:
    """Give somebody a browser of their own, logged in through the form."""
    contexts: list[BrowserContext] = []

    def open_browser(person: DeskPerson) -> Page:
        context = browser.new_context(base_url=console.url)
        contexts.append(context)
        asked = keep_inside(context, console.url)
        page = context.new_page()
        sign_in(page, console, person)
        assert asked == []
        return page

    yield open_browser
    for context in contexts:
        context.close()


def sign_in(page: Page, console: RunningConsole, person: DeskPerson) -> None:
    """Fill in the form as a person does."""
    page.goto(f"{console.url}/login")
    page.get_by_label("E-mailadres").fill(person.email)
    page.get_by_label("Wachtwoord").fill(person.password)
    page.get_by_label("Code uit uw app").fill(console.code_of(person))
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url(f"{console.url}/")


def keep_inside(context: BrowserContext, address: str) -> list[str]:
    """Refuse every other address; return those that were asked for."""
    asked: list[str] = []
    context.set_default_timeout(PATIENCE_SECONDS * 1000)

    def note(request: Request) -> None:
        if not request.url.startswith(address):
            asked.append(request.url)

    context.on("request", note)
    context.route(lambda url: not url.startswith("http://127.0.0.1"), lambda route: route.abort())
    return asked
