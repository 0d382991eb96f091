"""Logging in to the console: who gets in, who is told what, and when it ends."""

import re

import httpx
import pytest

from desk.accounts.account import switch_off
from desk.accounts.roles import Role
from desk.accounts.unlocking import choose_password
from tests.support.console import PASSWORD, DeskClient, RunningConsole

FRESH = "een heel ander wachtwoord"
REFUSED = "Deze gegevens kloppen niet."


def test_the_first_login_leads_to_password_recovery_key_and_code(console: RunningConsole) -> None:
    new = console.newcomer("Anna")
    browser = console.visitor()
    response = browser.post("/login", {"email": new.email, "password": new.password})
    assert response.headers["location"] == "/welcome/password"
    assert "Kies een eigen wachtwoord" in browser.page("/inbox")
    response = browser.post("/welcome/password", {"password": FRESH, "again": FRESH})
    assert response.headers["location"] == "/welcome/recovery-key"
    shown = re.search(r'class="secret">([a-z0-9-]{47})<', browser.page("/welcome/recovery-key"))
    assert shown is not None
    assert browser.post("/welcome/recovery-key").headers["location"] == "/welcome/code"
    page = browser.page("/welcome/code")
    assert "<svg" in page
    assert new.totp_secret in page.replace(" ", "")
    assert shown[1] not in page
    assert browser.post("/welcome/code", {"code": "000000"}).status_code == 422
    after = browser.post("/welcome/code", {"code": console.code_of(new)}).headers["location"]
    assert after == "/welcome/recovery-codes"
    assert len(re.findall(r'class="secret">[a-z0-9]{5}-[a-z0-9]{5}<', browser.page(after))) == 8
    assert browser.post(after).headers["location"] == "/"
    assert "Dag Anna" in browser.page("/")
    assert browser.get("/welcome/recovery-key").headers["location"] == "/"


def test_who_gives_the_code_at_the_first_login_need_not_scan_it_again(console: RunningConsole) -> None:
    new = console.newcomer("Anna")
    browser = console.visitor()
    fields = {"email": new.email, "password": new.password, "code": console.code_of(new)}
    assert browser.post("/login", fields).headers["location"] == "/welcome/password"
    browser.page("/welcome/password")
    browser.post("/welcome/password", {"password": FRESH, "again": FRESH})
    assert browser.post("/welcome/recovery-key").headers["location"] == "/welcome/recovery-codes"


@pytest.mark.parametrize(("password", "again"), [("te kort", "te kort"), (FRESH, FRESH + "!")])
def test_a_password_that_is_short_or_mistyped_changes_nothing(
    console: RunningConsole, password: str, again: str
) -> None:
    new = console.newcomer("Anna")
    browser = console.visitor()
    browser.post("/login", {"email": new.email, "password": new.password})
    browser.page("/welcome/password")
    assert browser.post("/welcome/password", {"password": password, "again": again}).status_code == 422
    assert browser.get("/").headers["location"] == "/welcome/password"


def test_unknown_wrong_off_and_wrong_code_are_told_in_the_same_words(console: RunningConsole) -> None:
    anna, bea = console.person("Anna"), console.person("Bea")
    switch_off(console.house.desk, bea.email)
    attempts = [
        (anna.email, "verkeerd", console.code_of(anna)),
        (anna.email, PASSWORD, "000000"),
        (anna.email, PASSWORD, ""),
        (bea.email, PASSWORD, console.code_of(bea)),
        ("niemand@desk.example", PASSWORD, "123456"),
    ]
    told = set()
    for email, password, code in attempts:
        response = console.visitor().post("/login", {"email": email, "password": password, "code": code})
        assert response.status_code == 422
        assert "set-cookie" not in response.headers
        told.add(response.text.replace(email, ""))
    assert len(told) == 1
    assert REFUSED in told.pop()


def test_a_code_works_once(console: RunningConsole) -> None:
    anna = console.person("Anna")
    fields = {"email": anna.email, "password": PASSWORD, "code": console.code_of(anna)}
    assert console.visitor().post("/login", fields).status_code == 303
    assert console.visitor().post("/login", fields).status_code == 422


@pytest.mark.parametrize("email", ["anna@desk.example", "niemand@desk.example"])
def test_guessing_is_slowed_down_for_known_and_unknown_addresses_alike(console: RunningConsole, email: str) -> None:
    anna = console.person("Anna")
    tries = [console.visitor().post("/login", {"email": email, "password": f"gok {n}"}) for n in range(6)]
    assert [response.status_code for response in tries] == [422] * 5 + [429]
    if email == anna.email:
        right = {"email": email, "password": PASSWORD, "code": console.code_of(anna)}
        assert console.visitor().post("/login", right).status_code == 429
        console.house.clock.pass_by(minutes=1)
        right["code"] = console.code_of(anna)
        assert console.visitor().post("/login", right).status_code == 303


