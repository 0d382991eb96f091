"""Logging in through a school, with a real OpenID Connect provider beside the console."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from oidc_provider_mock import run_server_in_thread

from desk.cases.casework import list_cases
from desk.cases.document import ReportDocument
from desk.intake.reports import new_submission_id
from tests.support.console import PASSWORD, DeskClient, DeskPerson, RunningConsole, running_console

PERSON = "urn:collab:person:voorbeeldschool:anna"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """An identity provider of a school that lets in whoever says who they are."""
    with run_server_in_thread() as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def console(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, provider: str) -> Iterator[RunningConsole]:
    """A console that knows the provider."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with running_console(
        tmp_path, oidc_issuer=provider, oidc_client_id="balie", oidc_name="Voorbeeldschool"
    ) as running:
        yield running


def at_school(browser: DeskClient, begin: str, subject: str = PERSON) -> httpx.Response:
    """Go to the school, log in there, and come back to the desk."""
    there = browser.get(begin).headers["location"]
    back = httpx.post(there, data={"sub": subject}).headers["location"]
    return browser.get(urlsplit(back).path + "?" + urlsplit(back).query)


def link(console: RunningConsole, person: DeskPerson, subject: str = PERSON) -> DeskClient:
    """Link an account to a person of the school."""
    client = console.log_in(person)
    assert at_school(client, "/school/link", subject).status_code == 200
    return client


def test_the_school_says_who_it_is_and_the_own_password_opens_the_cases(console: RunningConsole) -> None:
    anna = console.person("Anna")
    console.house.intake.file_report(ReportDocument(what_happened="Iets naars."), new_submission_id())
    case = f"/cases/{list_cases(console.house.desk, anna.id)[0].id}"
    link(console, anna)
    browser = console.visitor()
    assert "Log in via Voorbeeldschool" in browser.page("/login")
    page = at_school(browser, "/school/start")
    assert "Uw eigen wachtwoord van de balie opent uw zaken" in page.text
    assert browser.get(case).headers["location"].startswith("/login")
    fields = {"password": PASSWORD, "code": console.code_of(anna)}
    assert browser.post("/school/unlock", fields | {"password": "verkeerd"}).status_code == 422
    assert browser.post("/school/unlock", fields | {"code": "000000"}).status_code == 422
    assert browser.post("/school/unlock", fields).headers["location"] == "/"
    assert browser.get(case).status_code == 200


def test_a_person_nobody_linked_does_not_come_in(console: RunningConsole) -> None:
    console.person("Anna")
    browser = console.visitor()
    refused = at_school(browser, "/school/start", "anna@desk.example")
    assert refused.status_code == 403
    assert "koppel het" in refused.text
    assert browser.post("/school/unlock", {"password": PASSWORD}).status_code == 502


def test_one_person_of_the_school_is_one_account(console: RunningConsole) -> None:
    link(console, console.person("Anna"))
    bea = console.log_in(console.person("Bea"))
    assert at_school(bea, "/school/link").status_code == 409


def test_unlinking_ends_it(console: RunningConsole) -> None:
    client = link(console, console.person("Anna"))
    client.page("/account")
    assert client.post("/account/school/unlink").status_code == 303
    assert at_school(console.visitor(), "/school/start").status_code == 403


def test_coming_back_without_having_gone_or_with_anothers_state_is_refused(console: RunningConsole) -> None:
    link(console, console.person("Anna"))
    assert console.visitor().get("/school/back?code=x&state=y").status_code == 502
    browser, other = console.visitor(), console.visitor()
    there = browser.get("/school/start").headers["location"]
    back = httpx.post(there, data={"sub": PERSON}).headers["location"]
    other.get("/school/start")
    assert other.get(urlsplit(back).path + "?" + urlsplit(back).query).status_code == 502
    forged = re.sub(r"state=[^&]+", "state=forged", back)
    assert browser.get(urlsplit(forged).path + "?" + urlsplit(forged).query).status_code == 502


def test_a_code_of_the_school_works_once(console: RunningConsole) -> None:
    link(console, console.person("Anna"))
    browser = console.visitor()
    there = browser.get("/school/start").headers["location"]
    back = httpx.post(there, data={"sub": PERSON}).headers["location"]
    address = urlsplit(back).path + "?" + urlsplit(back).query
    assert browser.get(address).status_code == 200
    assert browser.get(address).status_code == 502


def test_an_id_token_for_another_login_is_refused(console: RunningConsole) -> None:
    """The nonce in the token must be that of this browser's own login."""
    link(console, console.person("Anna"))
    browser = console.visitor()
    there = browser.get("/school/start").headers["location"]
    swapped = re.sub(r"nonce=[^&]+", "nonce=another", there)
    back = httpx.post(swapped, data={"sub": PERSON}).headers["location"]
    assert browser.get(urlsplit(back).path + "?" + urlsplit(back).query).status_code == 502


def test_guessing_the_own_password_after_the_school_is_slowed_down(console: RunningConsole) -> None:
    link(console, console.person("Anna"))
    browser = console.visitor()
    at_school(browser, "/school/start")
    tries = [browser.post("/school/unlock", {"password": f"gok {n}", "code": "1"}).status_code for n in range(6)]
    assert tries == [422] * 5 + [429]


def test_a_provider_that_is_away_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with running_console(tmp_path, oidc_issuer="http://127.0.0.1:9", oidc_client_id="balie") as console:
        assert console.visitor().get("/school/start").status_code == 502
        assert console.visitor().get("/login").status_code == 200


def test_a_linked_account_can_be_made_to_come_through_the_school_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, provider: str
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with running_console(tmp_path, oidc_issuer=provider, oidc_client_id="balie", oidc_required=True) as console:
        anna = console.person("Anna")
        link(console, anna)
        fields = {"email": anna.email, "password": PASSWORD, "code": console.code_of(anna)}
        assert console.visitor().post("/login", fields).status_code == 403
        browser = console.visitor()
        at_school(browser, "/school/start")
        again = {"password": PASSWORD, "code": console.code_of(anna)}
        assert browser.post("/school/unlock", again).status_code == 303


def test_without_a_provider_the_pages_do_not_exist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with running_console(tmp_path) as console:
        assert console.visitor().get("/school/start").status_code == 404
        assert "/school/start" not in console.visitor().page("/login")
