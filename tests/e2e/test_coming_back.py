"""A reporter comes back to the website with the code, reads the answer, writes back, takes the report back."""

import pytest
from playwright.sync_api import Page, expect

from connectors.web.house import House
from desk.accounts.account import Person, create_account
from desk.accounts.roles import Role
from desk.accounts.unlocking import unlock
from desk.cases.casework import list_cases, reply
from desk.desk import open_desk
from desk.intake.reports import Intake, ReportDocument, new_submission_id
from desk.settings import DeskSettings
from tests.e2e.axe import expect_no_violations

pytestmark = pytest.mark.browser

ANSWER = "Wat naar. Zullen we samen kijken wat je wilt?"


@pytest.fixture
def receipt(house: House, request: pytest.FixtureRequest) -> str:
    """The code of a report with an answer."""
    desk = open_desk(DeskSettings(data_dir=house.settings.data_dir))
    person = Person(f"{abs(hash(request.node.name))}@desk.example", Role.COUNSELLOR, "Anna")
    counsellor = unlock(desk, person.email, create_account(desk, person).one_time_password)
    document = ReportDocument(what_happened="Ik mocht niet komen werken met een hoofddoek.")
    filed = Intake(desk).file_report(document, new_submission_id())
    (case,) = list_cases(desk, counsellor.account_id)
    reply(desk, counsellor, case.id, ANSWER)
    return filed


def open_report(page: Page, receipt: str) -> None:
    page.goto("/melding")
    page.get_by_label("Jouw code").fill(receipt)
    page.get_by_role("button", name="Bekijk je melding").click()


def test_the_code_shows_the_answer_and_takes_a_message(page: Page, receipt: str, complaints: list[str]) -> None:
    open_report(page, receipt)
    expect(page.locator("#shown")).to_be_focused()
    expect(page.get_by_text(ANSWER)).to_be_visible()
    expect_no_violations(page)
    page.get_by_label("Schrijf terug").fill("Ja graag, wanneer?")
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_text("Je bericht is verstuurd")).to_be_visible()
    expect(page.locator("#messages")).to_contain_text("Ja graag, wanneer?")
    assert complaints == []


def test_nothing_of_the_code_stays_in_the_browser(page: Page, receipt: str) -> None:
    open_report(page, receipt)
    expect(page.get_by_text(ANSWER)).to_be_visible()
    kept = page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}, location.href])")
    assert receipt.replace(" ", "") not in kept.replace(" ", "").replace("%20", "")
    page.get_by_role("button", name="Klaar").click()
    expect(page.get_by_text(ANSWER)).to_be_hidden()
    expect(page.get_by_label("Jouw code")).to_have_value("")


def test_an_unknown_code_is_told_kindly(page: Page) -> None:
    open_report(page, "1234 5678 9012 3456")
    expect(page.get_by_role("alert")).to_contain_text("We kennen dit nummer niet")
    page.get_by_label("Jouw code").fill("1234")
    page.get_by_role("button", name="Bekijk je melding").click()
    expect(page.get_by_role("alert")).to_contain_text("Een code heeft 16 cijfers")


def test_taking_it_back_asks_first_and_then_deletes(page: Page, receipt: str) -> None:
    open_report(page, receipt)
    page.get_by_role("button", name="Trek de melding in").click()
    page.get_by_role("button", name="Nee, laat staan").click()
    expect(page.get_by_text(ANSWER)).to_be_visible()
    page.get_by_role("button", name="Trek de melding in").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page.get_by_role("alert")).to_contain_text("Alles is gewist")
    open_report(page, receipt)
    expect(page.get_by_role("alert")).to_contain_text("We kennen dit nummer niet")


def test_the_chat_page_leads_to_it(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Ik heb een code").click()
    expect(page.get_by_role("heading", name="Kijk hoe het met je melding staat")).to_be_visible()
