"""The dashboard: shows what may be shown, gives exactly that as a file, and is all an analyst sees."""

import csv
import io
import re
from html import unescape

import pytest

from desk.accounts.roles import Role
from tests.support.console import DeskClient, RunningConsole
from tests.support.figures import busy_half_year

TABLE = re.compile(r"<section.*?<h2[^>]*>(.*?)</h2>(.*?)</section>", re.DOTALL)
ROW = re.compile(r'<th scope="row">(.*?)</th><td class="number"[^>]*>(.*?)</td>')
PERIODS = ("2026", "2026-10", "2026-2")


@pytest.fixture
def otto(console: RunningConsole) -> DeskClient:
    """An analyst, after a busy half year with a counsellor."""
    console.person("Anna")
    analyst = console.person("Otto", Role.ANALYST)
    busy_half_year(console.house, analyst.unlocked)
    return console.log_in(analyst)


def rows_of(page: str) -> list[tuple[str, str, str]]:
    return [
        (unescape(title), unescape(label), unescape(shown))
        for title, section in TABLE.findall(page)
        for label, shown in ROW.findall(section)
    ]


@pytest.mark.parametrize("period", PERIODS)
def test_the_file_holds_exactly_what_the_page_shows(otto: DeskClient, period: str) -> None:
    shown = rows_of(otto.page(f"/figures?period={period}"))
    response = otto.get(f"/figures/csv?period={period}")
    header, *lines = csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";")
    assert header == ["Periode", "Tabel", "Onderdeel", "Aantal"]
    assert [tuple(line[1:]) for line in lines] == shown
    assert len(shown) > 5
    assert response.headers["content-disposition"] == f'attachment; filename="wijzer-cijfers-{period}.csv"'


def test_a_month_of_the_chat_in_words_and_numbers(otto: DeskClient) -> None:
    rows = rows_of(otto.page("/figures?period=2026-10"))
    assert ("Wat de assistent deed", "gesprekken begonnen", "46") in rows
    assert ("Wat de assistent deed", "niet geweten", "minder dan 5") in rows
    assert ("Onderwerpen", "Krijg ik een stagevergoeding", "31") in rows
    assert not [label for title, label, _ in rows if title == "Onderwerpen" and "melden" in label.lower()]
    assert ("Wachten op een mens", "1 tot 5 minuten", "8") in rows


def test_reports_of_a_half_year_in_words_and_numbers(otto: DeskClient) -> None:
    rows = rows_of(otto.page("/figures?period=2026-2"))
    assert ("Meldingen per grond", "afkomst of huidskleur", "13") in rows
    assert ("Meldingen per grond", "leeftijd", "minder dan 5") in rows
    assert ("Meldingen per maand", "Alles bij elkaar", "17") in rows
    assert ("Meldingen per maand", "oktober 2026", "niet getoond") in rows


@pytest.mark.parametrize("period", PERIODS)
def test_no_number_under_five_is_anywhere(otto: DeskClient, period: str) -> None:
    page = otto.page(f"/figures?period={period}")
    numbers = [int(found) for found in re.findall(r'data-number="(\d+)"', page)]
    numbers += [int(shown) for _, _, shown in rows_of(page) if shown.isdigit()]
    assert numbers
    assert min(numbers) >= 5


def test_an_analyst_sees_figures_and_the_own_account_and_nothing_else(otto: DeskClient) -> None:
    page = otto.page("/")
    assert re.findall(r'class="menu__link" href="([^"]+)"', page) == ["/figures", "/account"]
    for path in ("/inbox", "/cases", "/shelf"):
        assert otto.get(path).status_code == 403


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.COORDINATOR, Role.EDITOR, Role.ADMIN])
def test_others_see_no_figures(console: RunningConsole, role: Role) -> None:
    client = console.log_in(console.person("Iemand", role))
    for path in ("/figures", "/figures/csv?period=2026"):
        assert client.get(path).status_code == 403


def test_before_there_are_figures_the_page_says_so(console: RunningConsole) -> None:
    client = console.log_in(console.person("Otto", Role.ANALYST))
    assert "Er zijn nog geen cijfers" in client.page("/figures")
    assert client.get("/figures/csv").status_code == 404
    assert client.get("/figures?period=2020-01").status_code == 404
    assert client.get("/figures?period=../../etc").status_code == 422