def test_a_session_ends_after_fifteen_idle_minutes(console: RunningConsole, anna: DeskClient) -> None:
    console.house.clock.pass_by(minutes=14)
    assert anna.get("/").status_code == 200
    console.house.clock.pass_by(minutes=15)
    assert anna.get("/inbox/reports").headers["location"] == "/login?next=%2Finbox%2Freports"
    assert len(console.inside.sessions) == 0


def test_a_session_ends_after_eight_hours_of_work(console: RunningConsole, anna: DeskClient) -> None:
    for _ in range(47):
        console.house.clock.pass_by(minutes=10)
        assert anna.get("/").status_code == 200
    console.house.clock.pass_by(minutes=10)
    assert anna.get("/").status_code == 303


def test_logging_out_ends_the_session_itself(console: RunningConsole, anna: DeskClient) -> None:
    kept = dict(anna.http.cookies)
    assert anna.post("/logout").headers["location"] == "/login"
    assert httpx.get(console.url + "/", cookies=kept).status_code == 303
    assert len(console.inside.sessions) == 0


def test_switching_off_and_a_new_password_elsewhere_end_what_was_open(console: RunningConsole) -> None:
    anna, bea = console.person("Anna"), console.person("Bea")
    annas, beas = console.log_in(anna), console.log_in(bea)
    switch_off(console.house.desk, anna.email)
    choose_password(console.house.desk, bea.unlocked, FRESH)
    assert annas.get("/").headers["location"] == "/login"
    assert beas.get("/").headers["location"] == "/login"


def test_a_form_without_the_token_of_the_session_changes_nothing(console: RunningConsole, anna: DeskClient) -> None:
    for token in ("", "x", console.log_in(console.person("Bea")).csrf):
        assert anna.post("/logout", {"csrf": token}).status_code == 403
    assert anna.get("/").status_code == 200


@pytest.mark.parametrize(
    "header", [{"Origin": "https://elders.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}]
)
def test_other_sites_cannot_send_our_forms(console: RunningConsole, header: dict[str, str]) -> None:
    anna = console.person("Anna")
    fields = {"email": anna.email, "password": PASSWORD, "code": console.code_of(anna)}
    response = httpx.post(console.url + "/login", data=fields, headers=header)
    assert response.status_code == 403
    assert "set-cookie" not in response.headers


@pytest.mark.parametrize("wish", ["https://elders.example", "//elders.example", "/\\elders.example", "/x\r\nA: b"])
def test_after_logging_in_nobody_is_sent_to_another_site(console: RunningConsole, wish: str) -> None:
    anna = console.person("Anna")
    fields = {"email": anna.email, "password": PASSWORD, "code": console.code_of(anna), "next": wish}
    assert console.visitor().post("/login", fields).headers["location"] == "/"


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(console: RunningConsole) -> None:
    anna = console.person("Anna")
    fields = {"email": anna.email, "password": PASSWORD, "code": console.code_of(anna)}
    local = console.visitor().post("/login", fields).headers["set-cookie"]
    assert re.fullmatch(r"desk=[\w-]{43}; HttpOnly; Path=/; SameSite=strict", local)
    fields["code"] = console.code_of(anna)
    https = httpx.post(console.url + "/login", data=fields, headers={"Host": "balie.example"}).headers["set-cookie"]
    assert re.fullmatch(r"__Host-desk=[\w-]{43}; HttpOnly; Path=/; SameSite=strict; Secure", https)


def test_every_answer_is_strict_and_kept_by_nobody(console: RunningConsole, anna: DeskClient) -> None:
    for path in ("/", "/login", "/inbox", "/healthz", "/nergens"):
        headers = anna.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-frame-options"] == "DENY"


def test_a_role_sees_its_own_places_only(console: RunningConsole, anna: DeskClient) -> None:
    analyst = console.log_in(console.person("Ans", Role.ANALYST))
    assert analyst.get("/inbox").status_code == 403
    assert "Postbak" not in analyst.page("/")
    assert anna.get("/inbox/nergens").status_code == 404


def test_it_says_that_it_lives_and_counts_without_names(console: RunningConsole, anna: DeskClient) -> None:
    assert anna.get("/healthz").json() == {"status": "ok"}
    assert anna.get("/readyz").json() == {"status": "ok", "database": "ok"}
    told = anna.get("/metrics").text
    assert 'wijzer_desk_logins_total{outcome="accepted"} 1.0' in told
    assert "wijzer_desk_sessions 1.0" in told
    assert "anna" not in told.lower()
