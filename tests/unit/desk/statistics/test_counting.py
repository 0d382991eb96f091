"""Counting events: cheap, complete after a failure, and without anything about a person."""

from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.clock import AMSTERDAM
from desk.errors import DeskUnavailableError
from desk.intake.counting import Counted, Tally, count, count_wait
from desk.intake.figures import Line, yearly_figures
from desk.settings import DeskSettings
from desk.statistics.activity import month_tables
from desk.statistics.suppression import Cell, Shown
from desk.statistics.years import published_months
from desk.store.statistics_tables import CountRow
from tests.support.desk_house import DeskHouse

TOPICS = ["stage/bpv", "stage/vinden", "studiekeuze/entree"]


def test_a_month_shows_only_after_it_is_over(house: DeskHouse) -> None:
    for _ in range(7):
        count(house.desk, Counted.CONVERSATION)
    assert months(house) == []
    house.clock.now = datetime(2026, 12, 1, 23, 59, tzinfo=AMSTERDAM)
    assert months(house) == []
    house.clock.now = datetime(2026, 12, 2, 0, 1, tzinfo=AMSTERDAM)
    assert months(house) == ["2026-11"]


def test_what_is_shown_of_a_month(house: DeskHouse) -> None:
    for _ in range(9):
        count(house.desk, Counted.CONVERSATION)
        count(house.desk, Counted.ANSWERED, "stage/bpv")
        count(house.desk, Counted.ANSWERED)
    count(house.desk, Counted.CRISIS)
    house.clock.pass_by(days=30)
    tables = shown(house, "2026-11")
    assert tables["measure"]["conversation"] == Cell("conversation", Shown.EXACT, 9)
    assert tables["measure"]["crisis"] == Cell("crisis", Shown.FEW)
    assert tables["topic"] == {
        "stage/bpv": Cell("stage/bpv", Shown.EXACT, 9),
        "stage/vinden": Cell("stage/vinden", Shown.FEW),
        "studiekeuze/entree": Cell("studiekeuze/entree", Shown.FEW),
        "other": Cell("other", Shown.WITHHELD),
    }
    assert {cell.shown for cell in tables["hour"].values()} == {Shown.WITHHELD}


def test_hours_are_those_of_the_netherlands(house: DeskHouse) -> None:
    house.clock.now = datetime.fromisoformat("2026-07-01T22:30:00+00:00")
    for _ in range(20):
        count(house.desk, Counted.CONVERSATION)
    for _ in range(20):
        count(house.desk, Counted.ANSWERED)
    rows = stored(house)
    assert ("2026-07", "conversation", "hour", "00", 20) in rows
    assert ("2026-07", "conversation", "day", "02", 20) in rows
    assert not [row for row in rows if row[1] == "answered" and row[2] in {"hour", "day"}]


@pytest.mark.parametrize(
    ("seconds", "bucket"),
    [(0, "under_1"), (59.9, "under_1"), (60, "under_5"), (899, "under_15"), (3599, "under_60"), (3600, "longer")],
)
def test_a_wait_is_kept_as_one_of_six_lengths(house: DeskHouse, seconds: float, bucket: str) -> None:
    count_wait(house.desk, seconds)
    assert ("2026-11", "waited", "wait", bucket, 1) in stored(house)


def test_leaving_before_anyone_came_is_counted_too(house: DeskHouse) -> None:
    count_wait(house.desk, None)
    assert ("2026-11", "waited", "wait", "left", 1) in stored(house)


def test_a_tally_writes_everything_at_once_and_a_changed_mind_counts_once(house: DeskHouse, tmp_path: Path) -> None:
    tally = Tally(DeskSettings(data_dir=tmp_path), house.clock)
    tally._desk = house.desk
    tally.add(Counted.HELPFUL, "stage/bpv")
    tally.take_back(Counted.HELPFUL, "stage/bpv")
    tally.add(Counted.NOT_HELPFUL, "stage/bpv")
    assert stored(house) == []
    tally.flush()
    tally.flush()
    kept = {row[:4]: row[4] for row in stored(house)}
    assert kept["2026-11", "not_helpful", "topic", "stage/bpv"] == 1
    assert kept["2026-11", "helpful", "topic", "stage/bpv"] == 0


def test_a_failed_write_is_tried_again_and_never_raised_to_who_counts(house: DeskHouse, tmp_path: Path) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("no folder")
    tally = Tally(DeskSettings(data_dir=nowhere), house.clock)
    tally.add(Counted.CONVERSATION)
    with pytest.raises(DeskUnavailableError):
        tally.flush()
    tally.add(Counted.CONVERSATION)
    tally._desk = house.desk
    tally.flush()
    assert ("2026-11", "conversation", "all", "", 2) in stored(house)


def test_what_is_written_after_its_month_was_published_counts_in_the_next(house: DeskHouse, tmp_path: Path) -> None:
    tally = Tally(DeskSettings(data_dir=tmp_path), house.clock)
    tally._desk = house.desk
    tally.add(Counted.ANSWERED)
    house.clock.pass_by(days=20)
    tally.flush()
    assert stored(house) == [("2026-12", "answered", "all", "", 1)]


def test_a_year_is_added_up_from_its_months(house: DeskHouse) -> None:
    for month in (9, 10):
        house.clock.now = datetime(2026, month, 3, tzinfo=AMSTERDAM)
        for _ in range(6 if month == 9 else 3):
            count(house.desk, Counted.HELPFUL)
    house.clock.now = datetime(2027, 2, 3, tzinfo=AMSTERDAM)
    (year,) = yearly_figures(house.desk, DeskSettings().topics_file)
    (sheet, *_) = year.sheets
    assert Line("“dit hielp”", "ten minste 6", 6) in sheet.lines


def months(house: DeskHouse) -> list[str]:
    with house.desk.store.reading() as session:
        return list(published_months(session, TOPICS, house.clock()))


def shown(house: DeskHouse, month: str) -> dict[str, dict[str, Cell]]:
    with house.desk.store.reading() as session:
        tables = month_tables(session, month, TOPICS, house.clock())
    return {table.name: {cell.code: cell for cell in table.cells} for table in tables}


def stored(house: DeskHouse) -> list[tuple[str, str, str, str, int]]:
    with house.desk.store.reading() as session:
        rows = session.scalars(select(CountRow).order_by(CountRow.month, CountRow.what, CountRow.by))
        return [(row.month, row.what, row.by, row.detail, row.count) for row in rows]
