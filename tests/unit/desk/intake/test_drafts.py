"""An unfinished report opens with its token only, and dies when it is stopped, sent or left alone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desk.errors import DraftGoneError, TamperedError, TooLargeError
from desk.intake.reports import Ground, ReportDocument, new_submission_id
from desk.jobs.drafts import delete_old_drafts
from desk.store.tables import DraftRow, SubmissionRow
from tests.support.desk_house import REPORT, DeskHouse


def drafts(house: DeskHouse) -> list[DraftRow]:
    with house.desk.store.reading() as session:
        return list(session.scalars(select(DraftRow)))


def test_a_draft_begins_empty_and_keeps_what_is_told(house: DeskHouse) -> None:
    token = house.intake.open_draft()
    assert house.intake.read_draft(token) == ReportDocument()
    house.intake.write_draft(token, REPORT)
    more = REPORT.model_copy(update={"grounds": (Ground.HEADSCARF,)})
    house.intake.write_draft(token, more)
    assert house.intake.read_draft(token) == more


def test_a_draft_survives_a_restart(house: DeskHouse) -> None:
    token = house.intake.open_draft()
    house.intake.write_draft(token, REPORT)
    house.desk.store.engine.dispose()
    assert house.intake.read_draft(token) == REPORT


def test_the_row_alone_does_not_open_it_and_shows_no_length(house: DeskHouse) -> None:
    short, long = house.intake.open_draft(), house.intake.open_draft()
    house.intake.write_draft(long, REPORT)
    rows = drafts(house)
    assert len({len(row.sealed) for row in rows}) == 1
    other_key = f"{long.partition('.')[0]}.{short.partition('.')[2]}"
    for attempt in (house.intake.read_draft, lambda token: house.intake.write_draft(token, REPORT)):
        with pytest.raises(TamperedError):
            attempt(other_key)
    assert house.intake.read_draft(long) == REPORT


@given(st.text(max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
def test_what_is_no_token_is_a_draft_that_is_gone(house: DeskHouse, wrong: str) -> None:
    with pytest.raises(DraftGoneError):
        house.intake.read_draft(wrong)
    house.intake.discard_draft(wrong)


def test_a_stopped_draft_is_gone_at_once_and_stopping_twice_is_fine(house: DeskHouse) -> None:
    token = house.intake.open_draft()
    house.intake.discard_draft(token)
    house.intake.discard_draft(token)
    assert drafts(house) == []
    with pytest.raises(DraftGoneError):
        house.intake.read_draft(token)
    with pytest.raises(DraftGoneError):
        house.intake.write_draft(token, REPORT)


def test_thirty_idle_minutes_end_a_draft_even_before_the_job_ran(house: DeskHouse) -> None:
    token = house.intake.open_draft()
    house.clock.pass_by(minutes=29)
    assert house.intake.read_draft(token) == ReportDocument()
    house.clock.pass_by(minutes=29)
    house.intake.write_draft(token, REPORT)
    house.clock.pass_by(minutes=30)
    for attempt in (house.intake.read_draft, house.intake.file_draft):
        with pytest.raises(DraftGoneError):
            attempt(token)


def test_the_job_deletes_what_is_over_and_nothing_else(house: DeskHouse) -> None:
    house.intake.open_draft()
    house.clock.pass_by(minutes=20)
    young = house.intake.open_draft()
    house.clock.pass_by(minutes=15)
    outcome = delete_old_drafts(house.desk)
    assert (outcome.done, outcome.failures) == (1, ())
    assert house.intake.read_draft(young) == ReportDocument()
    assert len(drafts(house)) == 1


def test_the_job_hides_receipts_and_drops_submissions_of_before_yesterday(house: DeskHouse) -> None:
    house.reader()
    house.intake.file_report(REPORT, new_submission_id())
    house.clock.pass_by(minutes=11)
    assert delete_old_drafts(house.desk).done == 1
    with house.desk.store.reading() as session:
        row = session.scalars(select(SubmissionRow)).one()
    assert (row.sealed, row.shown_until) == (None, None)
    house.clock.pass_by(days=2)
    assert delete_old_drafts(house.desk).done == 1
    with house.desk.store.reading() as session:
        assert session.scalars(select(SubmissionRow)).all() == []


def test_too_much_text_is_refused_by_name_and_the_draft_stays(house: DeskHouse) -> None:
    token = house.intake.open_draft()
    house.intake.write_draft(token, REPORT)
    huge = ReportDocument.model_construct(what_happened="a" * 300_000)
    with pytest.raises(TooLargeError):
        house.intake.write_draft(token, huge)
    assert house.intake.read_draft(token) == REPORT
