"""For everyone: axe in every state and frame, keyboard only, small, large, dark, without motion."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, ViewportSize, expect

from tests.e2e.axe import expect_no_violations
from tests.e2e.chat import Chat
from tests.e2e.conftest import AWAY
from tests.support.stand_in_bot import StandInBot

pytestmark = pytest.mark.browser

WIDE: ViewportSize = {"width": 1280, "height": 720}
SMALL: ViewportSize = {"width": 320, "height": 640}
LOW: ViewportSize = {"width": 640, "height": 360}  # what the wide screen is at 200 percent
SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
SIDEWAYS = """() => {
  const page = document.scrollingElement;
  const outside = [...document.querySelectorAll("body *")].filter((node) => {
    const box = node.getBoundingClientRect();
    const seen = box.width > 1 && box.height > 1;
    return seen && box.right > innerWidth + 1 && !node.closest("pre");
  });
  return [...(page.scrollWidth > innerWidth ? [page] : []), ...outside].map((node) => node.outerHTML.slice(0, 80));
}"""


def start(_chat: Chat, _bot: StandInBot) -> None:
    """As it opens."""


def answer(chat: Chat, _bot: StandInBot) -> None:
    chat.ask("vergoeding")


def explanation(chat: Chat, _bot: StandInBot) -> None:
    chat.where.get_by_text("Wat gebeurt er met wat je typt?").click()


def used_buttons(chat: Chat, _bot: StandInBot) -> None:
    chat.ask("welke").get_by_role("button", name="Stage zoeken").click()
    expect(chat.last).to_contain_text("Kijk op stagemarkt.nl")


def thinking(chat: Chat, bot: StandInBot) -> None:
    bot.release.clear()
    chat.type("traag")
    expect(chat.where.get_by_text("Wijzer denkt na", exact=True)).to_be_visible()


def error(chat: Chat, bot: StandInBot) -> None:
    bot.broken = True
    chat.type("vergoeding")
    expect(chat.button("Probeer opnieuw")).to_be_visible()


def too_long(chat: Chat, _bot: StandInBot) -> None:
    chat.type("a" * 2003)
    expect(chat.where.locator("#count")).to_be_visible()


def receipt(chat: Chat, _bot: StandInBot) -> None:
    chat.ask("melden").locator(".receipt").get_by_role("checkbox").check()


def crisis(chat: Chat, _bot: StandInBot) -> None:
    chat.ask("nood")


def rated(chat: Chat, _bot: StandInBot) -> None:
    chat.ask("vergoeding").get_by_role("button", name="Ja (dit antwoord helpt mij)").click()
    expect(chat.last).to_contain_text("Fijn dat het helpt")


def wiping(chat: Chat, _bot: StandInBot) -> None:
    chat.button("Wis gesprek").click()


STATES = [start, answer, explanation, used_buttons, thinking, error, too_long, receipt, crisis, rated, wiping]
State = Callable[[Chat, StandInBot], None]


def opened(page: Page, state: State, bot: StandInBot) -> Chat:
    page.goto("/")
    chat = Chat(page).started()
    state(chat, bot)
    return chat


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(page: Page, bot: StandInBot, state: State) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page, state, bot)
    for size in (WIDE, SMALL, LOW):
        page.set_viewport_size(size)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            expect_no_violations(page)
        assert page.evaluate(SIDEWAYS) == []


def test_text_of_double_size_still_fits(page: Page, bot: StandInBot) -> None:
    page.set_viewport_size(SMALL)
    opened(page, answer, bot)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(SIDEWAYS) == []


def test_axe_finds_nothing_when_offline(chat: Chat, page: Page, context: BrowserContext) -> None:
    context.set_offline(True)
    expect(chat.notice).to_contain_text("geen internet")
    expect_no_violations(page)


def test_forced_colours_keep_the_borders(page: Page, bot: StandInBot) -> None:
    page.emulate_media(forced_colors="active")
    chat = opened(page, receipt, bot)
    expect_no_violations(page)
    for part in (".message__bubble", ".receipt", ".composer__send"):
        assert chat.where.locator(part).last.evaluate("node => getComputedStyle(node).borderTopWidth") != "0px"


def test_less_motion_means_no_motion(page: Page, bot: StandInBot) -> None:
    page.emulate_media(reduced_motion="reduce")
    opened(page, thinking, bot)
    assert page.locator(".typing__dot").first.evaluate("node => getComputedStyle(node).animationName") == "none"


def test_everything_to_press_is_large_enough(page: Page, bot: StandInBot) -> None:
    page.set_viewport_size(SMALL)
    opened(page, answer, bot)
    controls = page.locator("button:visible, summary:visible, textarea:visible, footer a:visible, a.chip:visible")
    for control in controls.all():
        box = control.bounding_box()
        assert box
        assert min(box["height"], box["width"]) >= 24, control.text_content()


def test_the_log_tells_a_screen_reader_and_the_buttons_do_not_interrupt(chat: Chat) -> None:
    expect(chat.log).to_have_role("log")
    expect(chat.log.locator("ol > li").first).to_be_visible()
    expect(chat.ask("vergoeding").locator(".tools")).to_have_attribute("aria-live", "off")


def test_keyboard_only_from_the_top_to_an_answer_and_a_button(page: Page) -> None:
    page.goto("/")
    chat = Chat(page).started()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar het tekstvak")).to_be_focused()
    page.keyboard.press("Enter")
    expect(chat.box).to_be_focused()
    page.keyboard.type("regel een")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("regel twee")
    expect(chat.box).to_have_value("regel een\nregel twee")
    page.keyboard.press("Enter")
    expect(chat.last).to_contain_text("Je zei: regel een")
    expect(chat.box).to_be_focused()

    page.keyboard.type("welke")
    page.keyboard.press("Enter")
    choice = chat.where.get_by_role("button", name="Stage betaald krijgen")
    expect(choice).to_be_visible()
    for _ in range(20):
        page.keyboard.press("Shift+Tab")
        if choice.evaluate("node => node === document.activeElement"):
            break
    expect(choice).to_be_focused()
    page.keyboard.press("Enter")
    expect(chat.last).to_contain_text("stagevergoeding")
    expect(choice).to_be_focused()  # an answer does not take the focus away


def test_keyboard_only_snel_weg(chat: Chat, page: Page) -> None:
    chat.leave.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(AWAY)


def test_a_reader_who_scrolled_up_is_left_in_place_and_told_of_news(chat: Chat, page: Page, bot: StandInBot) -> None:
    chat.ask("lang")
    bot.release.clear()
    chat.type("traag")
    expect(chat.messages.last).to_contain_text("traag")
    page.locator("#scroll").evaluate("node => node.scrollTo(0, 0)")
    expect(page.locator("#messages li").first).to_be_in_viewport()
    page.wait_for_function("document.getElementById('scroll').scrollTop === 0")
    bot.release.set()
    news = chat.button("Nieuw bericht, naar beneden")
    expect(news).to_be_visible()
    assert page.locator("#scroll").evaluate("node => node.scrollTop") == 0
    expect_no_violations(page)
    news.click()
    expect(chat.last).to_be_in_viewport()
    expect(news).to_be_hidden()


def test_a_long_answer_is_shown_from_its_start(chat: Chat) -> None:
    answer = chat.ask("lang")
    expect(answer.get_by_text("Alinea 1 van")).to_be_in_viewport()


@pytest.mark.parametrize("path", ["/privacy", "/toegankelijkheid", "/demo", "/melding"])
def test_the_other_pages(page: Page, complaints: list[str], path: str) -> None:
    page.goto(path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for size in (WIDE, SMALL, LOW):
        page.set_viewport_size(size)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            expect_no_violations(page)
        assert page.evaluate(SIDEWAYS) == []
    assert complaints == []
