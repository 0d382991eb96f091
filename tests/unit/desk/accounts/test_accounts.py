"""People of the desk: who made an account keeps no key, a lost password is not the end, a lost paper is."""

import base64
import re

import pytest
from sqlalchemy import select

from desk.accounts.account import Person, create_account, switch_off, totp_secret
from desk.accounts.roles import Role
from desk.accounts.unlocking import choose_password, recover, unlock
from desk.cases.casework import open_case
from desk.errors import (
    AccountExistsError,
    InvalidAccountError,
    TamperedError,
    UnknownAccountError,
    WeakPasswordError,
    WrongKeyError,
    WrongPasswordError,
    WrongRecoveryKeyError,
)
from desk.intake.reports import new_submission_id
from desk.store.tables import AccountRow, WrapRow
from desk.users import main
from tests.support.desk_house import REPORT, DeskHouse

EMAIL = "anna@desk.example"
ANNA = Person(EMAIL, Role.COUNSELLOR, "Anna")
NEW_PASSWORD = "paard batterij nietje"


def stored(house: DeskHouse) -> AccountRow:
    with house.desk.store.reading() as session:
        return session.scalars(select(AccountRow)).one()


def test_a_one_time_password_unlocks_until_another_is_chosen(house: DeskHouse) -> None:
    made = create_account(house.desk, ANNA)
    first = unlock(house.desk, " ANNA@desk.example ", made.one_time_password)
    assert first.must_choose_password
    chosen = choose_password(house.desk, first, NEW_PASSWORD)
    assert not unlock(house.desk, EMAIL, NEW_PASSWORD).must_choose_password
    with pytest.raises(WrongPasswordError):
        unlock(house.desk, EMAIL, made.one_time_password)
    assert bytes(chosen.unlocked.private) == bytes(unlock(house.desk, EMAIL, NEW_PASSWORD).private)


def test_choosing_a_password_replaces_the_key_and_takes_all_cases_along(house: DeskHouse) -> None:
    """What the maker of the account knew opens nothing any more; what was filed before stays readable."""
    made = create_account(house.desk, ANNA)
    known_to_maker = unlock(house.desk, EMAIL, made.one_time_password)
    house.intake.file_report(REPORT, new_submission_id())
    chosen = choose_password(house.desk, known_to_maker, NEW_PASSWORD)
    case_id = house.case_of(chosen.unlocked)
    assert open_case(house.desk, chosen.unlocked, case_id).document == REPORT
    with pytest.raises(WrongKeyError):
        open_case(house.desk, known_to_maker, case_id)
    with pytest.raises(WrongKeyError):
        choose_password(house.desk, known_to_maker, "nog een ander wachtwoord")


def test_a_damaged_wrap_does_not_keep_someone_from_a_new_password(house: DeskHouse) -> None:
    anna = house.reader("anna")
    for _ in range(2):
        house.intake.file_report(REPORT, new_submission_id())
    with house.desk.store.writing() as session:
        damaged = session.scalars(select(WrapRow)).first()
        assert damaged is not None
        damaged.wrapped_key = bytes(80)
    chosen = choose_password(house.desk, anna, NEW_PASSWORD)
    with house.desk.store.reading() as session:
        other = session.scalars(select(WrapRow.case_id).where(WrapRow.case_id != damaged.case_id)).one()
    assert open_case(house.desk, chosen.unlocked, other).document == REPORT
    with pytest.raises(WrongKeyError):
        open_case(house.desk, chosen.unlocked, damaged.case_id)


def test_the_recovery_key_brings_everything_back_once(house: DeskHouse) -> None:
    anna = house.reader("anna")
    recovery_key = choose_password(house.desk, anna, NEW_PASSWORD).recovery_key
    house.intake.file_report(REPORT, new_submission_id())
    again = recover(house.desk, EMAIL, recovery_key, "helemaal nieuw wachtwoord")
    assert open_case(house.desk, again.unlocked, house.case_of(again.unlocked)).document == REPORT
    with pytest.raises(WrongPasswordError):
        unlock(house.desk, EMAIL, NEW_PASSWORD)
    with pytest.raises(WrongRecoveryKeyError):
        recover(house.desk, EMAIL, recovery_key, "nog een ander wachtwoord")


