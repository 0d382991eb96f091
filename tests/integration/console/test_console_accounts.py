"""Own account and the admin's pages: passwords, codes on paper, telephones, new starts, the audit log."""

import re
from pathlib import Path

import pyotp
import pytest
from sqlalchemy import text

from desk.accounts.roles import Role
from desk.accounts.unlocking import choose_password
from desk.cases.casework import list_cases
from desk.cases.document import ReportDocument
from desk.cases.work import claim
from desk.intake.reports import new_submission_id
from tests.support.console import PASSWORD, DeskClient, DeskPerson, RunningConsole

FRESH = "een heel ander wachtwoord"
SECRET = re.compile(r'class="secret">([a-z0-9-]+)<')


def file_report(console: RunningConsole) -> None:
    """Hand in a report."""
    console.house.intake.file_report(ReportDocument(what_happened="Iets naars."), new_submission_id())


@pytest.fixture
def admin(console: RunningConsole) -> DeskClient:
    """An admin, logged in."""
    return console.log_in(console.person("Ada", Role.ADMIN))


def codes_of(client: DeskClient) -> list[str]:
    """Make codes on paper; return them."""
    client.page("/account")
    assert client.post("/account/codes", {"current": PASSWORD}).headers["location"] == "/welcome/recovery-codes"
    codes = SECRET.findall(client.page("/welcome/recovery-codes"))
    assert client.post("/welcome/recovery-codes").headers["location"] == "/"
    return codes


def try_to_log_in(console: RunningConsole, person: DeskPerson, code: str, password: str = PASSWORD) -> int:
    fields = {"email": person.email, "password": password, "code": code}
    return console.visitor().post("/login", fields).status_code


def test_a_code_on_paper_replaces_the_telephone_once(console: RunningConsole) -> None:
    anna, bea = console.person("Anna"), console.person("Bea")
    codes = codes_of(console.log_in(anna))
    assert len(set(codes)) == 8
    assert try_to_log_in(console, bea, codes[0]) == 422
    assert try_to_log_in(console, anna, codes[0].upper().replace("-", " ")) == 303
    assert try_to_log_in(console, anna, codes[0]) == 422
    assert "nog 7" in console.log_in(anna).page("/account")
    assert all(codes[1].encode() not in path.read_bytes() for path in console.house.desk.store.files)


def test_new_codes_replace_old_ones_and_ask_for_the_password(console: RunningConsole) -> None:
    anna = console.person("Anna")
    client = console.log_in(anna)
    old = codes_of(client)
    assert client.post("/account/codes", {"current": "verkeerd"}).status_code == 422
    codes_of(client)
    assert try_to_log_in(console, anna, old[0]) == 422


def test_changing_the_password_gives_a_new_key_and_ends_other_sessions(console: RunningConsole) -> None:
    anna = console.person("Anna")
    file_report(console)
    here, elsewhere = console.log_in(anna), console.log_in(anna)
    case = f"/cases/{list_cases(console.house.desk, anna.id)[0].id}"
    here.page("/account/password")
    form = {"current": PASSWORD, "password": FRESH, "again": FRESH}
    assert here.post("/account/password", form | {"current": "verkeerd"}).status_code == 422
    assert here.post("/account/password", form | {"again": "anders"}).status_code == 422
    assert here.post("/account/password", form).headers["location"] == "/welcome/recovery-key"
    assert elsewhere.get("/").headers["location"] == "/login"
    (shown,) = SECRET.findall(here.page("/welcome/recovery-key"))
    assert here.get(case).headers["location"] == "/welcome/recovery-key"
    here.post("/welcome/recovery-key")
    here.post("/welcome/recovery-codes")
    assert here.get(case).status_code == 200
    assert shown not in here.page("/account")
    assert try_to_log_in(console, anna, console.code_of(anna)) == 422
    assert try_to_log_in(console, anna, console.code_of(anna), FRESH) == 303


