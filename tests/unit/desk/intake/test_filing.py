"""Handing in: once, whole, and never silently lost."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event, select
from sqlalchemy.exc import OperationalError

from desk.cases.casework import open_case
from desk.errors import (
    AlreadyFiledError,
    DeskUnavailableError,
    DraftGoneError,
    EmptyReportError,
    VaultBusyError,
    WeakSubmissionIdError,
)
from desk.intake.reports import ReportDocument, Status, Wish, new_submission_id
from desk.store.tables import Base, CaseRow, SubmissionRow
from tests.support.desk_house import NOON, REPORT, DeskHouse


@pytest.fixture(autouse=True)
def _someone_reads(house: DeskHouse) -> None:
    house.reader()


def counts(house: DeskHouse) -> dict[str, int]:
    """Rows per table that has any, people and logs aside."""
    aside = {"desk_accounts", "desk_vault", "desk_audit", "desk_audit_head", "desk_review_key", "desk_review_wraps"}
    with house.desk.store.reading() as session:
        sizes = {
            name: len(session.execute(select(table)).all())
            for name, table in Base.metadata.tables.items()
            if name not in aside
        }
    return {name: size for name, size in sizes.items() if size}


ONE_CASE = {"desk_cases": 1, "desk_receipts": 1, "desk_wraps": 1, "desk_history": 1, "desk_submissions": 1}


def test_a_filed_report_can_be_found_with_its_receipt(house: DeskHouse) -> None:
    receipt = house.intake.file_report(REPORT, new_submission_id())
    status = house.intake.receipt_status(receipt)
    assert (status.status, status.filed_on, status.messages) == (Status.NEW, NOON.date(), ())
    assert counts(house) == ONE_CASE


def test_filing_a_draft_destroys_the_draft(house: DeskHouse) -> None:
    token = house.intake.open_draft()
    house.intake.write_draft(token, REPORT)
    house.intake.file_draft(token)
    assert counts(house) == ONE_CASE
    with pytest.raises(DraftGoneError):
        house.intake.read_draft(token)


def test_sending_twice_files_once_and_shows_the_same_receipt(house: DeskHouse) -> None:
    token = house.intake.open_draft()
    house.intake.write_draft(token, REPORT)
    receipt = house.intake.file_draft(token)
    assert house.intake.file_draft(token) == receipt
    assert house.intake.file_report(REPORT, token) == receipt
    assert counts(house) == ONE_CASE


def at_once(work: Callable[[], str], times: int) -> list[str]:
    """Run in threads that start together."""
    start, results = threading.Barrier(times), []

    def run() -> None:
        start.wait()
        results.append(work())

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def test_sending_many_times_at_the_same_moment_files_once(house: DeskHouse) -> None:
    submission_id = new_submission_id()
    receipts = at_once(lambda: house.intake.file_report(REPORT, submission_id), 8)
    assert len(receipts) == 8
    assert len(set(receipts)) == 1
    assert counts(house) == ONE_CASE
    assert house.intake.receipt_status(receipts[0]).status is Status.NEW


def test_different_reports_at_the_same_moment_are_all_filed(house: DeskHouse) -> None:
    receipts = at_once(lambda: house.intake.file_report(REPORT, new_submission_id()), 8)
    assert len(set(receipts)) == 8
    assert counts(house)["desk_cases"] == 8


def test_after_ten_minutes_a_repetition_is_recognised_but_shows_nothing(house: DeskHouse) -> None:
    submission_id = new_submission_id()
    receipt = house.intake.file_report(REPORT, submission_id)
    house.clock.pass_by(minutes=9)
    assert house.intake.file_report(REPORT, submission_id) == receipt
    house.clock.pass_by(minutes=1)
    with pytest.raises(AlreadyFiledError):
        house.intake.file_report(REPORT, submission_id)
    assert counts(house)["desk_cases"] == 1


def test_a_noted_receipt_is_not_shown_again(house: DeskHouse) -> None:
    submission_id = new_submission_id()
    house.intake.file_report(REPORT, submission_id)
    house.intake.receipt_was_noted(submission_id)
    with house.desk.store.reading() as session:
        assert session.scalars(select(SubmissionRow.sealed)).all() == [None]
    with pytest.raises(AlreadyFiledError):
        house.intake.file_report(REPORT, submission_id)


def test_an_empty_report_is_refused_by_name(house: DeskHouse) -> None:
    for empty in (ReportDocument(), ReportDocument(wish=Wish.CONTACT)):
        with pytest.raises(EmptyReportError):
            house.intake.file_report(empty, new_submission_id())
    assert counts(house) == {}


def test_a_submission_id_that_could_be_guessed_is_refused(house: DeskHouse) -> None:
    with pytest.raises(WeakSubmissionIdError):
        house.intake.file_report(REPORT, "conversation-12")


@contextmanager
def failing(house: DeskHouse, words: str) -> Iterator[None]:
    """Let every statement that begins with these words fail, as when the database goes away."""

    def refuse(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith(words):
            raise OperationalError(statement, {}, Exception("gone away"))

    engine = house.desk.store.engine
    event.listen(engine, "before_cursor_execute", refuse)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", refuse)


STEPS = [
    "INSERT INTO DESK_SUBMISSIONS",
    "SELECT DESK_ACCOUNTS",
    "INSERT INTO DESK_CASES",
    "INSERT INTO DESK_RECEIPTS",
    "INSERT INTO DESK_WRAPS",
    "INSERT INTO DESK_HISTORY",
    "DELETE FROM DESK_DRAFTS",
]


@pytest.mark.parametrize("words", STEPS)
def test_a_database_that_goes_away_half_way_keeps_nothing_and_the_draft_can_be_sent_again(
    house: DeskHouse, words: str
) -> None:
    token = house.intake.open_draft()
    house.intake.write_draft(token, REPORT)
    with failing(house, words), pytest.raises(DeskUnavailableError):
        house.intake.file_draft(token)
    assert counts(house) == {"desk_drafts": 1}
    receipt = house.intake.file_draft(token)
    assert counts(house) == ONE_CASE
    assert house.intake.receipt_status(receipt).status is Status.NEW


def test_a_database_file_that_is_away_is_a_named_error_without_values(house: DeskHouse) -> None:
    token = house.intake.open_draft()
    house.intake.write_draft(token, REPORT)
    with failing(house, ""), pytest.raises(DeskUnavailableError) as told:
        house.intake.file_report(REPORT, token)
    assert str(REPORT.company) not in f"{told.value!r} {told.value.__cause__!r}"


def test_a_full_queue_is_a_named_error_and_keeps_nothing(house: DeskHouse) -> None:
    house.desk.receipts.gate.patience = 0.01
    places = house.desk.receipts.gate.places
    with house.desk.receipts.gate.entered(), house.desk.receipts.gate.entered():
        assert places == 2
        with pytest.raises(VaultBusyError):
            house.intake.file_report(REPORT, new_submission_id())
    assert counts(house) == {}


def test_two_reports_with_the_same_words_look_different_and_equally_long(house: DeskHouse) -> None:
    house.intake.file_report(REPORT, new_submission_id())
    house.intake.file_report(REPORT, new_submission_id())
    house.intake.file_report(ReportDocument(town="Zeist"), new_submission_id())
    with house.desk.store.reading() as session:
        sealed = session.scalars(select(CaseRow.sealed)).all()
    assert len(set(sealed)) == 3
    assert len({len(blob) for blob in sealed}) == 1


def test_everything_told_arrives(house: DeskHouse) -> None:
    reader = house.reader("bram")
    house.intake.file_report(REPORT, new_submission_id())
    assert open_case(house.desk, reader, house.case_of(reader)).document == REPORT
