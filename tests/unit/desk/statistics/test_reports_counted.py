"""Counting reports: nobody who copies the database learns anything, and a published half year never changes."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desk.accounts.account import Person, create_account, switch_off
from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, choose_password, unlock
from desk.cases.document import Ground, Phase, ReportDocument
from desk.clock import AMSTERDAM
from desk.intake.reports import new_submission_id
from desk.statistics.publishing import publish_what_is_over, published_periods
from desk.statistics.sectors import all_sectors, sector_of
from desk.statistics.suppression import Cell, Shown, Table
from desk.statistics.tallies import FACT_BYTES
from desk.store.statistics_tables import TallyBoxRow, TallyKeyRow, TallyRow
from tests.support.desk_house import DeskHouse, files_with

AUTUMN = datetime(2026, 10, 5, 12, tzinfo=AMSTERDAM)
NEW_YEAR = datetime(2027, 1, 2, 0, 30, tzinfo=AMSTERDAM)
PASSWORD = "een lang wachtwoord voor cijfers"


@pytest.fixture
def house(house: DeskHouse) -> DeskHouse:
    """A desk in October with a counsellor who can read reports."""
    house.clock.now = AUTUMN
    house.reader("anna")
    return house


@pytest.fixture
def analyst(house: DeskHouse) -> Unlocked:
    """The first analyst, who looked at the figures once."""
    return ready_analyst(house, "otto")


def ready_analyst(house: DeskHouse, name: str) -> Unlocked:
    first = house.reader(name, Role.ANALYST)
    chosen = choose_password(house.desk, first, PASSWORD).unlocked
    publish_what_is_over(house.desk, chosen)
    return chosen


def file(house: DeskHouse, times: int = 1, **told: object) -> None:
    document = ReportDocument.model_validate({"phase": Phase.INTERVIEW, "sector": "thuiszorg", **told})
    for _ in range(times):
        house.intake.file_report(document, new_submission_id())


def published(house: DeskHouse) -> dict[str, Table]:
    with house.desk.store.reading() as session:
        periods = published_periods(session)
    (tables,) = periods.values()
    return {table.name: table for table in tables}


def rows(house: DeskHouse, table: type[TallyRow | TallyBoxRow | TallyKeyRow] = TallyRow) -> int:
    with house.desk.store.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_half_year_is_published_once_after_it_is_over(house: DeskHouse, analyst: Unlocked) -> None:
    file(house, 12, grounds=(Ground.ORIGIN, Ground.RELIGION))
    file(house, 9, grounds=(Ground.ORIGIN,), sector="bouw", phase=None)
    house.clock.now = datetime(2027, 1, 1, 12, tzinfo=AMSTERDAM)
    assert publish_what_is_over(house.desk, analyst) == 0
    house.clock.now = NEW_YEAR
    assert publish_what_is_over(house.desk, analyst) == 1
    tables = published(house)
    assert tables["month"].total == Cell("total", Shown.EXACT, 21)
    assert Cell("origin", Shown.EXACT, 21) in tables["ground"].cells
    assert Cell("religion", Shown.EXACT, 12) in tables["ground"].cells
    assert Cell("age", Shown.FEW) in tables["ground"].cells
    assert rows(house) == 0
    assert publish_what_is_over(house.desk, analyst) == 0


def test_few_reports_are_not_divided(house: DeskHouse, analyst: Unlocked) -> None:
    file(house, 7, grounds=(Ground.AGE,))
    house.clock.now = NEW_YEAR
    publish_what_is_over(house.desk, analyst)
    tables = published(house)
    assert {cell.shown for cell in tables["sector"].cells} == {Shown.WITHHELD}
    assert {cell.shown for cell in tables["phase"].cells} == {Shown.WITHHELD}


def test_fewer_than_five_reports_show_nothing_at_all(house: DeskHouse, analyst: Unlocked) -> None:
    file(house, 4, grounds=(Ground.AGE,))
    house.clock.now = NEW_YEAR
    publish_what_is_over(house.desk, analyst)
    shown = {cell.shown for table in published(house).values() for cell in table.cells}
    assert shown == {Shown.FEW}
    assert published(house)["month"].total == Cell("total", Shown.FEW)


@pytest.mark.usefixtures("analyst")
def test_every_report_leaves_the_same_number_of_rows_of_the_same_size(house: DeskHouse) -> None:
    file(house, 1, grounds=tuple(Ground), what_happened="Lang verhaal. " * 200)
    many = rows(house)
    file(house, 1, phase=None, sector=None, town="Zeist")
    assert rows(house) == 2 * many
    with house.desk.store.reading() as session:
        assert {len(sealed) for sealed in session.scalars(select(TallyRow.sealed))} == {FACT_BYTES + 48}


@pytest.mark.usefixtures("analyst")
def test_a_copied_database_tells_nothing_of_what_is_counted(house: DeskHouse, tmp_path: Path) -> None:
    file(house, 1, grounds=(Ground.HEADSCARF,), sector="thuiszorg")
    assert files_with(tmp_path, b"headscarf", b"ground:", b"sector:", b"interview", b"thuiszorg") == []


@pytest.mark.usefixtures("analyst")
def test_rows_lie_in_the_order_of_a_random_id_so_that_none_lie_together(house: DeskHouse) -> None:
    file(house, 3)
    with house.desk.store.reading() as session:
        ids = list(session.scalars(select(TallyRow.id).execution_options(populate_existing=True)))
        assert ids == sorted(ids)
        made = session.connection().exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'desk_tallies'")
        assert "WITHOUT ROWID" in made.scalar_one()


def test_a_second_analyst_gets_the_key_from_the_first(house: DeskHouse, analyst: Unlocked) -> None:
    file(house, 6)
    second = ready_analyst(house, "pia")
    house.clock.now = NEW_YEAR
    assert publish_what_is_over(house.desk, second) == 0
    publish_what_is_over(house.desk, replace(analyst))
    file(house, 5)
    house.clock.now = datetime(2027, 7, 5, tzinfo=AMSTERDAM)
    assert publish_what_is_over(house.desk, second) == 1


def test_a_new_password_keeps_the_key(house: DeskHouse, analyst: Unlocked) -> None:
    file(house, 6)
    choose_password(house.desk, analyst, PASSWORD + " 2")
    house.clock.now = NEW_YEAR
    again = unlock(house.desk, "otto@desk.example", PASSWORD + " 2")
    assert publish_what_is_over(house.desk, again) == 1


def test_when_the_only_analyst_left_the_next_one_begins_anew(house: DeskHouse, analyst: Unlocked) -> None:
    file(house, 6)
    assert analyst.role is Role.ANALYST
    switch_off(house.desk, "otto@desk.example")
    next_one = ready_analyst(house, "pia")
    assert rows(house) == 0
    file(house, 6)
    house.clock.now = NEW_YEAR
    assert publish_what_is_over(house.desk, next_one) == 1


def test_without_an_analyst_reports_are_taken_and_not_counted(house: DeskHouse) -> None:
    create_account(house.desk, Person("otto@desk.example", Role.ANALYST, "Otto"))
    file(house, 2)
    assert rows(house) == 0
    assert rows(house, TallyBoxRow) == 0


def test_deleting_a_case_leaves_the_counts_as_they_are(house: DeskHouse, analyst: Unlocked) -> None:
    receipts = [house.intake.file_report(ReportDocument(sector="horeca"), new_submission_id()) for _ in range(6)]
    for receipt in receipts:
        house.intake.withdraw(receipt)
    house.clock.now = NEW_YEAR
    publish_what_is_over(house.desk, analyst)
    assert published(house)["month"].total == Cell("total", Shown.EXACT, 6)


@pytest.mark.parametrize(
    ("told", "head"),
    [
        (None, "unknown"),
        ("Thuiszorg", "care"),
        ("een kapsalon in Zeist", "trade"),
        ("IT", "ict"),
        ("activiteiten", "other"),
        ("ICT-beheer", "ict"),
        ("Kinderopvang", "childcare"),
        ("iets met ruimtevaart", "other"),
        ("Horeca", "hospitality"),
    ],
)
def test_a_sector_in_own_words_is_put_under_a_head(told: str | None, head: str) -> None:
    assert sector_of(told) == head
    assert head in all_sectors()
