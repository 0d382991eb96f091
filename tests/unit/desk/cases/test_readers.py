"""Who gets a key to a case, and who really does not."""

import pytest
from sqlalchemy import select

from desk.accounts.account import switch_off
from desk.accounts.roles import Role
from desk.cases.casework import add_reader, list_cases, open_case, remove_reader, reply
from desk.cases.document import Exclusions, ReportDocument
from desk.errors import (
    CaseGoneError,
    ExcludedReaderError,
    LastReaderError,
    NoReaderError,
    NoReaderLeftError,
    NotAReaderError,
    TamperedError,
    UnknownAccountError,
    WrongKeyError,
)
from desk.intake.reports import new_submission_id
from desk.store.tables import AuditRow, CaseRow, DraftRow, ReceiptRow, SubmissionRow, WrapRow
from desk.vault.sealing import unseal, unwrap_key
from tests.support.desk_house import REPORT, SCHOOL, DeskHouse

OWN_SCHOOL = REPORT.model_copy(update={"may_not_read": Exclusions(own_school=True)})


def excluding(**who: object) -> ReportDocument:
    return REPORT.model_copy(update={"may_not_read": Exclusions.model_validate(who)})


def file(house: DeskHouse, document: ReportDocument = REPORT) -> str:
    return house.intake.file_report(document, new_submission_id())


def test_every_counsellor_gets_a_key_of_their_own(house: DeskHouse) -> None:
    anna, bram = house.reader("anna"), house.reader("bram")
    file(house)
    case_id = house.case_of(anna)
    for reader in (anna, bram):
        assert open_case(house.desk, reader, case_id).document == REPORT


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COUNSELLOR}))
def test_no_other_role_gets_a_key(house: DeskHouse, role: Role) -> None:
    anna, other = house.reader("anna"), house.reader("other", role)
    file(house)
    assert list_cases(house.desk, other.account_id) == []
    with pytest.raises(NotAReaderError):
        open_case(house.desk, other, house.case_of(anna))
    with pytest.raises(UnknownAccountError):
        add_reader(house.desk, anna, house.case_of(anna), other.account_id)


def test_an_excluded_reader_has_no_key_and_cannot_be_let_in(house: DeskHouse) -> None:
    anna, bram = house.reader("anna"), house.reader("bram")
    file(house, excluding(readers=[bram.account_id]))
    case_id = house.case_of(anna)
    assert list_cases(house.desk, bram.account_id) == []
    with pytest.raises(NotAReaderError):
        open_case(house.desk, bram, case_id)
    with pytest.raises(ExcludedReaderError):
        add_reader(house.desk, anna, case_id, bram.account_id)


def test_an_excluded_reader_opens_nothing_with_everything_in_the_database(house: DeskHouse) -> None:
    """Not refused by a rule but by the lack of a key: no wrap in the whole database opens for them."""
    house.reader("anna")
    bram = house.reader("bram", organisation=SCHOOL, is_school=True)
    file(house, OWN_SCHOOL)
    with house.desk.store.reading() as session:
        wraps = [*session.scalars(select(WrapRow.wrapped_key)), *session.scalars(select(ReceiptRow.wrapped_key))]
        blobs = [*session.scalars(select(CaseRow.sealed)), *session.scalars(select(SubmissionRow.sealed))]
    assert len(wraps) == 2
    for wrap in wraps:
        with pytest.raises(WrongKeyError):
            unwrap_key(wrap, bram.private)
    for blob in blobs:
        with pytest.raises(TamperedError):
            unseal(bytes(bram.private), blob or b"", "document")


@pytest.mark.parametrize("named", [SCHOOL, "  vóórbeeldSCHOOL ", "Voorbeeld-school".replace("-", "")])
def test_a_named_organisation_is_excluded_however_it_is_spelled(house: DeskHouse, named: str) -> None:
    anna = house.reader("anna")
    bram = house.reader("bram", organisation=SCHOOL, is_school=True)
    carla = house.reader("carla", organisation="Andere school", is_school=True)
    file(house, excluding(organisations=[named]))
    assert list_cases(house.desk, bram.account_id) == []
    assert len(list_cases(house.desk, anna.account_id)) == len(list_cases(house.desk, carla.account_id)) == 1


def test_own_school_without_a_name_excludes_everyone_of_a_school(house: DeskHouse) -> None:
    anna = house.reader("anna", organisation="Meldpunt")
    bram = house.reader("bram", organisation=SCHOOL, is_school=True)
    file(house, OWN_SCHOOL)
    assert len(list_cases(house.desk, anna.account_id)) == 1
    assert list_cases(house.desk, bram.account_id) == []


def test_someone_who_comes_later_is_excluded_too(house: DeskHouse) -> None:
    anna = house.reader("anna")
    file(house, excluding(organisations=[SCHOOL]))
    late = house.reader("late", organisation=SCHOOL, is_school=True)
    with pytest.raises(ExcludedReaderError):
        add_reader(house.desk, anna, house.case_of(anna), late.account_id)


