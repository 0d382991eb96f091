"""What a conversation looks like: who speaks, links, sources, buttons, thumbs."""

import pytest
from playwright.sync_api import Page, expect

from connectors.conversations.message import Draft
from connectors.conversations.push import push_message
from connectors.web.house import House
from tests.e2e.chat import Chat
from tests.e2e.replies import WELCOME
from tests.support.stand_in_bot import StandInBot

pytestmark = pytest.mark.browser


def test_first_message_and_a_lasting_line_say_that_this_is_a_chatbot(chat: Chat) -> None:
    expect(chat.messages.first).to_contain_text(WELCOME)
    chat.ask("vergoeding")
    expect(chat.where.get_by_text("Je praat met een chatbot, niet met een mens.")).to_be_visible()


def test_every_message_says_in_words_who_speaks(chat: Chat) -> None:
    answer = chat.ask("vergoeding")
    expect(answer).to_contain_text("Wijzer (chatbot)")
    expect(chat.messages.nth(-2)).to_contain_text("Jij")


def test_an_example_question_is_asked_and_the_examples_go(chat: Chat) -> None:
    chat.where.get_by_role("button", name="Krijg ik geld voor mijn stage?").click()
    expect(chat.last).to_contain_text("Niet elk bedrijf betaalt een stagevergoeding")
    expect(chat.where.get_by_role("heading", name="Je kunt bijvoorbeeld vragen:")).to_be_hidden()


def test_text_becomes_paragraphs_and_lists(chat: Chat) -> None:
    answer = chat.ask("vergoeding")
    expect(answer.get_by_role("listitem")).to_have_text(["een bedrag per maand", "reiskosten"])
    expect(answer.locator(".message__bubble > p.utrecht-paragraph")).to_have_count(3)


def test_addresses_and_phone_numbers_become_links(chat: Chat) -> None:
    answer = chat.ask("vergoeding")
    site = answer.get_by_role("link", name="https://www.rijksoverheid.nl/stage (opent in een nieuw tabblad)")
    expect(site).to_have_attribute("href", "https://www.rijksoverheid.nl/stage")
    expect(site).to_have_attribute("target", "_blank")
    expect(site).to_have_attribute("rel", "noopener noreferrer")
    expect(answer.locator("a[href^='tel:']")).to_have_count(1)  # not the 112 schools
    expect(answer.get_by_role("link", name="0800-0880")).to_have_attribute("href", "tel:08000880")


def test_the_source_stands_under_an_answer_with_its_date(chat: Chat) -> None:
    answer = chat.ask("vergoeding")
    expect(answer.locator(".message__source")).to_contain_text("Bron: Stagepact MBO")
    expect(answer.locator(".message__source")).to_contain_text("februari 2023")
    expect(answer.get_by_role("link", name="Stagepact MBO")).to_have_attribute(
        "href", "https://www.rijksoverheid.nl/stagepact"
    )


def test_a_source_without_address_is_plain_text(chat: Chat) -> None:
    expect(chat.ask("gemeente").locator(".message__source")).to_have_text("Bron: Stagebeleid Utrecht, 2020")


def test_a_used_button_stays_readable_and_does_nothing_more(chat: Chat, bot: StandInBot) -> None:
    answer = chat.ask("vergoeding")
    more = answer.get_by_role("button", name="Meer uitleg")
    more.click()
    expect(chat.last).to_contain_text("Hier is meer uitleg")
    expect(more).to_have_attribute("aria-disabled", "true")
    expect(more).to_have_accessible_name("Meer uitleg (gekozen)")
    more.click(force=True)
    chat.ask("gemeente")
    assert bot.heard_words().count("/meer") == 1


def test_one_choice_closes_the_whole_question(chat: Chat) -> None:
    question = chat.ask("welke")
    question.get_by_role("button", name="Stage zoeken").click()
    expect(chat.last).to_contain_text("Kijk op stagemarkt.nl")
    expect(question.get_by_role("button", name="Stage betaald krijgen")).to_have_attribute("aria-disabled", "true")


def test_a_button_of_a_site_opens_in_a_new_tab(chat: Chat) -> None:
    site = chat.ask("vergoeding").get_by_role("link", name="Stagemarkt (opent in een nieuw tabblad)")
    expect(site).to_have_attribute("href", "https://stagemarkt.nl/")
    expect(site).to_have_attribute("rel", "noopener noreferrer")


