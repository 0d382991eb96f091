"""Ninety days after the last activity a case is gone, keys first, and the job proves it or raises an alarm."""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

import pytest
from sqlalchemy import event, select, text
from sqlalchemy.exc import OperationalError
from structlog.testing import capture_logs

from desk.cases.casework import list_cases, reply
from desk.cases.deletion import delete_case
from desk.errors import DeletionFailedError, DeskUnavailableError, NotAReaderError, WrongReceiptError
from desk.intake.reports import new_submission_id
from desk.jobs.__main__ import main, run_jobs
from desk.jobs.proof import prove_gone
from desk.jobs.retention import delete_old_cases, due_cases
from desk.store.engine import Store
from desk.store.tables import CaseRow, JobRunRow, ReceiptRow, WrapRow
from tests.support.desk_house import REPORT, DeskHouse


def file(house: DeskHouse) -> str:
    return house.intake.file_report(REPORT, new_submission_id())


def cases(house: DeskHouse) -> list[str]:
    with house.desk.store.reading() as session:
        return list(session.scalars(select(CaseRow.id)))


@contextmanager
def failing(house: DeskHouse, words: str) -> Iterator[None]:
    """Let statements that begin with these words fail."""

    def refuse(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.lstrip().upper().startswith(words):
            raise OperationalError(statement, {}, Exception("disk I/O error"))

    event.listen(house.desk.store.engine, "before_cursor_execute", refuse)
    try:
        yield
    finally:
        event.remove(house.desk.store.engine, "before_cursor_execute", refuse)


def test_a_case_lives_eighty_nine_days_and_not_ninety(house: DeskHouse) -> None:
    house.reader()
    receipt = file(house)
    house.clock.pass_by(days=89)
    assert delete_old_cases(house.desk).done == 0
    house.intake.receipt_status(receipt)
    house.clock.pass_by(days=1)
    outcome = delete_old_cases(house.desk)
    assert (outcome.done, outcome.failures) == (1, ())
    assert cases(house) == []
    with pytest.raises(WrongReceiptError):
        house.intake.receipt_status(receipt)


def test_every_activity_starts_the_ninety_days_again(house: DeskHouse) -> None:
    anna = house.reader()
    receipt = file(house)
    case_id = house.case_of(anna)
    house.clock.pass_by(days=80)
    house.intake.write_back(receipt, "Ik ben er nog")
    house.clock.pass_by(days=80)
    reply(house.desk, anna, case_id, "Wij ook")
    house.clock.pass_by(days=89)
    assert due_cases(house.desk) == []
    house.clock.pass_by(days=1)
    assert due_cases(house.desk) == [case_id]


def test_keys_go_first_and_a_deletion_that_stopped_half_way_is_finished_later(house: DeskHouse) -> None:
    anna = house.reader()
    receipt = file(house)
    house.clock.pass_by(days=90)
    with failing(house, "DELETE FROM DESK_MESSAGES"):
        outcome = delete_old_cases(house.desk)
    assert outcome.failures == ("DeskUnavailableError",)
    assert len(cases(house)) == 1
    with house.desk.store.reading() as session:
        assert session.scalars(select(WrapRow)).all() == []
        assert session.scalars(select(ReceiptRow)).all() == []
    with pytest.raises(WrongReceiptError):
        house.intake.receipt_status(receipt)
    with pytest.raises(NotAReaderError):
        reply(house.desk, anna, cases(house)[0], "Dag")
    assert list_cases(house.desk, anna.account_id) == []
    assert delete_old_cases(house.desk).done == 1
    assert cases(house) == []


def test_one_case_that_fails_does_not_keep_the_others(house: DeskHouse) -> None:
    house.reader()
    for _ in range(3):
        file(house)
    house.clock.pass_by(days=90)
    stubborn = due_cases(house.desk)[0]

    def sometimes(desk: object, case_id: str, actor: str) -> object:
        if case_id == stubborn:
            raise DeskUnavailableError
        return delete_case(house.desk, case_id, actor)

    with patch("desk.jobs.retention.delete_case", sometimes):
        outcome = delete_old_cases(house.desk)
    assert (outcome.done, outcome.failures) == (2, ("DeskUnavailableError",))
    assert cases(house) == [stubborn]


def test_a_failure_raises_an_alarm_a_status_and_a_record_and_no_content(house: DeskHouse) -> None:
    house.reader()
    file(house)
    house.clock.pass_by(days=90)
    with capture_logs() as logged, failing(house, "DELETE FROM DESK_WRAPS"):
        assert run_jobs(house.desk, "retention") is False
    alarm = {"event": "alarm", "log_level": "critical", "job": "retention", "done": 0}
    assert {**alarm, "failures": ["DeskUnavailableError"]} in logged
    with house.desk.store.reading() as session:
        assert session.get_one(JobRunRow, "retention").succeeded is False
        assert session.get_one(JobRunRow, "drafts").succeeded is True
    assert run_jobs(house.desk, "retention") is True
    with house.desk.store.reading() as session:
        row = session.get_one(JobRunRow, "retention")
    assert (row.succeeded, row.done, row.succeeded_at) == (True, 1, row.at)


def test_a_database_that_is_away_is_an_alarm_too(house: DeskHouse) -> None:
    with capture_logs() as logged, failing(house, ""):
        assert run_jobs(house.desk, "retention") is False
    assert {entry["event"] for entry in logged} >= {"alarm"}


def test_the_proof_finds_rows_that_were_left(house: DeskHouse) -> None:
    house.reader()
    file(house)
    case_id = cases(house)[0]
    traces = delete_case(house.desk, case_id, "system")
    house.desk.store.wipe()
    prove_gone(house.desk, [traces])
    with house.desk.store.writing() as session:
        row = CaseRow(id=case_id, kind="report", status="new", sealed=b"")
        row.filed_on = row.last_activity_on = house.clock().date()
        session.add(row)
    with pytest.raises(DeletionFailedError, match="rows"):
        prove_gone(house.desk, [traces])


def test_the_proof_finds_bytes_that_were_left_in_the_file(house: DeskHouse) -> None:
    """Without wiping, the log of SQLite still holds what was deleted: that is what the search is for."""
    house.reader()
    file(house)
    house.clock.pass_by(days=90)
    with patch.object(Store, "rewrite"):
        assert delete_old_cases(house.desk).failures == ("DeletionFailedError",)


def test_the_proof_notices_a_database_that_does_not_overwrite(house: DeskHouse) -> None:
    house.reader()
    for _ in range(4):
        file(house)
    with house.desk.store.reading() as session:
        session.execute(text("PRAGMA secure_delete=OFF"))
    house.clock.pass_by(days=90)
    assert delete_old_cases(house.desk).failures == ("DeletionFailedError",)


@pytest.mark.parametrize(("job", "status"), [("retention", 0), ("drafts", 0), ("audit", 0)])
def test_the_command_ends_with_the_right_status(
    house: DeskHouse, monkeypatch: pytest.MonkeyPatch, job: str, status: int
) -> None:
    monkeypatch.setattr("desk.jobs.__main__.open_desk", lambda _settings: house.desk)
    assert main([job]) == status
    with failing(house, "SELECT"):
        assert main([job]) == 1


def test_a_desk_that_does_not_open_is_an_alarm_and_status_one(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path_factory.mktemp("job") / "file"
    in_the_way.write_text("not a folder")
    monkeypatch.setenv("DATA_DIR", str(in_the_way))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with capture_logs() as logged:
        assert main(["retention"]) == 1
    assert logged[0]["failures"] == ["DeskUnavailableError"]