def test_without_readers_a_report_is_refused_and_nothing_is_kept(house: DeskHouse) -> None:
    house.reader("admin", Role.ADMIN)
    token = house.intake.open_draft()
    house.intake.write_draft(token, REPORT)
    with pytest.raises(NoReaderError):
        house.intake.file_draft(token)
    assert house.intake.read_draft(token) == REPORT
    with house.desk.store.reading() as session:
        assert session.scalars(select(CaseRow)).all() == []
        assert session.scalars(select(SubmissionRow)).all() == []
        assert len(session.scalars(select(DraftRow)).all()) == 1


def test_excluding_everyone_is_told_apart_from_an_empty_desk(house: DeskHouse) -> None:
    house.reader("bram", organisation=SCHOOL, is_school=True)
    with pytest.raises(NoReaderLeftError):
        file(house, OWN_SCHOOL)


def test_someone_who_can_open_a_case_lets_a_colleague_in(house: DeskHouse) -> None:
    anna = house.reader("anna")
    receipt = file(house)
    late = house.reader("late")
    case_id = house.case_of(anna)
    with pytest.raises(NotAReaderError):
        add_reader(house.desk, late, case_id, late.account_id)
    add_reader(house.desk, anna, case_id, late.account_id)
    reply(house.desk, late, case_id, "Dag, ik lees mee.")
    assert house.texts(receipt) == [("counsellor", "Dag, ik lees mee.")]


def test_a_removed_reader_loses_the_case_and_its_key_is_replaced(house: DeskHouse) -> None:
    anna, bram = house.reader("anna"), house.reader("bram")
    receipt = file(house)
    case_id = house.case_of(anna)
    reply(house.desk, bram, case_id, "Van Bram")
    with house.desk.store.reading() as session:
        wrap = session.get_one(WrapRow, (case_id, bram.account_id))
        kept_key, before = unwrap_key(wrap.wrapped_key, bram.private), session.get_one(CaseRow, case_id).sealed
    remove_reader(house.desk, anna, case_id, bram.account_id)
    with pytest.raises(NotAReaderError):
        open_case(house.desk, bram, case_id)
    with house.desk.store.reading() as session:
        after = session.get_one(CaseRow, case_id)
    assert after.sealed != before
    with pytest.raises(TamperedError):
        unseal(kept_key, after.sealed, f"document:report:{case_id}:2026-11-21")
    house.intake.write_back(receipt, "Nog iets")
    assert [one.text for one in open_case(house.desk, anna, case_id).messages] == ["Van Bram", "Nog iets"]


def test_the_last_reader_cannot_be_removed(house: DeskHouse) -> None:
    anna, bram = house.reader("anna"), house.reader("bram")
    file(house, excluding(readers=[bram.account_id]))
    case_id = house.case_of(anna)
    with pytest.raises(LastReaderError):
        remove_reader(house.desk, anna, case_id, anna.account_id)
    with pytest.raises(UnknownAccountError):
        remove_reader(house.desk, anna, case_id, bram.account_id)
    assert open_case(house.desk, anna, case_id).readers == (anna.account_id,)


def test_a_switched_off_account_reads_nothing_any_more(house: DeskHouse) -> None:
    anna, bram = house.reader("anna"), house.reader("bram")
    file(house)
    switch_off(house.desk, "bram@desk.example")
    with pytest.raises(NotAReaderError):
        open_case(house.desk, bram, house.case_of(anna))
    file(house)
    assert len(list_cases(house.desk, bram.account_id)) == 1


def test_refusals_are_in_the_audit_log(house: DeskHouse) -> None:
    anna, bram = house.reader("anna"), house.reader("bram")
    file(house, excluding(readers=[bram.account_id]))
    with pytest.raises(NotAReaderError):
        open_case(house.desk, bram, house.case_of(anna))
    with house.desk.store.reading() as session:
        last = session.scalars(select(AuditRow).order_by(AuditRow.sequence.desc())).first()
    assert last is not None
    assert (last.actor, last.action) == (bram.account_id, "case_opened_refused")


def test_an_unknown_case_is_gone(house: DeskHouse) -> None:
    with pytest.raises(CaseGoneError):
        open_case(house.desk, house.reader(), "no-such-case")


def test_the_form_can_ask_who_is_meant(house: DeskHouse) -> None:
    house.reader("Fatima de Wit", organisation="Meldpunt Midden")
    bram = house.reader("Bram", organisation=SCHOOL, is_school=True)
    assert {one.organisation for one in house.intake.possible_readers()} == {"Meldpunt Midden", SCHOOL}
    assert [one.id for one in house.intake.readers_named("iemand van de VOORBEELDSCHOOL")] == [bram.account_id]
    assert [one.name for one in house.intake.readers_named("mevrouw Fatima")] == ["Fatima de Wit"]
    assert house.intake.readers_named("mijn baas") == ()
