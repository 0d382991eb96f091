"""Coming back with the receipt: only who has it, and nobody learns whether another one exists."""

import statistics
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from desk.cases.casework import list_cases, move, open_case, reply
from desk.desk import open_desk
from desk.errors import (
    CaseGoneError,
    EmptyTextError,
    ReceiptInTextError,
    TamperedError,
    TextTooLongError,
    WrongReceiptError,
)
from desk.intake.reports import Intake, Status, new_submission_id
from desk.settings import DeskSettings
from desk.store.tables import AuditRow, CaseRow, HistoryRow, MessageRow, ReceiptRow, WrapRow
from desk.vault.costs import Cost, Costs
from desk.vault.receipts import digits_of
from tests.support.desk_house import REPORT, Clock, DeskHouse

SHARED = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
UNKNOWN = "0123 4567 8901 2345"


def file(house: DeskHouse) -> str:
    return house.intake.file_report(REPORT, new_submission_id())


@given(st.text(alphabet="0123456789 -", max_size=24) | st.text(max_size=24))
@SHARED
def test_a_wrong_receipt_opens_nothing_in_any_way(house: DeskHouse, wrong: str) -> None:
    with pytest.raises(WrongReceiptError):
        house.intake.receipt_status(wrong)
    with pytest.raises(WrongReceiptError):
        house.intake.write_back(wrong, "Hallo")
    with pytest.raises(WrongReceiptError):
        house.intake.withdraw(wrong)


def test_one_wrong_digit_is_a_wrong_receipt(house: DeskHouse) -> None:
    house.reader()
    digits = digits_of(file(house))
    for place in range(16):
        changed = digits[:place] + str((int(digits[place]) + 1) % 10) + digits[place + 1 :]
        with pytest.raises(WrongReceiptError):
            house.intake.receipt_status(changed)


@pytest.mark.parametrize("spell", [str, lambda r: r.replace(" ", ""), lambda r: r.replace(" ", "-")])
def test_a_receipt_may_be_typed_with_or_without_spaces(house: DeskHouse, spell: type[str]) -> None:
    house.reader()
    assert house.intake.receipt_status(spell(file(house))).status is Status.NEW


def test_the_reporter_sees_status_steps_and_messages_but_not_who(house: DeskHouse) -> None:
    anna = house.reader()
    receipt = file(house)
    case_id = house.case_of(anna)
    open_case(house.desk, anna, case_id)
    reply(house.desk, anna, case_id, "Dank je voor je melding.")
    house.clock.pass_by(days=2)
    move(house.desk, anna, case_id, Status.REFERRED)
    status = house.intake.receipt_status(receipt)
    assert status.status is Status.REFERRED
    assert [step.status for step in status.history] == [Status.NEW, Status.READ, Status.REFERRED]
    assert [(one.author, one.text) for one in status.messages] == [("counsellor", "Dank je voor je melding.")]
    assert anna.account_id not in f"{status.history} {[vars_of(one) for one in status.messages]}"


def vars_of(message: object) -> list[object]:
    return [getattr(message, name) for name in ("author", "on", "text")]


def test_looking_leaves_no_trace(house: DeskHouse) -> None:
    anna = house.reader()
    receipt = file(house)
    house.clock.pass_by(days=5)
    with house.desk.store.reading() as session:
        before = session.scalar(select(func.count()).select_from(AuditRow))
    house.intake.receipt_status(receipt)
    with house.desk.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(AuditRow)) == before
    summary = list_cases(house.desk, anna.account_id)[0]
    assert summary.last_activity_on == summary.filed_on


@pytest.mark.parametrize(("text", "error"), [("  ", EmptyTextError), ("x" * 4001, TextTooLongError)])
def test_writing_back_needs_a_sensible_text(house: DeskHouse, text: str, error: type[Exception]) -> None:
    house.reader()
    receipt = file(house)
    with pytest.raises(error):
        house.intake.write_back(receipt, text)


def test_the_receipt_itself_is_not_sent_along(house: DeskHouse) -> None:
    house.reader()
    receipt = file(house)
    for text in (f"mijn code is {receipt}", receipt.replace(" ", "")):
        with pytest.raises(ReceiptInTextError):
            house.intake.write_back(receipt, text)
    assert house.texts(receipt) == []


def test_withdrawing_leaves_nothing_but_two_lines_in_the_audit_log(house: DeskHouse) -> None:
    anna = house.reader()
    receipt, other = file(house), house.intake.file_report(REPORT, new_submission_id())
    open_case(house.desk, anna, list_cases(house.desk, anna.account_id)[0].id)
    house.intake.write_back(receipt, "Laat maar")
    house.intake.withdraw(receipt)
    for attempt in (house.intake.receipt_status, house.intake.withdraw):
        with pytest.raises(WrongReceiptError):
            attempt(receipt)
    assert house.intake.receipt_status(other).messages == ()
    case_id = house.case_of(anna)
    with house.desk.store.reading() as session:
        for table in (ReceiptRow, WrapRow, HistoryRow, MessageRow):
            assert set(session.scalars(select(table.case_id))) <= {case_id}
        assert session.scalars(select(CaseRow.id)).all() == [case_id]
        last = session.scalars(select(AuditRow).order_by(AuditRow.sequence)).all()[-2:]
    assert [(row.actor, row.action, row.at) for row in last] == [
        ("reporter", "case_keys_destroyed", "2026-11-21"),
        ("reporter", "case_deleted", "2026-11-21"),
    ]


def test_a_counsellor_with_the_case_still_open_hears_that_it_is_gone(house: DeskHouse) -> None:
    anna = house.reader()
    receipt = file(house)
    case_id = house.case_of(anna)
    house.intake.withdraw(receipt)
    with pytest.raises(CaseGoneError):
        reply(house.desk, anna, case_id, "Dag")


def test_a_swapped_wrap_is_noticed(house: DeskHouse) -> None:
    house.reader()
    one, other = file(house), file(house)
    with house.desk.store.writing() as session:
        first, second = session.scalars(select(ReceiptRow)).all()
        first.wrapped_key, second.wrapped_key = second.wrapped_key, first.wrapped_key
    for receipt in (one, other):
        with pytest.raises(TamperedError):
            house.intake.receipt_status(receipt)


@pytest.mark.slow
def test_an_unknown_receipt_takes_as_long_as_a_known_one(tmp_path: Path) -> None:
    """Medians of interleaved calls differ by less than a fifth, with derivations of a few milliseconds.

    With the real costs the derivations are a hundred times longer, and the same difference a hundred times less
    visible.
    """
    desk = open_desk(DeskSettings(data_dir=tmp_path), Costs(Cost(3, 8192), Cost(4, 8192), Cost(1, 8)), Clock())
    house = DeskHouse(desk, Clock())
    anna = house.reader()
    known = file(house)
    reply(desk, anna, house.case_of(anna), "Dank je")
    for name in ("receipt_status", "write_back"):
        right, wrong = timed(house.intake, name, known), timed(house.intake, name, UNKNOWN)
        pairs = [(right(), wrong()) for _ in range(60)]
        ratio = statistics.median(one for one, _ in pairs) / statistics.median(other for _, other in pairs)
        assert 0.8 < ratio < 1.25, (name, ratio)


def timed(intake: Intake, name: str, receipt: str) -> Callable[[], float]:
    """Make a call of the door that returns its seconds."""
    method, more = getattr(intake, name), ("Hallo",) if name == "write_back" else ()

    def call() -> float:
        start = time.perf_counter()
        with suppress(WrongReceiptError):
            method(receipt, *more)
        return time.perf_counter() - start

    return call