def test_with_the_recovery_key_and_a_code_the_cases_open_again(console: RunningConsole) -> None:
    anna = console.person("Anna")
    file_report(console)
    key = choose_password(console.house.desk, anna.unlocked, FRESH).recovery_key
    case = f"/cases/{list_cases(console.house.desk, anna.id)[0].id}"
    form = {"email": anna.email, "recovery_key": key.upper().replace("-", " "), "password": PASSWORD, "again": PASSWORD}
    browser = console.visitor()
    wrong_code = browser.post("/recover", form | {"code": "000000"})
    wrong_key = browser.post("/recover", form | {"code": console.code_of(anna), "recovery_key": "x"})
    unknown = browser.post("/recover", form | {"code": "000000", "email": "niemand@desk.example"})
    assert {one.status_code for one in (wrong_code, wrong_key, unknown)} == {422}
    assert wrong_code.text == wrong_key.text
    assert unknown.text.replace("niemand@desk.example", anna.email) == wrong_key.text
    found = browser.post("/recover", form | {"code": console.code_of(anna)})
    assert found.headers["location"] == "/welcome/recovery-key"
    browser.page("/welcome/recovery-key")
    browser.post("/welcome/recovery-key")
    browser.post("/welcome/recovery-codes")
    assert browser.get(case).status_code == 200
    assert console.visitor().post("/recover", form | {"code": console.code_of(anna)}).status_code == 422


def test_guessing_recovery_keys_is_slowed_down(console: RunningConsole) -> None:
    anna = console.person("Anna")
    form = {"email": anna.email, "recovery_key": "gok", "password": FRESH, "again": FRESH}
    assert [console.visitor().post("/recover", form).status_code for _ in range(6)] == [422] * 5 + [429]


def test_another_telephone_counts_only_after_its_first_code(console: RunningConsole) -> None:
    anna = console.person("Anna")
    client = console.log_in(anna)
    client.page("/account")
    assert client.post("/account/app", {"current": "verkeerd"}).status_code == 422
    assert client.post("/account/app", {"current": PASSWORD}).headers["location"] == "/account/app"
    found = re.search(r'<span class="secret">([A-Z2-7 ]+)<', client.page("/account/app"))
    assert found is not None
    new = pyotp.TOTP(found[1].replace(" ", ""))
    assert client.post("/account/app/confirm", {"code": "000000"}).status_code == 422
    assert try_to_log_in(console, anna, console.code_of(anna)) == 303
    code = new.at(console.house.clock())
    assert client.post("/account/app/confirm", {"code": code}).headers["location"] == "/account"
    assert try_to_log_in(console, anna, console.code_of(anna)) == 422
    assert try_to_log_in(console, anna, code) == 422
    console.house.clock.pass_by(seconds=60)
    assert try_to_log_in(console, anna, new.at(console.house.clock())) == 303


def test_an_admin_makes_an_account_that_gets_its_own_password_at_once(
    console: RunningConsole, admin: DeskClient
) -> None:
    admin.page("/accounts")
    person = {"email": "nieuw@desk.example", "name": "Nieuw", "role": "counsellor", "organisation": "Een school"}
    shown = admin.post("/accounts", person | {"is_school": "1"})
    (password,) = SECRET.findall(shown.text)
    assert admin.post("/accounts", person).status_code == 409
    assert admin.post("/accounts", person | {"email": "geen adres"}).status_code == 422
    assert admin.post("/accounts", person | {"email": "x@y.nl", "role": "koning"}).status_code == 422
    assert password not in admin.page("/accounts")
    response = console.visitor().post("/login", {"email": "nieuw@desk.example", "password": password})
    assert response.headers["location"] == "/welcome/password"


def test_switching_off_ends_the_session_and_frees_its_cases(console: RunningConsole, admin: DeskClient) -> None:
    anna, bea = console.person("Anna"), console.person("Bea")
    file_report(console)
    claim(console.house.desk, anna.unlocked, list_cases(console.house.desk, anna.id)[0].id)
    annas = console.log_in(anna)
    admin.page("/accounts")
    assert admin.post(f"/accounts/{anna.id}/off").status_code == 303
    assert annas.get("/").headers["location"] == "/login"
    assert list_cases(console.house.desk, bea.id)[0].owner_id is None
    assert admin.post(f"/accounts/{'x' * 22}/off").status_code == 404


