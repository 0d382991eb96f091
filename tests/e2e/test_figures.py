"""The public page with figures in a browser: reached from the chat, at every width, with nothing for axe to find."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from connectors.web.figures import FiguresPage
from connectors.web.house import House
from desk.accounts.roles import Role
from desk.accounts.unlocking import choose_password
from desk.intake.figures import DeskSettings, Figures
from desk.statistics.publishing import publish_what_is_over
from tests.e2e.axe import expect_no_violations
from tests.e2e.pictures import keep_picture
from tests.support.desk_house import desk_house
from tests.support.figures import busy_half_year

pytestmark = pytest.mark.browser


@pytest.fixture
def filled(house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The website beside a desk with a busy half year behind it."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    before = house.figures
    with desk_house(tmp_path / "desk") as desk:
        desk.reader("anna")
        analyst = choose_password(desk.desk, desk.reader("otto", Role.ANALYST), "een lang wachtwoord").unlocked
        busy_half_year(desk, analyst)
        publish_what_is_over(desk.desk, analyst)
        figures = Figures(DeskSettings(data_dir=tmp_path))
        figures._desk = desk.desk
        object.__setattr__(house, "figures", FiguresPage(figures))
        yield
        object.__setattr__(house, "figures", before)


@pytest.mark.usefixtures("filled")
def test_the_page_with_figures(page: Page) -> None:
    page.goto("/cijfers")
    expect(page.get_by_role("table", name="Wat de assistent deed in 2026")).to_contain_text("46")
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        expect_no_violations(page)
        keep_picture(page, f"cijfers-{width}")


def test_the_chat_links_to_it(page: Page) -> None:
    page.goto("/")
    with page.expect_popup() as opened:
        page.get_by_role("link", name="Cijfers").click()
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Cijfers van Wijzer")
