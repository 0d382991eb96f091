"""The public page with figures: years only, nothing under five, and a sentence when the desk is away."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from connectors.web.figures import FiguresPage
from desk.accounts.roles import Role
from desk.accounts.unlocking import choose_password
from desk.intake.figures import DeskSettings, Figures
from desk.statistics.publishing import publish_what_is_over
from tests.support.desk_house import DeskHouse, desk_house
from tests.support.figures import busy_half_year
from tests.support.site import Site

ROW = re.compile(r'<th scope="row">([^<]*).*?</th><td class="figures__number">(.*?)</td>')


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskHouse]:
    """A desk after a busy half year that an analyst published."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with desk_house(tmp_path / "desk") as house:
        house.reader("anna")
        analyst = choose_password(house.desk, house.reader("otto", Role.ANALYST), "een lang wachtwoord").unlocked
        busy_half_year(house, analyst)
        publish_what_is_over(house.desk, analyst)
        yield house


def show(site: Site, house: DeskHouse) -> None:
    figures = Figures(DeskSettings(data_dir=site.data_dir))
    figures._desk = house.desk
    object.__setattr__(site.house, "figures", FiguresPage(figures))


def test_anyone_sees_the_counts_of_a_year(own_site: Site, house: DeskHouse) -> None:
    show(own_site, house)
    response = own_site.client.get("/cijfers")
    rows = ROW.findall(response.text)
    assert response.status_code == 200
    assert ("gesprekken begonnen", "46") in rows
    assert ("niet geweten", "minder dan 5") in rows
    assert ("afkomst of huidskleur", "13") in rows
    assert ("Krijg ik een stagevergoeding", "31") in rows
    assert min(int(shown) for _, shown in rows if shown.isdigit()) >= 5
    assert "oktober 2026 tot" not in response.text


def test_it_is_as_strict_as_every_other_page(own_site: Site, house: DeskHouse) -> None:
    show(own_site, house)
    headers = own_site.client.get("/cijfers").headers
    assert headers["content-security-policy"] == own_site.client.get("/privacy").headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"
    assert "set-cookie" not in headers


def test_asking_again_does_not_ask_the_desk_again(own_site: Site, house: DeskHouse) -> None:
    show(own_site, house)
    first = own_site.client.get("/cijfers").text
    house.desk.store.engine.dispose()
    with house.desk.store.writing() as session:
        session.connection().exec_driver_sql("DELETE FROM desk_counts")
    assert own_site.client.get("/cijfers").text == first


def test_without_figures_yet_it_says_so(own_site: Site) -> None:
    response = own_site.client.get("/cijfers")
    assert response.status_code == 200
    assert "Er zijn nog geen cijfers" in response.text


def test_a_desk_that_is_away_is_told_with_a_way_on(own_site: Site, tmp_path: Path) -> None:
    nowhere = tmp_path / "no-folder"
    nowhere.write_text("a file")
    broken = Figures(DeskSettings(data_dir=nowhere))
    object.__setattr__(own_site.house, "figures", FiguresPage(broken))
    response = own_site.client.get("/cijfers")
    assert response.status_code == 503
    assert "Probeer het over een paar minuten opnieuw" in response.text
    assert 'href="./"' in response.text
