"""What a counsellor does with a case, and what is left when something was changed behind the desk's back."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from desk.cases.casework import list_cases, move, open_case, reply
from desk.cases.messages import LONGEST
from desk.cases.workflow import Status
from desk.errors import EmptyTextError, MoveNotAllowedError, TamperedError, TextTooLongError, WrongKeyError
from desk.intake.reports import new_submission_id
from desk.store.tables import AuditRow, CaseRow, HistoryRow, MessageRow, WrapRow
from tests.support.desk_house import NOON, REPORT, DeskHouse

TODAY = NOON.date()


def file(house: DeskHouse) -> str:
    return house.intake.file_report(REPORT, new_submission_id())


def test_opening_a_new_case_makes_it_read_and_says_so_in_the_history(house: DeskHouse) -> None:
    anna = house.reader()
    file(house)
    case_id = house.case_of(anna)
    assert list_cases(house.desk, anna.account_id)[0].status is Status.NEW
    case = open_case(house.desk, anna, case_id)
    assert case.status is Status.READ
    assert case.document == REPORT
    assert [(step.status, step.by_role, step.account_id, step.on) for step in case.history] == [
        (Status.NEW, "reporter", None, TODAY),
        (Status.READ, "counsellor", anna.account_id, TODAY),
    ]
    assert open_case(house.desk, anna, case_id).history == case.history


def test_steps_follow_the_table_and_a_refused_one_changes_nothing(house: DeskHouse) -> None:
    anna = house.reader()
    file(house)
    case_id = house.case_of(anna)
    with pytest.raises(MoveNotAllowedError):
        move(house.desk, anna, case_id, Status.CLOSED)
    assert list_cases(house.desk, anna.account_id)[0].status is Status.NEW
    open_case(house.desk, anna, case_id)
    house.clock.pass_by(days=3)
    move(house.desk, anna, case_id, Status.CLOSED)
    summary = list_cases(house.desk, anna.account_id)[0]
    assert (summary.status, summary.last_activity_on) == (Status.CLOSED, TODAY + timedelta(days=3))


def test_messages_go_both_ways_and_the_inbox_counts_what_nobody_opened(house: DeskHouse) -> None:
    anna = house.reader()
    receipt = file(house)
    case_id = house.case_of(anna)
    open_case(house.desk, anna, case_id)
    reply(house.desk, anna, case_id, "  Wat naar. Mag ik vragen wie dit zei?  ")
    house.intake.write_back(receipt, "De eigenaar.")
    house.intake.write_back(receipt, "En zijn zoon.")
    assert list_cases(house.desk, anna.account_id)[0].unseen == 2
    case = open_case(house.desk, anna, case_id)
    assert [(one.author, one.text, one.account_id) for one in case.messages] == [
        ("counsellor", "Wat naar. Mag ik vragen wie dit zei?", anna.account_id),
        ("reporter", "De eigenaar.", None),
        ("reporter", "En zijn zoon.", None),
    ]
    assert list_cases(house.desk, anna.account_id)[0].unseen == 0
    assert house.texts(receipt) == [(one.author, one.text) for one in case.messages]


@pytest.mark.parametrize(("text", "error"), [(" \n", EmptyTextError), ("a" * (LONGEST + 1), TextTooLongError)])
def test_an_answer_has_a_text_of_a_sensible_length(house: DeskHouse, text: str, error: type[Exception]) -> None:
    anna = house.reader()
    file(house)
    with pytest.raises(error):
        reply(house.desk, anna, house.case_of(anna), text)


def test_every_look_is_in_the_audit_log_without_content(house: DeskHouse) -> None:
    anna = house.reader()
    file(house)
    case_id = house.case_of(anna)
    open_case(house.desk, anna, case_id)
    reply(house.desk, anna, case_id, "Dank je")
    move(house.desk, anna, case_id, Status.IN_CONVERSATION)
    with house.desk.store.reading() as session:
        rows = session.scalars(select(AuditRow).where(AuditRow.actor == anna.account_id)).all()
    assert [row.action for row in rows] == ["case_opened", "case_answered", "case_in_conversation"]
    assert {row.subject for row in rows} == {case_id}
    assert rows[0].at == "2026-11-21T12:00:00+01:00"


def test_a_changed_document_is_noticed_and_not_shown(house: DeskHouse) -> None:
    anna = house.reader()
    file(house)
    with house.desk.store.writing() as session:
        row = session.scalars(select(CaseRow)).one()
        row.sealed = row.sealed[:-1] + bytes([row.sealed[-1] ^ 1])
    with pytest.raises(TamperedError):
        open_case(house.desk, anna, house.case_of(anna))


@pytest.mark.parametrize(
    "change",
    [{"author": "reporter"}, {"on_day": date(2026, 1, 1)}, {"sequence": 7}],
    ids=["side", "day", "place"],
)
def test_a_message_with_another_side_day_or_place_is_noticed(house: DeskHouse, change: dict[str, object]) -> None:
    anna = house.reader()
    receipt = file(house)
    reply(house.desk, anna, house.case_of(anna), "Dag")
    with house.desk.store.writing() as session:
        session.execute(update(MessageRow).values(**change))
    with pytest.raises(TamperedError):
        house.intake.receipt_status(receipt)


def test_the_document_of_another_case_does_not_open_in_its_place(house: DeskHouse) -> None:
    anna = house.reader()
    file(house)
    file(house)
    with house.desk.store.writing() as session:
        one, other = session.scalars(select(CaseRow)).all()
        one.sealed, other.sealed = other.sealed, one.sealed
    for case in list_cases(house.desk, anna.account_id):
        with pytest.raises(TamperedError):
            open_case(house.desk, anna, case.id)


def test_a_wrap_for_a_replaced_key_says_so(house: DeskHouse) -> None:
    anna = house.reader()
    file(house)
    with house.desk.store.writing() as session:
        session.execute(update(WrapRow).values(key_id=bytes(16)))
    with pytest.raises(WrongKeyError):
        open_case(house.desk, anna, house.case_of(anna))


def test_a_reporter_leaves_days_and_no_times(house: DeskHouse) -> None:
    house.reader()
    receipt = file(house)
    house.intake.write_back(receipt, "Nog iets")
    with house.desk.store.reading() as session:
        case = session.scalars(select(CaseRow)).one()
        message, step = session.scalars(select(MessageRow)).one(), session.scalars(select(HistoryRow)).one()
    kept = [case.filed_on, case.last_activity_on, message.on_day, step.on_day]
    assert [type(value) for value in kept] == [date] * 4
    assert set(kept) == {TODAY}