def test_what_is_said_is_never_read_as_html(chat: Chat, page: Page) -> None:
    answer = chat.ask("stiekem")
    expect(answer).to_contain_text("<b>vet</b>")
    expect(answer.locator("img, b, i")).to_have_count(0)
    expect(answer.locator("a")).to_have_count(0)
    expect(page).to_have_title("Wijzer: vragen over school en stage")
    chat.type("<script>document.title = 1</script>")
    expect(chat.messages.nth(-2)).to_contain_text("<script>")


def test_thumbs_are_counted_and_thanked_for(chat: Chat, house: House) -> None:
    answer = chat.ask("vergoeding")
    answer.get_by_role("button", name="Ja (dit antwoord helpt mij)").click()
    expect(answer).to_contain_text("Dank je. Fijn dat het helpt.")
    expect(chat.status).to_have_text("Dank je. Fijn dat het helpt.")
    expect(answer.get_by_role("button", name="Ja (dit antwoord helpt mij)")).to_have_attribute("aria-pressed", "true")
    answer.get_by_role("button", name="Nee (dit antwoord helpt mij niet)").click()
    expect(answer).to_contain_text("Probeer je vraag eens anders")


def test_small_talk_and_a_crisis_ask_for_no_thumbs(chat: Chat) -> None:
    expect(chat.ask("hoi").get_by_text("Had je hier iets aan?")).to_have_count(0)
    expect(chat.ask("nood").get_by_text("Had je hier iets aan?")).to_have_count(0)


def test_a_crisis_shows_numbers_to_call_at_once(chat: Chat) -> None:
    answer = chat.ask("nood")
    numbers = answer.locator("a[href^='tel:']")
    expect(numbers).to_have_text(["113", "0800-0113", "112"])
    for number in numbers.all():
        box = number.bounding_box()
        assert box
        assert box["height"] >= 44
    expect(answer.get_by_role("button", name="Ik wil een mens spreken")).to_be_visible()


def test_a_reply_of_a_counsellor_arrives_by_itself(chat: Chat, page: Page, house: House) -> None:
    conversation = page.evaluate("JSON.parse(sessionStorage.getItem('wijzer')).id")
    expect(chat.where.get_by_text("Dat schreef een mens.")).to_be_hidden()
    with house.sessions.begin() as session:
        push_message(session, conversation, Draft(sender="counsellor", text="Hoi, ik lees mee."), house.clock())
    expect(chat.last).to_contain_text("Hoi, ik lees mee.")
    expect(chat.last).to_contain_text("Medewerker (een mens)")
    expect(chat.where.get_by_text("Dat schreef een mens.")).to_be_visible()


def test_thinking_is_shown_and_told(chat: Chat, bot: StandInBot) -> None:
    bot.release.clear()
    chat.type("traag")
    expect(chat.where.get_by_text("Wijzer denkt na", exact=True)).to_be_visible()
    expect(chat.status).to_have_text("Wijzer denkt na.")
    bot.release.set()
    expect(chat.last).to_contain_text("Je zei: traag")
    expect(chat.where.get_by_text("Wijzer denkt na", exact=True)).to_be_hidden()
    expect(chat.status).to_have_text("")


def test_an_answer_is_read_aloud_with_a_voice_on_the_device_only(page: Page) -> None:
    page.add_init_script(VOICES.replace("LOCAL", "true"))
    page.goto("/")
    chat = Chat(page).started()
    button = chat.ask("gemeente").get_by_role("button", name="Lees voor")
    button.click()
    assert page.evaluate("window.spoken") == ["De gemeente betaalt 500 euro.|nl-NL"]
    expect(chat.last.get_by_role("button", name="Stop met voorlezen")).to_be_visible()


def test_read_aloud_is_hidden_when_the_only_voice_sends_the_text_away(page: Page) -> None:
    page.add_init_script(VOICES.replace("LOCAL", "false"))
    page.goto("/")
    answer = Chat(page).started().ask("gemeente")
    expect(answer.get_by_role("button", name="Lees voor")).to_be_hidden()


VOICES = """
window.spoken = [];
const voice = {lang: "nl-NL", localService: LOCAL};
SpeechSynthesisUtterance = class extends EventTarget { constructor(text) { super(); this.text = text; } };
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => [voice], addEventListener() {}, cancel() {},
  speak: (utterance) => window.spoken.push(`${utterance.text}|${utterance.lang}`),
}});
"""
