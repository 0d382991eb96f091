"""A whole take-over in two browsers: a student in the chat, a counsellor at the desk."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from connectors.settings import WebSettings
from connectors.web.app import create_app
from connectors.web.server import WebServer
from connectors.web.timing import Timing
from desk.intake.live import HandOver, Level, LiveDoor
from desk.live.counselling import claim
from tests.e2e.axe import expect_no_violations
from tests.e2e.chat import Chat
from tests.e2e.desk.conftest import LogIn, keep_inside
from tests.e2e.desk.looking import look
from tests.support.chat_tables import make_chat_tables
from tests.support.console import RunningConsole
from tests.support.served import free_port, serve
from tests.support.stand_in_bot import TOKEN, StandInBot

pytestmark = pytest.mark.browser

WITHIN_SECONDS = 2.0


@dataclass
class Site:
    """The website at one address; it can be stopped and started again, as after an update."""

    settings: WebSettings
    console: RunningConsole
    port: int = field(default_factory=free_port)
    running: ExitStack = field(default_factory=ExitStack)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        app = create_app(self.settings, timing=Timing())
        app.state.house.desk._opened = LiveDoor(self.console.house.desk)
        self.running.enter_context(serve(app, WebServer, port=self.port))

    def stop(self) -> None:
        self.running.close()


@pytest.fixture
def site(console: RunningConsole, tmp_path: Path) -> Iterator[Site]:
    """The website on the console's desk, with timing as people have it."""
    with serve(StandInBot().app) as bot:
        settings = WebSettings(bot_token=TOKEN, bot_url=bot, data_dir=tmp_path / "site", rate_limits="off")
        make_chat_tables(settings.database_url)
        running = Site(settings, console)
        running.start()
        yield running
        running.stop()


@contextmanager
def student_at(browser: Browser, site: Site) -> Iterator[Chat]:
    """A browser of one's own in which the chat has begun."""
    context = browser.new_context(base_url=site.url)
    asked = keep_inside(context, site.url)
    page = context.new_page()
    page.goto("/")
    yield Chat(page).started()
    assert asked == []
    context.close()


def page_of(chat: Chat) -> Page:
    assert isinstance(chat.where, Page)
    return chat.where


def take(desk: Page) -> None:
    """Claim what waits, from the inbox."""
    desk.get_by_role("link", name="Gesprek").first.click()
    desk.get_by_role("button", name="Neem het gesprek over").click()


def reply(desk: Page, text: str) -> None:
    desk.get_by_label("Uw antwoord").fill(text)
    desk.get_by_role("button", name="Verstuur antwoord").click()


def arrives(desk: Page, student: Chat, text: str) -> float:
    """Seconds from the counsellor's first key to the student's screen; take the fastest of a few on a busy machine."""
    said = time.monotonic()
    reply(desk, text)
    expect(student.log).to_contain_text(text)
    return time.monotonic() - said


def test_a_whole_take_over(browser: Browser, site: Site, console: RunningConsole, log_in: LogIn) -> None:
    desk = log_in(console.person("Anna de Vries"))
    desk.goto("/inbox")
    with student_at(browser, site) as student:
        student.ask("vergoeding")
        expect(student.ask("haal een mens")).to_contain_text("Ik heb een medewerker gevraagd")
        expect(desk.get_by_role("link", name="Gesprek")).to_be_visible()
        look(desk, "inbox-live")
        desk.get_by_role("link", name="Gesprek").click()
        look(desk, "live-waiting")
        desk.get_by_role("button", name="Neem het gesprek over").click()
        expect(desk.get_by_text("vergoeding", exact=True)).to_be_visible()
        expect(student.log).to_contain_text("Een medewerker is er nu bij")
        waits = [
            arrives(desk, student, text) for text in ("Hoi, ik ben Anna.", "Fijn dat je er bent.", "Zeg het maar.")
        ]
        assert min(waits) < WITHIN_SECONDS
        before = student.messages.count()
        student.type("Over mijn stage")
        expect(desk.get_by_text("Over mijn stage")).to_be_visible()
        expect(student.messages).to_have_count(before + 1)
        student.ask("nood")
        expect(student.last).to_contain_text("113")
        expect(desk.get_by_text("hulplijnen getoond")).to_be_visible()
        expect(desk.get_by_text("nood: zelfdoding")).to_be_visible()
        look(desk, "live-chat")
        expect_no_violations(page_of(student))
        desk.get_by_role("button", name="Geef terug aan de chatbot").click()
        expect(desk.get_by_text("terug bij de chatbot")).to_be_visible()
        expect(student.log).to_contain_text("Je praat weer met mij, de chatbot")
        expect(student.ask("vergoeding")).to_contain_text("stagevergoeding")


def test_a_restart_of_the_website_loses_nothing(
    browser: Browser, site: Site, console: RunningConsole, log_in: LogIn
) -> None:
    desk = log_in(console.person("Anna de Vries"))
    with student_at(browser, site) as student:
        student.ask("haal een mens")
        desk.goto("/inbox")
        take(desk)
        expect(student.log).to_contain_text("Een medewerker is er nu bij")
        site.stop()
        reply(desk, "Ik ben er nog.")
        site.start()
        expect(student.log).to_contain_text("Ik ben er nog.", timeout=20_000)
        student.type("Fijn")
        expect(desk.get_by_text("Fijn")).to_be_visible()


def test_the_answer_waits_for_a_student_who_closed_the_page(
    browser: Browser, site: Site, console: RunningConsole, log_in: LogIn
) -> None:
    desk = log_in(console.person("Anna de Vries"))
    with student_at(browser, site) as student:
        student.ask("haal een mens")
        page_of(student).goto("about:blank")
        desk.goto("/inbox")
        take(desk)
        reply(desk, "Hier is mijn antwoord.")
        page_of(student).goto("/")
        expect(student.log).to_contain_text("Hier is mijn antwoord.")


def test_a_student_who_goes_back_to_the_chatbot_leaves_nothing_on_the_desk(
    browser: Browser, site: Site, console: RunningConsole, log_in: LogIn
) -> None:
    desk = log_in(console.person("Anna de Vries"))
    with student_at(browser, site) as student:
        student.ask("Dit is mijn verhaal")
        student.ask("haal een mens")
        desk.goto("/inbox")
        take(desk)
        expect(desk.get_by_text("Dit is mijn verhaal", exact=True)).to_be_visible()
        student.button("Terug naar de chatbot").last.click()
        expect(desk.get_by_text("Dit gesprek is voorbij")).to_be_visible()
        expect(desk.get_by_text("Dit is mijn verhaal", exact=True)).to_have_count(0)
        look(desk, "live-over", picture=False)


def test_who_is_too_late_sees_with_whom_it_is(console: RunningConsole, log_in: LogIn) -> None:
    anna, bram = console.person("Anna de Vries"), console.person("Bram")
    live_id = LiveDoor(console.house.desk).hand_over(HandOver((), Level.DANGER))
    desk = log_in(anna)
    desk.goto(f"/live/{live_id}")
    claim(console.house.desk, bram.unlocked, live_id)
    expect(desk.get_by_text("bij Bram")).to_be_visible()
    look(desk, "live-colleague", picture=False)
