"""Every page of the console: axe finds nothing, it fits at 320 pixels, and the browser has no complaints."""

import pytest
from playwright.sync_api import Page

from tests.e2e.desk.conftest import LogIn
from tests.e2e.desk.looking import look
from tests.support.console import PASSWORD, RunningConsole

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
    look(page, "start")
    assert complaints == []


def test_the_inbox_and_the_account(log_in: LogIn, console: RunningConsole) -> None:
    page = log_in(console.person("Anna de Vries"))
    for path, name in (("/inbox", "inbox"), ("/account", "account"), ("/nergens", "error")):
        page.goto(path)
        look(page, name)
