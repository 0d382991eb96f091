"""Every page of the console: axe finds nothing, it fits at 320 pixels, and the browser has no complaints."""

from pathlib import Path

import pytest
from oidc_provider_mock import run_server_in_thread
from playwright.sync_api import Browser, Page, expect

from desk.accounts.roles import Role
from tests.e2e.chat import PATIENCE_SECONDS
from tests.e2e.desk.conftest import LogIn, sign_in
from tests.e2e.desk.looking import look
from tests.support.console import PASSWORD, RunningConsole, running_console

pytestmark = pytest.mark.browser


def test_the_first_login(page: Page, console: RunningConsole, complaints: list[str]) -> None:
    new = console.newcomer("Anna de Vries")
    page.goto(f"{console.url}/login")
    look(page, "login")
    page.get_by_label("E-mailadres").fill(new.email)
    page.get_by_label("Wachtwoord").fill(new.password)
    page.get_by_role("button", name="Log in").click()
    look(page, "welcome-password")
    page.get_by_label("Nieuw wachtwoord").fill(PASSWORD)
    page.get_by_label("Nog een keer").fill(PASSWORD)
    page.get_by_role("button", name="Bewaar wachtwoord").click()
    look(page, "welcome-recovery-key")
    page.get_by_role("button", name="Ik heb hem opgeschreven").click()
    look(page, "welcome-code")
    page.get_by_label("Code uit uw app").fill(console.code_of(new))
    page.get_by_role("button", name="Controleer").click()
    look(page, "welcome-recovery-codes")
    page.get_by_role("button", name="Ik heb ze opgeschreven").click()
    look(page, "start")
    assert complaints == []


def test_the_own_account(log_in: LogIn, console: RunningConsole) -> None:
    page = log_in(console.person("Anna de Vries"))
    page.goto("/account")
    for summary in page.locator("details > summary").all():
        summary.click()
    look(page, "account")
    page.locator("#app-current").fill(PASSWORD)
    page.get_by_role("button", name="Ga verder").click()
    look(page, "account-app", picture=False)
    page.goto("/account/password")
    page.get_by_label("Wachtwoord van nu").fill("verkeerd")
    page.get_by_role("button", name="Bewaar wachtwoord").click()
    look(page, "account-password")
    page.goto("/nergens")
    look(page, "error")


def test_the_pages_before_logging_in(page: Page, console: RunningConsole) -> None:
    page.goto(f"{console.url}/login")
    page.get_by_role("button", name="Log in").click()
    look(page, "login-refused", picture=False)
    page.goto(f"{console.url}/recover")
    look(page, "recover")


def test_the_pages_of_an_admin(log_in: LogIn, console: RunningConsole) -> None:
    for name, role in (("Anna de Vries", Role.COUNSELLOR), ("Carla Bos", Role.COORDINATOR), ("Ed Mulder", Role.EDITOR)):
        console.person(name, role, organisation="Voorbeeldschool", is_school=True)
    console.newcomer("Bea Jansen")
    page = log_in(console.person("Ada de Beheerder", Role.ADMIN))
    page.goto("/accounts")
    page.locator("details > summary").first.click()
    look(page, "accounts")
    page.get_by_label("Naam").fill("Nieuwe Collega")
    page.get_by_label("E-mailadres").fill("nieuw@desk.example")
    page.get_by_role("button", name="Maak account").click()
    look(page, "accounts-once")
    page.goto("/audit")
    page.get_by_role("button", name="Controleer de keten").click()
    look(page, "audit")


def test_logging_in_through_a_school(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    page.set_default_timeout(PATIENCE_SECONDS * 1000)
    with run_server_in_thread() as server:
        issuer = f"http://localhost:{server.server_port}"
        settings = {"oidc_issuer": issuer, "oidc_client_id": "balie", "oidc_name": "Voorbeeldschool"}
        with running_console(tmp_path / "school", None, **settings) as console:
            anna = console.person("Anna de Vries")
            page.goto(f"{console.url}/login")
            look(page, "login-school", picture=False)
            sign_in(page, console, anna)
            page.goto(f"{console.url}/account")
            page.get_by_role("link", name="Koppel uw account bij Voorbeeldschool").click()
            page.locator("[name=sub]").fill("anna")
            page.get_by_role("button", name="Authorize").click()
            look(page, "school-linked", picture=False)
            page.get_by_role("link", name="Naar mijn account").click()
            page.get_by_role("button", name="Uitloggen").click()
            page.get_by_role("link", name="Log in via Voorbeeldschool").click()
            page.get_by_role("button", name="Authorize as anna").click()
            look(page, "school-unlock")
            page.get_by_label("Wachtwoord van de balie").fill(PASSWORD)
            page.get_by_label("Code uit uw app").fill(console.code_of(anna))
            page.get_by_role("button", name="Log in").click()
            expect(page.get_by_role("heading", name="Dag Anna de Vries")).to_be_visible()
    page.close()