def test_nobody_ends_the_own_account(console: RunningConsole) -> None:
    ada = console.person("Ada", Role.ADMIN)
    client = console.log_in(ada)
    client.page("/accounts")
    for what in ("off", "anew"):
        assert client.post(f"/accounts/{ada.id}/{what}").status_code == 409
    assert client.get("/accounts").status_code == 200


def test_a_new_start_opens_no_old_case_until_a_colleague_lets_in(console: RunningConsole, admin: DeskClient) -> None:
    anna, bea = console.person("Anna"), console.person("Bea")
    file_report(console)
    case = f"/cases/{list_cases(console.house.desk, anna.id)[0].id}"
    admin.page("/accounts")
    (password,) = SECRET.findall(admin.post(f"/accounts/{anna.id}/anew").text)
    assert try_to_log_in(console, anna, console.code_of(anna)) == 422
    browser = console.visitor()
    browser.post("/login", {"email": anna.email, "password": password})
    browser.page("/welcome/password")
    browser.post("/welcome/password", {"password": FRESH, "again": FRESH})
    browser.page("/welcome/recovery-key")
    browser.post("/welcome/recovery-key")
    found = re.search(r'<span class="secret">([A-Z2-7 ]+)<', browser.page("/welcome/code"))
    assert found is not None
    assert found[1].replace(" ", "") != anna.totp_secret
    console.house.clock.pass_by(seconds=60)
    code = pyotp.TOTP(found[1].replace(" ", "")).at(console.house.clock())
    browser.post("/welcome/code", {"code": code})
    browser.post("/welcome/recovery-codes")
    assert browser.get(case).status_code == 403
    beas = console.log_in(bea)
    beas.page(case)
    assert beas.post(f"{case}/let-in", {"account": anna.id}).status_code == 303
    assert browser.get(case).status_code == 200


def test_the_audit_page_tells_who_did_what_and_checks_the_chain(console: RunningConsole, admin: DeskClient) -> None:
    anna = console.person("Anna")
    file_report(console)
    case_id = list_cases(console.house.desk, anna.id)[0].id
    console.log_in(anna).page(f"/cases/{case_id}")
    page = admin.page("/audit")
    assert "opende een zaak" in page
    assert "Iets naars" not in page
    assert f'href="/audit?subject={case_id}"' in page
    assert "logde in" not in admin.page(f"/audit?subject={case_id}")
    assert "opende een zaak" in admin.page(f"/audit?actor={anna.id}")
    assert "De keten klopt" in admin.post("/audit/check").text


def test_a_changed_log_is_noticed(console: RunningConsole, admin: DeskClient) -> None:
    admin.page("/audit")
    with console.house.desk.store.engine.begin() as connection:
        triggers = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        for name in triggers:
            connection.execute(text(f"DROP TRIGGER {name}"))
        connection.execute(text("UPDATE desk_audit SET action = 'niets' WHERE sequence = 2"))
    broken = admin.post("/audit/check")
    assert broken.status_code == 500
    assert "klopt niet vanaf regel 2" in broken.text


def test_the_log_is_read_a_page_at_a_time(console: RunningConsole, admin: DeskClient) -> None:
    for _ in range(101):
        admin.post("/audit/check")
    found = re.search(r'href="/audit\?before=(\d+)', admin.page("/audit"))
    assert found is not None
    assert int(found[1]) > 1
    assert "logde in" in admin.page(f"/audit?before={found[1]}")


def test_lists_of_people_stand_in_no_file_of_the_process(console: RunningConsole, tmp_path: Path) -> None:
    anna = console.person("Anna")
    try_to_log_in(console, anna, "geen code", "gok")
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"gok" in path.read_bytes()]
