"""Planted texts: while a report lives they stand nowhere in the clear, afterwards nothing of it stands at all."""

from collections.abc import Callable
from pathlib import Path

import pytest
import structlog
from sqlalchemy import select
from structlog.testing import capture_logs

from desk.cases.casework import open_case, reply
from desk.errors import DeskError
from desk.intake.reports import Exclusions, ReportDocument, new_submission_id
from desk.jobs.drafts import delete_old_drafts
from desk.jobs.retention import delete_old_cases
from desk.store.tables import CaseRow, MessageRow, ReceiptRow, WrapRow
from desk.vault.receipts import digits_of
from tests.support.desk_house import DeskHouse, files_with

CANARIES = [f"kanarie-{word}-7391" for word in ("verhaal", "bedrijf", "plaats", "school", "antwoord", "terug")]
STORY, COMPANY, TOWN, SCHOOL, ANSWER, BACK = CANARIES
TOLD = ReportDocument(what_happened=STORY, company=COMPANY, town=TOWN, may_not_read=Exclusions(organisations=(SCHOOL,)))
PLANTED = [canary.encode() for canary in CANARIES]


def live_through(house: DeskHouse) -> str:
    """Tell it in a draft, send it, talk about it; return the receipt."""
    reader = house.reader()
    token = house.intake.open_draft()
    house.intake.write_draft(token, ReportDocument(what_happened=STORY))
    house.intake.write_draft(token, TOLD)
    receipt = house.intake.file_draft(token)
    case_id = house.case_of(reader)
    open_case(house.desk, reader, case_id)
    reply(house.desk, reader, case_id, ANSWER)
    house.intake.write_back(receipt, BACK)
    return receipt


def sealed_bytes(house: DeskHouse) -> list[bytes]:
    """Return the start of everything that was stored of cases."""
    columns = (CaseRow.sealed, MessageRow.sealed, WrapRow.wrapped_key, ReceiptRow.wrapped_key, ReceiptRow.lookup)
    with house.desk.store.reading() as session:
        return [blob[:32] for column in columns for blob in session.scalars(select(column))]


def test_nothing_stands_in_the_clear_while_a_report_lives(house: DeskHouse, tmp_path: Path) -> None:
    receipt = live_through(house)
    secret = [*PLANTED, receipt.encode(), digits_of(receipt).encode()]
    assert files_with(tmp_path, *secret) == []
    assert len(files_with(tmp_path, *sealed_bytes(house))) > 0


def test_nothing_is_left_in_any_file_after_withdrawing(house: DeskHouse, tmp_path: Path) -> None:
    receipt = live_through(house)
    stored = sealed_bytes(house)
    assert len(stored) == 6
    house.intake.withdraw(receipt)
    assert files_with(tmp_path, *PLANTED, *stored) == []


def test_nothing_is_left_in_any_file_after_retention(house: DeskHouse, tmp_path: Path) -> None:
    live_through(house)
    stored = sealed_bytes(house)
    house.clock.pass_by(days=90)
    assert delete_old_drafts(house.desk).succeeded
    assert delete_old_cases(house.desk).succeeded
    assert files_with(tmp_path, *PLANTED, *stored) == []


def test_a_stopped_draft_is_left_in_no_file(house: DeskHouse, tmp_path: Path) -> None:
    token = house.intake.open_draft()
    house.intake.write_draft(token, TOLD)
    house.intake.discard_draft(token)
    assert files_with(tmp_path, *PLANTED, token.partition(".")[0].encode()) == []


def test_logs_and_errors_repeat_nothing(house: DeskHouse, capfd: pytest.CaptureFixture[str]) -> None:
    structlog.reset_defaults()
    with capture_logs() as logged:
        receipt = live_through(house)
        house.intake.withdraw(receipt)
        told = [repr(error) for error in refusals(house, receipt)]
    assert len(told) == 4
    printed = "".join(capfd.readouterr())
    assert [word for word in [*CANARIES, receipt] if word in f"{logged} {told} {printed}"] == []


def refusals(house: DeskHouse, receipt: str) -> list[DeskError]:
    """Make calls that are refused, each with planted text in it."""
    calls: list[Callable[[], object]] = [
        lambda: house.intake.receipt_status(receipt),
        lambda: house.intake.write_back(receipt, BACK),
        lambda: house.intake.write_back(receipt, BACK * 1000),
        lambda: house.intake.file_report(TOLD, STORY[:5]),
    ]
    errors = []
    for call in calls:
        with pytest.raises(DeskError) as refused:
            call()
        errors.append(refused.value)
    return errors


def test_a_receipt_is_never_kept_after_its_ten_minutes(house: DeskHouse, tmp_path: Path) -> None:
    house.reader()
    submission_id = new_submission_id()
    house.intake.file_report(TOLD, submission_id)
    assert files_with(tmp_path, submission_id.encode()) == []
    house.clock.pass_by(minutes=10)
    assert delete_old_drafts(house.desk).done == 1
