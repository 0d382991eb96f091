"""When the bot is silent, broken, slow or gone: a true sentence, and nothing kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from connectors.conversations.texts import NO_ANSWER, WELCOME
from connectors.web.texts import ERRORS
from tests.support.served import free_port
from tests.support.site import API, QUICK, Chat, Site, run_site
from tests.support.stand_in_bot import REPLIES, StandInBot


def test_an_empty_answer_becomes_an_honest_sentence_with_a_way_on(chat: Chat, bot: StandInBot) -> None:
    [message] = chat.say("leeg")
    assert message["text"] == NO_ANSWER.text
    assert message["kind"] == "fallback"
    titles = [button["title"] for button in message["buttons"]]
    assert titles == ["Ik wil een mens spreken", "Opnieuw beginnen"]
    chat.click(message["buttons"][0]["payload"])
    assert bot.heard[-1]["payload"] == "/hulp_medewerker"


def test_an_empty_welcome_becomes_our_own(site: Site, bot: StandInBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(REPLIES, "/begin", [])
    [message] = site.begin().messages
    assert message["text"] == WELCOME.text
    assert "chatbot, geen mens" in message["text"]


@pytest.mark.parametrize("words", ["stuk", "wartaal", "geweigerd"])
def test_a_broken_bot_is_503_and_the_message_is_kept_nowhere(chat: Chat, words: str) -> None:
    before = chat.history()
    response = chat.post(text=words)
    assert response.status_code == 503
    assert int(response.headers["retry-after"]) >= 1
    assert response.json()["error"] == {
        "code": "assistant_unreachable",
        "message": ERRORS["assistant_unreachable"],
    }
    assert chat.history() == before
    assert chat.say("hoi")[0]["text"] == "Je zei: hoi"


def test_a_bot_that_is_too_slow_is_503(tmp_path: Path, bot: StandInBot, bot_url: str) -> None:
    with run_site(tmp_path, bot_url, timing=replace(QUICK, bot_read=0.1)) as site:
        chat = site.begin()
        bot.release.clear()
        assert chat.post(text="traag").status_code == 503
        bot.release.set()
        assert chat.history() == chat.messages


def test_a_bot_that_is_gone_is_503_and_no_conversation_is_kept(tmp_path: Path) -> None:
    with run_site(tmp_path, f"http://127.0.0.1:{free_port()}") as site:
        response = site.client.post(API, json={"channel": "web"})
        assert response.status_code == 503
        assert "retry-after" in response.headers
        assert b"wijzer_conversations_started_total 0.0" in site.client.get("/metrics").content


def test_a_bot_with_another_token_is_503(tmp_path: Path, bot: StandInBot, bot_url: str) -> None:
    with run_site(tmp_path, bot_url, bot_token="another-token-than-the-bot's") as site:
        assert site.client.post(API, json={"channel": "web"}).status_code == 503
