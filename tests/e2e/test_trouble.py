"""When something fails: the reader is told the truth, keeps the words and has a way on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from connectors.conversations.message import Draft
from connectors.conversations.push import push_message
from connectors.web.house import House
from connectors.web.server import WebServer
from tests.e2e.chat import Chat
from tests.e2e.conftest import MakeApp
from tests.support.served import serve
from tests.support.stand_in_bot import StandInBot

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def limited(make_app: MakeApp) -> Iterator[str]:
    with serve(make_app(rate_limits="on"), WebServer) as address:
        yield address


def test_when_the_assistant_is_away_the_text_stays_and_can_be_sent_again(chat: Chat, bot: StandInBot) -> None:
    bot.broken = True
    chat.type("vergoeding")
    expect(chat.notice).to_contain_text("De chatbot is even niet bereikbaar.")
    expect(chat.box).to_have_value("vergoeding")
    expect(chat.messages).to_have_count(2)
    bot.broken = False
    chat.button("Probeer opnieuw").click()
    expect(chat.last).to_contain_text("stagevergoeding")
    expect(chat.box).to_have_value("")
    expect(chat.notice).to_be_empty()


def test_a_button_that_failed_can_be_tried_again(chat: Chat, bot: StandInBot) -> None:
    more = chat.ask("vergoeding").get_by_role("button", name="Meer uitleg")
    bot.broken = True
    more.click()
    expect(chat.notice).to_contain_text("niet bereikbaar")
    expect(more).not_to_have_attribute("aria-disabled", "true")
    bot.broken = False
    chat.button("Probeer opnieuw").click()
    expect(chat.last).to_contain_text("Hier is meer uitleg")
    expect(more).to_have_attribute("aria-disabled", "true")


def test_a_start_that_fails_can_be_tried_again(page: Page, bot: StandInBot) -> None:
    bot.broken = True
    page.goto("/")
    chat = Chat(page)
    expect(chat.notice).to_contain_text("De chatbot is even niet bereikbaar.")
    chat.type("vergoeding")
    expect(chat.box).to_have_value("vergoeding")
    bot.broken = False
    chat.button("Probeer opnieuw").click()
    chat.started()
    expect(chat.box).to_have_value("vergoeding")


def test_offline_is_told_and_the_text_stays(chat: Chat, context: BrowserContext) -> None:
    context.set_offline(True)
    expect(chat.notice).to_contain_text("Je hebt geen internet. Wat je typt, blijft staan.")
    chat.type("vergoeding")
    expect(chat.box).to_have_value("vergoeding")
    expect(chat.notice).to_contain_text("Je hebt geen internet.")
    context.set_offline(False)
    expect(chat.notice).to_be_empty()
    expect(chat.status).to_have_text("Je hebt weer internet.")
    chat.box.press("Enter")
    expect(chat.last).to_contain_text("stagevergoeding")


def test_too_many_messages_counts_down_and_then_goes_on(page: Page, limited: str) -> None:
    page.clock.install()
    page.goto(limited)
    chat = Chat(page).started()
    token = page.evaluate("JSON.parse(sessionStorage.getItem('wijzer'))")
    url = f"{limited}/api/v1/conversations/{token['id']}/messages"
    headers = {"Authorization": f"Bearer {token['token']}"}
    for number in range(30):
        assert page.request.post(url, headers=headers, data={"text": f"bericht {number}"}).ok
    chat.type("vergoeding")
    expect(chat.notice).to_contain_text("Je stuurt heel veel berichten.")
    expect(chat.notice).to_contain_text("Nog ")
    expect(chat.send_button).to_have_attribute("aria-disabled", "true")
    expect(chat.box).to_have_value("vergoeding")
    page.clock.fast_forward(61_000)
    expect(chat.notice).to_be_empty()
    expect(chat.status).to_have_text("Je kunt weer verder.")
    expect(chat.send_button).to_have_attribute("aria-disabled", "false")


def test_a_conversation_that_is_gone_starts_again_and_keeps_the_words(chat: Chat, page: Page, address: str) -> None:
    page.route("**/events", lambda route: route.abort())
    page.reload()
    chat.started()
    token = page.evaluate("JSON.parse(sessionStorage.getItem('wijzer'))")
    headers = {"Authorization": f"Bearer {token['token']}"}
    assert page.request.delete(f"{address}/api/v1/conversations/{token['id']}", headers=headers).ok
    chat.type("vergoeding")
    expect(chat.notice).to_contain_text("Je vorige gesprek is afgelopen")
    expect(chat.box).to_have_value("vergoeding")
    chat.started().box.press("Enter")
    expect(chat.last).to_contain_text("stagevergoeding")


def test_an_empty_answer_of_the_bot_is_an_honest_sentence_with_a_way_on(chat: Chat) -> None:
    answer = chat.ask("leeg")
    expect(answer).to_contain_text("Sorry, er ging iets mis bij mij.")
    expect(answer.get_by_role("button", name="Ik wil een mens spreken")).to_be_visible()


def test_where_streams_are_blocked_replies_come_by_polling(page: Page, house: House) -> None:
    page.route("**/events", lambda route: route.abort())
    page.goto("/")
    chat = Chat(page).started()
    conversation = page.evaluate("JSON.parse(sessionStorage.getItem('wijzer')).id")
    with house.sessions.begin() as session:
        push_message(session, conversation, Draft(sender="counsellor", text="Via een omweg."), house.clock())
    expect(chat.last).to_contain_text("Via een omweg.", timeout=15_000)


def test_a_stream_that_breaks_goes_on_after_the_last_message(page: Page, house: House) -> None:
    asked: list[str | None] = []

    def note(request: Request) -> None:
        if request.url.endswith("/events"):
            asked.append(request.headers.get("last-event-id"))

    page.on("request", note)
    page.goto("/")
    chat = Chat(page).started()
    conversation = page.evaluate("JSON.parse(sessionStorage.getItem('wijzer')).id")
    for number, text in enumerate(["Eerste bericht.", "Tweede bericht."]):
        with house.sessions.begin() as session:
            made = push_message(session, conversation, Draft(sender="counsellor", text=text), house.clock())
        expect(chat.last).to_contain_text(text, timeout=15_000)
        if number == 0:
            house.arrivals.end_all()
            with page.expect_request("**/events"):
                pass
            assert asked[-1] == made.id
    expect(chat.where.get_by_text("Eerste bericht.")).to_have_count(1)


def test_a_text_over_the_limit_is_counted_and_not_sent(chat: Chat, bot: StandInBot) -> None:
    chat.box.fill("a" * 1799)
    expect(chat.where.locator("#count")).to_be_hidden()
    chat.box.fill("a" * 1990)
    expect(chat.where.locator("#count")).to_have_text("Nog 10 tekens")
    chat.type("a" * 2003)
    expect(chat.where.locator("#count")).to_have_text("3 tekens te veel. Maak je bericht korter.")
    expect(chat.box).to_have_attribute("aria-invalid", "true")
    expect(chat.status).to_have_text("3 tekens te veel. Maak je bericht korter.")
    assert bot.heard_words() == ["/begin"]
    chat.type("😀" * 2000)
    expect(chat.last).to_contain_text("Je zei: 😀")


def test_without_javascript_there_is_a_way_on(page: Page, context: BrowserContext) -> None:
    browser = context.browser
    assert browser
    plain = browser.new_context(java_script_enabled=False, base_url=page.url)
    view = plain.new_page()
    response = page.request.get("/")
    view.set_content(response.text())
    expect(view.get_by_role("heading", name="Deze chat werkt alleen met JavaScript")).to_be_visible()
    expect(view.get_by_role("link", name="0800-0432")).to_be_visible()
    plain.close()
