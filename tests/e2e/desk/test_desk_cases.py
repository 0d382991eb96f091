"""Cases in a real browser on a busy day: how it looks, what happens by itself, what the keys do."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from desk.cases.casework import reply
from desk.cases.work import claim
from tests.e2e.desk.conftest import LogIn, keep_inside, sign_in
from tests.e2e.desk.looking import look
from tests.support.busy_desk import BusyDesk, busy_desk
from tests.support.console import RunningConsole

pytestmark = pytest.mark.browser


@pytest.fixture
def busy(console: RunningConsole) -> BusyDesk:
    """Thirty open cases, two counsellors."""
    return busy_desk(console)


def watch_for_complaints(page: Page) -> list[str]:
    """Collect what the browser complains about: errors in scripts, what the CSP blocks."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


def test_every_page_of_a_busy_desk(busy: BusyDesk, log_in: LogIn) -> None:
    page = log_in(busy.anna)
    complaints = watch_for_complaints(page)
    look(page, "start-busy")
    page.goto("/inbox")
    look(page, "inbox")
    page.goto(busy.case)
    look(page, "case")
    page.get_by_role("button", name="Maak zichtbaar Bedrijf").click()
    expect(page.get_by_text("Bakkerij Voorbeeld")).to_be_visible()
    for summary in page.locator("details > summary").all():
        summary.click()
    look(page, "case-open")
    page.get_by_role("button", name="Verstuur antwoord").click()
    look(page, "case-nothing-typed", picture=False)
    page.goto("/cases?status=all")
    look(page, "cases")
    page.get_by_label("Zoek op nummer of woorden").fill("nergens te vinden")
    page.get_by_role("button", name="Zoek").click()
    look(page, "cases-none", picture=False)
    page.goto("/shelf")
    page.locator("details > summary").click()
    look(page, "shelf")
    assert [one for one in complaints if "422" not in one] == []


def test_a_report_that_comes_in_appears_by_itself(busy: BusyDesk, log_in: LogIn, console: RunningConsole) -> None:
    page = log_in(busy.anna)
    page.goto("/inbox")
    lines = page.locator("#queue-reports + ul > li")
    before = lines.count()
    page.locator(".item__link").first.focus()
    case_id = busy.case.rpartition("/")[2]
    reply(console.house.desk, busy.bea.unlocked, case_id, "Nog een antwoord")
    unclaimed = page.locator("#queue-reports + ul > li", has_not_text="bij ").last
    address = unclaimed.get_by_role("link").get_attribute("href") or ""
    claim(console.house.desk, busy.bea.unlocked, address.rpartition("/")[2])
    expect(page.locator(f'li:has(a[href="{address}"])')).to_contain_text("bij Bea Jansen")
    assert lines.count() == before
    expect(page.locator(".item__link").first).to_be_focused()
    expect(page.locator("#announce")).to_have_text("De pagina is bijgewerkt.")


def test_two_colleagues_see_each_other_and_each_others_answers(busy: BusyDesk, log_in: LogIn) -> None:
    annas, beas = log_in(busy.anna), log_in(busy.bea)
    annas.goto(busy.case)
    beas.goto(busy.case)
    expect(annas.locator("#looking")).to_have_text("Bea Jansen kijkt nu ook.")
    expect(beas.locator("#looking")).to_have_text("Anna de Vries kijkt nu ook.")
    annas.get_by_label("Uw antwoord").fill("Ik ben aan het typen")
    beas.get_by_label("Uw antwoord").fill("We houden je naam erbuiten.")
    beas.get_by_role("button", name="Verstuur antwoord").click()
    expect(annas.locator("#news")).to_be_visible()
    look(annas, "case-news", picture=False)
    annas.get_by_role("button", name="Verstuur antwoord").click()
    expect(annas.get_by_role("alert")).to_contain_text("Uw antwoord is nog niet verstuurd")
    expect(annas.get_by_label("Uw antwoord")).to_have_value("Ik ben aan het typen")
    beas.goto("/inbox")
    expect(annas.locator("#looking")).to_have_text("")


def test_a_draft_keeps_itself_and_is_there_on_another_computer(busy: BusyDesk, log_in: LogIn) -> None:
    page = log_in(busy.anna)
    page.goto(busy.case)
    page.get_by_label("Uw antwoord").press_sequentially("Beste melder, ")
    expect(page.locator("#draft-state")).to_have_text("Uw concept is bewaard.")
    elsewhere = log_in(busy.anna)
    elsewhere.goto(busy.case)
    expect(elsewhere.get_by_label("Uw antwoord")).to_have_value("Beste melder,")


def test_keys_go_quickly_and_can_be_switched_off(busy: BusyDesk, log_in: LogIn) -> None:
    page = log_in(busy.anna)
    page.keyboard.press("p")
    page.wait_for_url("**/inbox")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".item__link").nth(1)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_url("**/cases/*")
    page.keyboard.press("a")
    expect(page.get_by_label("Uw antwoord")).to_be_focused()
    page.keyboard.type("p?")
    expect(page.get_by_label("Uw antwoord")).to_have_value("p?")
    page.get_by_role("button", name="Sneltoetsen").click()
    look(page, "keys", picture=False)
    page.get_by_label("Sneltoetsen aan op deze computer").uncheck()
    page.get_by_role("button", name="Sluit").click()
    page.locator("h1").click()
    page.keyboard.press("p")
    page.reload()
    page.keyboard.press("p")
    expect(page).to_have_url(re.compile("/cases/"))


def test_when_the_session_ends_nothing_stays_on_the_screen(
    busy: BusyDesk, log_in: LogIn, console: RunningConsole
) -> None:
    page = log_in(busy.anna)
    page.goto(busy.case)
    expect(page.get_by_role("heading", name="De melding")).to_be_visible()
    console.house.clock.pass_by(minutes=16)
    page.wait_for_url("**/login?next=*")


def test_reading_and_answering_work_without_javascript(
    busy: BusyDesk, browser: Browser, console: RunningConsole
) -> None:
    context = browser.new_context(base_url=console.url, java_script_enabled=False)
    asked = keep_inside(context, console.url)
    page = context.new_page()
    sign_in(page, console, busy.anna)
    page.goto("/inbox")
    page.locator(f'a[href="{busy.case}"]').click()
    page.get_by_role("button", name="Maak zichtbaar Plaats").click()
    expect(page.locator("#field-town")).to_contain_text("Utrecht")
    page.get_by_label("Standaardantwoord").select_option(label="Eerste reactie")
    page.get_by_role("button", name="Zet in het antwoord").click()
    expect(page.get_by_label("Uw antwoord")).to_have_value(re.compile("Dank je voor je melding"))
    page.get_by_role("button", name="Verstuur antwoord").click()
    expect(page.get_by_role("status").first).to_contain_text("Uw antwoord is bewaard.")
    assert console.house.texts(busy.receipt)[-1][1].startswith("Dank je voor je melding")
    assert asked == []
    context.close()
