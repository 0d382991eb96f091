"""The whole life of a report, and everybody at once, on SQLite and on PostgreSQL."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text, update
from sqlalchemy.exc import IntegrityError

from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, choose_password
from desk.audit import verify_audit
from desk.cases.casework import list_cases, move, open_case, remove_reader, reply
from desk.desk import open_desk
from desk.errors import DeskUnavailableError, NoReviewKeyError, WrongReceiptError
from desk.intake.questions import Reason, keep_question
from desk.intake.reports import Status, new_submission_id
from desk.jobs.__main__ import run_jobs
from desk.review.reading import list_questions
from desk.settings import DeskSettings
from desk.store.tables import AuditRow, CaseRow
from tests.support.desk_house import CHEAP, REPORT, DeskHouse


def at_once(*work: Callable[[], object]) -> list[Exception]:
    """Run everything in threads that start together; return what went wrong."""
    start, wrong = threading.Barrier(len(work)), []

    def run(one: Callable[[], object]) -> None:
        start.wait()
        try:
            one()
        except Exception as error:  # handed to the test
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def test_the_whole_life_of_a_report(house: DeskHouse) -> None:
    anna, bram = house.reader("anna"), house.reader("bram")
    token = house.intake.open_draft()
    house.intake.write_draft(token, REPORT)
    receipt = house.intake.file_draft(token)
    assert house.intake.file_draft(token) == receipt
    case_id = house.case_of(anna)
    assert open_case(house.desk, anna, case_id).document == REPORT
    reply(house.desk, bram, case_id, "Dank je")
    move(house.desk, bram, case_id, Status.IN_CONVERSATION)
    remove_reader(house.desk, anna, case_id, bram.account_id)
    house.intake.write_back(receipt, "Graag gedaan")
    with pytest.raises(WrongReceiptError):
        house.intake.write_back("0123 4567 8901 2345", "Hallo")
    assert [one.text for one in house.intake.receipt_status(receipt).messages] == ["Dank je", "Graag gedaan"]
    house.clock.pass_by(days=90)
    assert run_jobs(house.desk, "retention")
    assert run_jobs(house.desk, "audit")
    with house.desk.store.reading() as session:
        assert session.scalars(select(CaseRow)).all() == []


def test_withdrawing_works_at_once(house: DeskHouse) -> None:
    house.reader()
    receipt = house.intake.file_report(REPORT, new_submission_id())
    house.intake.withdraw(receipt)
    with pytest.raises(WrongReceiptError):
        house.intake.receipt_status(receipt)


def test_the_database_itself_refuses_to_change_the_audit_log(house: DeskHouse) -> None:
    house.reader()
    statements = [update(AuditRow).values(actor="nobody"), delete(AuditRow)]
    if not house.desk.store.is_sqlite:
        statements.append(text("TRUNCATE desk_audit"))  # type: ignore[arg-type]
    for statement in statements:
        with pytest.raises(IntegrityError, match="append-only"), house.desk.store.writing() as session:
            session.execute(statement)


def test_one_submission_sent_eight_times_at_once_is_one_case(house: DeskHouse) -> None:
    anna, submission_id = house.reader("anna"), new_submission_id()
    receipts: list[str] = []
    wrong = at_once(*[lambda: receipts.append(house.intake.file_report(REPORT, submission_id))] * 8)
    assert wrong == []
    assert len(receipts) == 8
    assert len(set(receipts)) == 1
    assert len(list_cases(house.desk, anna.account_id)) == 1


def test_everybody_at_once_breaks_nothing(house: DeskHouse) -> None:
    """Two readers answer, the reporter writes, others file, a third reader chooses a password."""
    anna, bram, carla = (house.reader(name) for name in ("anna", "bram", "carla"))
    receipt = house.intake.file_report(REPORT, new_submission_id())
    case_id = house.case_of(anna)
    chosen: list[object] = []
    work: list[Callable[[], object]] = [
        *[lambda: reply(house.desk, anna, case_id, "van Anna")] * 3,
        *[lambda: reply(house.desk, bram, case_id, "van Bram")] * 3,
        *[lambda: house.intake.write_back(receipt, "van de melder")] * 3,
        *[lambda: house.intake.file_report(REPORT, new_submission_id())] * 3,
        lambda: chosen.append(choose_password(house.desk, carla, "paard batterij nietje").unlocked),
        lambda: remove_reader(house.desk, anna, case_id, bram.account_id),
    ]
    wrong = at_once(*work)
    assert {type(error).__name__ for error in wrong} <= {"NotAReaderError"}
    case = open_case(house.desk, anna, case_id)
    assert [one.sequence for one in case.messages] == list(range(1, len(case.messages) + 1))
    assert len(case.messages) == 9 - len(wrong)
    (new_carla,) = chosen
    assert len(list_cases(house.desk, carla.account_id)) == 4
    for summary in list_cases(house.desk, carla.account_id):
        assert open_case(house.desk, new_carla, summary.id).document == REPORT  # type: ignore[arg-type]
    with house.desk.store.reading() as session:
        verify_audit(session, house.desk.pepper)


def test_processes_that_start_together_find_one_database(house: DeskHouse, tmp_path: Path) -> None:
    url = house.desk.store.engine.url.render_as_string(hide_password=False)
    settings = DeskSettings(data_dir=tmp_path, database_url=url)
    assert at_once(*[lambda: open_desk(settings, CHEAP).store.engine.dispose()] * 4) == []


def test_a_fresh_database_is_made_by_whoever_comes_first(fresh_database: str, tmp_path: Path) -> None:
    settings = DeskSettings(data_dir=tmp_path, database_url=fresh_database)
    assert at_once(*[lambda: open_desk(settings, CHEAP).store.engine.dispose()] * 4) == []


def test_a_server_that_is_not_there_is_a_named_error(tmp_path: Path) -> None:
    settings = DeskSettings(data_dir=tmp_path, database_url="postgresql://wijzer@127.0.0.1:1/none")
    with pytest.raises(DeskUnavailableError):
        open_desk(settings, CHEAP)


def test_reviewers_and_questions_at_once_break_nothing(house: DeskHouse) -> None:
    """Two reviewers read and choose passwords while questions come in; afterwards both read all of them."""
    eva, anna = house.reader("eva", Role.EDITOR), house.reader("anna")
    first: list[Unlocked] = []
    wrong = at_once(
        *[
            lambda one=one: first.append(choose_password(house.desk, one, "paard batterij nietje").unlocked)
            for one in (eva, anna)
        ]
    )
    assert wrong == []
    holder = next(one for one in first if can_review(house, one))
    other = next(one for one in first if one is not holder)
    chosen: list[Unlocked] = []
    wrong = at_once(
        *[lambda: keep_question(house.desk, "mag mijn baas dat", None, Reason.UNANSWERED)] * 4,
        *[lambda: list_questions(house.desk, holder)] * 2,
        lambda: chosen.append(choose_password(house.desk, other, "weer een ander wachtwoord").unlocked),
    )
    assert wrong == []
    assert len(list_questions(house.desk, holder)) == 4
    assert len(list_questions(house.desk, chosen[0])) == 4


def can_review(house: DeskHouse, reader: Unlocked) -> bool:
    """Whether this account holds the review key."""
    try:
        list_questions(house.desk, reader)
    except NoReviewKeyError:
        return False
    return True
