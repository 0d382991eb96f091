"""The widget: one script tag on a page of a school."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from connectors.conversations.message import Draft
from connectors.conversations.push import push_message
from connectors.web.house import House
from tests.e2e.axe import expect_no_violations
from tests.e2e.chat import Chat
from tests.e2e.conftest import AWAY
from tests.support.served import serve

pytestmark = pytest.mark.browser

SCHOOL = """<!doctype html><html lang="nl"><title>School</title>
<main><h1>School</h1><button id="before">Iets van de school</button></main>
<script src="{chat}/widget.js" defer data-side="left" data-text="Hulp nodig?"></script>
<script src="{chat}/widget.js" defer></script>"""
BY_HAND = """<!doctype html><html lang="nl"><title>School</title>
<main><h1>School</h1><iframe src="{chat}/" title="Chat" width="400" height="600"></iframe></main>"""
STRICT = "default-src 'none'; script-src {chat}; frame-src {chat}; style-src 'none'"


@pytest.fixture(scope="module")
def school(address: str) -> Iterator[str]:
    """A site of another origin with a policy as strict as can be."""

    def home(_request: Request) -> HTMLResponse:
        return HTMLResponse(
            SCHOOL.format(chat=address), headers={"Content-Security-Policy": STRICT.format(chat=address)}
        )

    def by_hand(_request: Request) -> HTMLResponse:
        return HTMLResponse(BY_HAND.format(chat=address))

    with serve(Starlette(routes=[Route("/", home), Route("/by-hand", by_hand)])) as served:
        yield served.replace("127.0.0.1", "localhost")


def launcher(page: Page, name: str = "Vraag het Wijzer") -> Locator:
    return page.get_by_role("button", name=name)


def panel(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Chat met Wijzer")


def frame(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[title='Wijzer, chat met vragen en antwoorden']")


def opened(page: Page) -> Chat:
    launcher(page).click()
    chat = Chat(frame(page)).started()
    expect(chat.box).to_be_focused()
    return chat


@pytest.fixture
def demo(page: Page) -> Page:
    page.goto("/demo")
    return page


def test_nothing_of_the_chat_loads_before_it_is_opened(demo: Page) -> None:
    expect(launcher(demo)).to_be_visible()
    assert len(demo.frames) == 1


def test_opens_answers_and_axe_finds_nothing_in_any_frame(demo: Page, complaints: list[str]) -> None:
    expect_no_violations(demo)
    chat = opened(demo)
    chat.ask("vergoeding")
    expect(panel(demo)).to_be_visible()
    assert len(demo.frames) == 2
    expect_no_violations(demo)
    assert complaints == []


def test_escape_closes_and_gives_the_focus_back(demo: Page) -> None:
    chat = opened(demo)
    chat.ask("vergoeding")
    demo.keyboard.press("Escape")
    expect(panel(demo)).to_be_hidden()
    expect(launcher(demo)).to_be_focused()
    demo.keyboard.press("Enter")
    expect(chat.last).to_contain_text("stagevergoeding")


def test_the_close_button_closes_too(demo: Page) -> None:
    opened(demo)
    panel(demo).get_by_role("button", name="Sluit de chat").click()
    expect(panel(demo)).to_be_hidden()
    expect(launcher(demo)).to_be_focused()


def test_escape_twice_leaves_the_page_of_the_school(demo: Page) -> None:
    opened(demo).ask("vergoeding")
    demo.keyboard.press("Escape")
    expect(launcher(demo)).to_be_focused()
    with demo.expect_request(lambda request: request.method == "DELETE"):
        demo.keyboard.press("Escape")
    demo.wait_for_url(AWAY)


def test_snel_weg_leaves_the_page_of_the_school(demo: Page) -> None:
    opened(demo).leave.click()
    demo.wait_for_url(AWAY)


def test_the_conversation_goes_along_to_the_next_page_of_the_school(demo: Page) -> None:
    opened(demo).ask("vergoeding")
    demo.reload()
    chat = opened(demo)
    expect(chat.last).to_contain_text("stagevergoeding")


def test_fills_a_small_screen_and_nothing_scrolls_sideways(demo: Page) -> None:
    demo.set_viewport_size({"width": 320, "height": 640})
    opened(demo).ask("vergoeding")
    box = panel(demo).bounding_box()
    assert box == {"x": 0, "y": 0, "width": 320, "height": 640}
    for part in demo.frames:
        assert part.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    expect_no_violations(demo)
    demo.keyboard.press("Escape")
    expect(launcher(demo)).to_be_focused()


def test_news_while_closed_stands_on_the_button(demo: Page, house: House) -> None:
    opened(demo)
    conversation = demo.frames[1].evaluate("JSON.parse(sessionStorage.getItem('wijzer')).id")
    demo.keyboard.press("Escape")
    with house.sessions.begin() as session:
        push_message(session, conversation, Draft(sender="counsellor", text="Hoi"), house.clock())
    expect(launcher(demo)).to_contain_text("nieuw bericht")
    launcher(demo).click()
    expect(Chat(frame(demo)).last).to_contain_text("Hoi")


def test_works_on_another_site_under_a_strict_policy(page: Page, school: str, complaints: list[str]) -> None:
    page.goto(school)
    before = set(page.evaluate("Object.keys(window)"))
    button = launcher(page, "Hulp nodig?")
    expect(button).to_have_count(1)
    box = button.bounding_box()
    assert box
    assert box["x"] < 100
    assert box["height"] >= 44
    button.click()
    chat = Chat(frame(page)).started()
    chat.ask("vergoeding")
    expect(chat.last).to_contain_text("stagevergoeding")
    assert set(page.evaluate("Object.keys(window)")) == before
    assert not [name for name in before if "wijzer" in name.lower()]
    expect_no_violations(page)
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert complaints == []


def test_snel_weg_works_in_a_frame_that_a_school_made_by_hand(page: Page, school: str) -> None:
    page.goto(f"{school}/by-hand")
    chat = Chat(page.frame_locator("iframe[title='Chat']")).started()
    chat.ask("vergoeding")
    chat.leave.click()
    page.wait_for_url(AWAY)
