"""The dashboard in a browser: charts with their tables, at every width, with nothing for axe to find."""

import pytest
from playwright.sync_api import Page, expect

from desk.accounts.roles import Role
from tests.e2e.desk.conftest import LogIn
from tests.e2e.desk.looking import look
from tests.support.console import RunningConsole
from tests.support.figures import busy_half_year

pytestmark = pytest.mark.browser


@pytest.fixture
def otto(log_in: LogIn, console: RunningConsole) -> Page:
    """An analyst, after a busy half year."""
    console.person("Anna de Vries")
    analyst = console.person("Otto Bakker", Role.ANALYST)
    busy_half_year(console.house, analyst.unlocked)
    return log_in(analyst)


@pytest.mark.parametrize(("period", "name"), [("2026-10", "figures-month"), ("2026-2", "figures-reports")])
def test_every_table_with_numbers_has_its_chart(otto: Page, period: str, name: str) -> None:
    otto.goto(f"/figures?period={period}")
    charts = otto.locator("[data-chart] canvas")
    expect(charts.first).to_be_visible()
    tables = otto.locator("table:has(td[data-number])")
    assert charts.count() == tables.count() > 1
    for chart in charts.all():
        assert "tabel" in (chart.get_attribute("aria-label") or "")
    look(otto, name)


def test_a_period_is_chosen_from_the_list(otto: Page) -> None:
    otto.goto("/figures")
    otto.get_by_label("Periode").select_option("oktober 2026")
    otto.get_by_role("button", name="Toon").click()
    expect(otto.get_by_role("heading", level=1)).to_have_text("Cijfers: oktober 2026")
