"""What stays and what goes: reloads, tabs, wiping, leaving in a hurry, the code of a report."""

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from tests.e2e.chat import Chat, eventually
from tests.e2e.conftest import AWAY
from tests.support.stand_in_bot import RECEIPT, StandInBot

pytestmark = pytest.mark.browser

STORED = "JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])"


def test_a_reload_keeps_the_conversation(chat: Chat, page: Page) -> None:
    chat.ask("vergoeding")
    before = chat.messages.count()
    page.reload()
    chat.started()
    expect(chat.messages).to_have_count(before)
    expect(chat.messages.nth(-2)).to_contain_text("vergoeding")
    chat.ask("gemeente")


def test_a_reload_closes_questions_that_were_passed_by(chat: Chat, page: Page) -> None:
    chat.ask("welke")
    chat.ask("gemeente")
    page.reload()
    chat.started()
    expect(chat.where.get_by_role("button", name="Stage zoeken")).to_have_attribute("aria-disabled", "true")


def test_a_new_tab_starts_empty(chat: Chat, context: BrowserContext) -> None:
    chat.ask("vergoeding")
    other = context.new_page()
    other.goto("/")
    fresh = Chat(other).started()
    expect(fresh.messages).to_have_count(2)
    expect(fresh.where.get_by_text("vergoeding")).to_have_count(0)


def test_nothing_that_was_said_is_stored_in_the_browser(chat: Chat, page: Page) -> None:
    chat.ask("kanarie in de mijn")
    stored = page.evaluate(STORED)
    assert "kanarie" not in stored
    assert "localStorage" not in stored
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate("Object.keys(sessionStorage)") == ["wijzer"]


def test_wiping_asks_first_and_then_nothing_is_left(chat: Chat, page: Page, bot: StandInBot) -> None:
    chat.ask("vergoeding")
    old = page.evaluate("JSON.parse(sessionStorage.getItem('wijzer')).id")
    chat.button("Wis gesprek").click()
    dialog = page.get_by_role("dialog", name="Gesprek wissen?")
    expect(dialog.get_by_role("button", name="Nee, terug")).to_be_focused()
    dialog.get_by_role("button", name="Nee, terug").click()
    expect(dialog).to_be_hidden()
    expect(chat.last).to_contain_text("stagevergoeding")

    chat.button("Wis gesprek").click()
    dialog.get_by_role("button", name="Ja, wis alles").click()
    expect(chat.status).to_have_text("Je gesprek is gewist. Dit is een nieuw gesprek.")
    expect(chat.messages).to_have_count(2)
    expect(chat.where.get_by_text("stagevergoeding")).to_have_count(0)
    expect(chat.box).to_be_focused()
    assert old not in bot.trackers
    assert page.evaluate("JSON.parse(sessionStorage.getItem('wijzer')).id") != old


def test_wiping_that_is_not_finished_says_so(chat: Chat, page: Page, bot: StandInBot) -> None:
    chat.ask("vergoeding")
    bot.cannot_erase = True
    chat.button("Wis gesprek").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(chat.notice).to_contain_text("Je berichten zijn gewist.")
    expect(chat.messages).to_have_count(2)


def test_wiping_while_the_assistant_is_away_says_so_and_offers_to_start_again(
    chat: Chat, page: Page, bot: StandInBot
) -> None:
    chat.ask("vergoeding")
    bot.cannot_erase = bot.broken = True
    chat.button("Wis gesprek").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(chat.notice).to_contain_text("Je berichten zijn gewist.")
    expect(chat.messages).to_have_count(0)
    bot.cannot_erase = bot.broken = False
    chat.button("Probeer opnieuw").click()
    expect(chat.started().messages).to_have_count(2)


def test_wiping_without_connection_keeps_the_conversation_and_says_so(
    chat: Chat, page: Page, context: BrowserContext
) -> None:
    chat.ask("vergoeding")
    context.set_offline(True)
    chat.button("Wis gesprek").click()
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(chat.notice).to_contain_text("Wissen is niet gelukt")
    expect(chat.where.get_by_text("stagevergoeding").first).to_be_visible()
    context.set_offline(False)
    expect(chat.notice).to_be_empty()


def test_snel_weg_leaves_and_wipes(chat: Chat, page: Page, bot: StandInBot) -> None:
    chat.ask("vergoeding")
    old = page.evaluate("JSON.parse(sessionStorage.getItem('wijzer')).id")
    chat.leave.click()
    page.wait_for_url(AWAY)
    eventually(lambda: old not in bot.trackers)
    page.go_back()
    assert page.url == "about:blank"  # the chat is not in the history of the tab
    page.goto("/")
    expect(Chat(page).started().messages).to_have_count(2)


def test_escape_twice_leaves_and_once_does_not(chat: Chat, page: Page) -> None:
    chat.ask("vergoeding")
    page.keyboard.press("Escape")
    expect(chat.last).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_url(AWAY)


def test_escape_twice_leaves_from_the_question_to_wipe_too(chat: Chat, page: Page) -> None:
    chat.button("Wis gesprek").click()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url(AWAY)


def test_the_title_never_tells_what_the_conversation_is_about(chat: Chat, page: Page) -> None:
    chat.ask("melden")
    expect(page).to_have_title("Wijzer: vragen over school en stage")


def test_the_code_of_a_report_stands_on_a_card(chat: Chat, page: Page, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    card = chat.ask("melden").locator(".receipt")
    expect(card.get_by_text(RECEIPT, exact=True)).to_be_visible()
    card.get_by_role("button", name="Kopieer de code").click()
    expect(card.get_by_role("status")).to_contain_text("Gekopieerd.")
    assert page.evaluate("navigator.clipboard.readText()") == RECEIPT
    card.get_by_role("checkbox", name="Ik heb het opgeschreven").check()
    expect(card.get_by_role("status")).to_contain_text("Bewaar de code")


def test_a_code_that_is_not_written_down_is_spoken_of_before_wiping(chat: Chat, page: Page) -> None:
    warning = page.get_by_text("je hebt je code nog niet opgeschreven")
    card = chat.ask("melden").locator(".receipt")
    chat.button("Wis gesprek").click()
    expect(warning).to_be_visible()
    page.get_by_role("button", name="Nee, terug").click()
    card.get_by_role("checkbox", name="Ik heb het opgeschreven").check()
    chat.button("Wis gesprek").click()
    expect(warning).to_be_hidden()


def test_a_code_is_shown_once(chat: Chat, page: Page) -> None:
    chat.ask("melden").locator(".receipt").get_by_role("checkbox").check()
    page.reload()
    chat.started()
    expect(chat.last).to_contain_text("Je melding is binnen.")
    expect(chat.where.get_by_text(RECEIPT)).to_have_count(0)


def test_closing_with_a_code_not_written_down_asks_first(chat: Chat, page: Page) -> None:
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", accept)
    chat.ask("melden")
    page.reload()
    chat.started()
    assert asked == ["beforeunload"]