def test_unknown_off_and_wrong_are_refused_in_the_same_way(house: DeskHouse) -> None:
    made = create_account(house.desk, ANNA)
    attempts = [(EMAIL, "verkeerd wachtwoord"), ("niemand@desk.example", made.one_time_password), (EMAIL, "")]
    for email, password in attempts:
        with pytest.raises(WrongPasswordError) as refused:
            unlock(house.desk, email, password)
        assert str(refused.value) == ""
    unlocked = unlock(house.desk, EMAIL, made.one_time_password)
    switch_off(house.desk, EMAIL)
    with pytest.raises(WrongPasswordError):
        unlock(house.desk, EMAIL, made.one_time_password)
    with pytest.raises(UnknownAccountError):
        choose_password(house.desk, unlocked, NEW_PASSWORD)
    with pytest.raises(UnknownAccountError):
        switch_off(house.desk, EMAIL)
    for email in (EMAIL, "niemand@desk.example"):
        with pytest.raises(WrongRecoveryKeyError):
            recover(house.desk, email, "geen sleutel", NEW_PASSWORD)


def test_a_weak_password_changes_nothing(house: DeskHouse) -> None:
    made = create_account(house.desk, ANNA)
    with pytest.raises(WeakPasswordError):
        choose_password(house.desk, unlock(house.desk, EMAIL, made.one_time_password), "te kort")
    assert unlock(house.desk, EMAIL, made.one_time_password).must_choose_password


def test_a_public_key_put_there_by_someone_else_is_noticed(house: DeskHouse) -> None:
    made = create_account(house.desk, ANNA)
    with house.desk.store.writing() as session:
        session.scalars(select(AccountRow)).one().public_key = bytes(range(32))
    with pytest.raises(TamperedError):
        unlock(house.desk, EMAIL, made.one_time_password)


def test_the_totp_secret_is_shown_once_and_kept_sealed(house: DeskHouse) -> None:
    made = create_account(house.desk, ANNA)
    row = stored(house)
    assert totp_secret(house.desk, row) == made.totp_secret
    assert base64.b32decode(made.totp_secret) not in row.sealed_totp
    assert made.totp_secret not in repr(made)
    assert made.one_time_password not in repr(made)


@pytest.mark.parametrize(
    "person",
    [
        Person("geen-adres", Role.ADMIN, "Anna"),
        Person("a@b", Role.ADMIN, "Anna"),
        Person("a b@c.nl", Role.ADMIN, "Anna"),
        Person(EMAIL, Role.ADMIN, "  "),
        Person(EMAIL, Role.ADMIN, "x" * 121),
        Person(EMAIL, Role.COUNSELLOR, "Anna", None, is_school=True),
    ],
)
def test_an_account_that_cannot_be_right_is_refused(house: DeskHouse, person: Person) -> None:
    with pytest.raises(InvalidAccountError):
        create_account(house.desk, person)


def test_one_address_has_one_account(house: DeskHouse) -> None:
    create_account(house.desk, ANNA)
    with pytest.raises(AccountExistsError):
        create_account(house.desk, Person("Anna@Desk.Example", Role.ADMIN, "Anna"))


def test_the_command_prints_the_secrets_once(
    house: DeskHouse, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("desk.users.open_desk", lambda _settings: house.desk)
    assert main(["add", "--email", EMAIL, "--role", "counsellor", "--organisation", "Meldpunt"]) == 0
    printed = capsys.readouterr().out
    password = re.search(r"^one-time password: (\S+)$", printed, re.MULTILINE)
    secret = re.search(r"^TOTP secret: ([A-Z2-7]{32})$", printed, re.MULTILINE)
    assert password is not None
    assert secret is not None
    unlocked = unlock(house.desk, EMAIL, password[1])
    assert (unlocked.role, stored(house).organisation, stored(house).name) == ("counsellor", "Meldpunt", "anna")
    assert totp_secret(house.desk, stored(house)) == secret[1]
    assert main(["add", "--email", EMAIL, "--role", "admin"]) == 1
    assert "already" in capsys.readouterr().err
    assert main(["off", "--email", EMAIL]) == 0
