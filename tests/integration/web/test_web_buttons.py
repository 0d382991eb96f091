"""Buttons: opaque to clients, forged by none."""

from tests.support.site import Chat, Site
from tests.support.stand_in_bot import StandInBot


def test_a_click_sends_the_true_payload_that_the_client_never_saw(chat: Chat, bot: StandInBot) -> None:
    button = chat.say("keuze")[0]["buttons"][0]
    assert button["title"] == "Stagevergoeding"
    assert "stage" not in button["payload"]
    assert chat.click(button["payload"])[0]["article"] == "stage/vergoeding"
    assert bot.heard[-1]["payload"] == "/stage_vergoeding"


def test_a_click_is_kept_as_the_title_of_the_button(chat: Chat) -> None:
    chat.click(chat.say("keuze")[0]["buttons"][0]["payload"])
    assert [m["text"] for m in chat.history() if m["from"] == "user"] == ["keuze", "Stagevergoeding"]


def test_a_button_to_a_website_says_where_it_is_also_to_clients_that_only_know_payloads(
    chat: Chat, bot: StandInBot
) -> None:
    button = chat.say("keuze")[0]["buttons"][1]
    assert button["url"] == "https://www.s-bb.nl"
    heard = len(bot.heard)
    assert "https://www.s-bb.nl" in chat.click(button["payload"])[0]["text"]
    assert len(bot.heard) == heard


def test_made_up_payloads_are_refused_and_never_reach_the_bot(chat: Chat, bot: StandInBot) -> None:
    heard = len(bot.heard)
    for payload in ["/stage_vergoeding", "/restart", "x" * 22, "", "\u0000", "é" * 100]:
        response = chat.post(payload=payload)
        assert (response.status_code, response.json()["error"]["code"]) == (422, "unknown_payload")
    assert len(bot.heard) == heard


def test_the_button_of_another_conversation_is_refused(site: Site, chat: Chat) -> None:
    theirs = site.begin().say("keuze")[0]["buttons"][0]["payload"]
    assert chat.post(payload=theirs).status_code == 422


def test_a_text_that_looks_like_a_payload_is_just_text(chat: Chat, bot: StandInBot) -> None:
    chat.say("/stage_vergoeding")
    assert bot.heard[-1]["text"] == "/stage_vergoeding"
    assert "payload" not in bot.heard[-1]


def test_old_buttons_keep_working(chat: Chat) -> None:
    button = chat.say("keuze")[0]["buttons"][0]["payload"]
    for number in range(5):
        chat.say(f"iets anders {number}")
    assert chat.click(button)[0]["article"] == "stage/vergoeding"
