"""Beginning a conversation, talking, reading it back; no one else can."""

import pytest

from tests.support.site import API, Chat, Site
from tests.support.stand_in_bot import ANSWER, RECEIPT, StandInBot


def test_a_new_conversation_begins_with_what_the_bot_says_first(site: Site, bot: StandInBot) -> None:
    response = site.client.post(API, json={"channel": "web"})
    assert response.status_code == 201
    body = response.json()
    assert set(body) == {"conversation_id", "token", "messages"}
    assert "chatbot" in body["messages"][0]["text"]
    assert bot.heard == [{"conversation_id": body["conversation_id"], "channel": "web", "payload": "/begin"}]


def test_the_channel_may_be_left_out(site: Site, bot: StandInBot) -> None:
    assert site.client.post(API, json={}).status_code == 201


def test_ids_and_tokens_cannot_be_guessed(site: Site, bot: StandInBot) -> None:
    chats = [site.begin() for _ in range(5)]
    assert len({chat.id for chat in chats} | {chat.token for chat in chats}) == 10
    assert all(len(chat.id) >= 22 and len(chat.token) >= 43 for chat in chats)


def test_an_answer_has_every_field_of_the_contract(chat: Chat) -> None:
    [message] = chat.say("vergoeding")
    assert message["from"] == "assistant"
    assert message["text"] == ANSWER["text"]
    assert message["article"] == "stage/vergoeding"
    assert message["source"] == ANSWER["source"]
    assert message["buttons"] == []
    assert message["receipt"] is None
    assert message["escalated"] is False
    assert message["at"][-6] in "+-", "time with offset"
    assert message["kind"] == "answer"
    assert message["more"] is True


def test_ids_sort_in_the_order_in_which_messages_were_made(chat: Chat) -> None:
    for number in range(20):
        chat.say(f"bericht {number}")
    ids = [message["id"] for message in chat.history()]
    assert len(ids) == len(set(ids)) == 42
    assert ids == sorted(ids)


def test_history_shows_both_sides(chat: Chat) -> None:
    chat.say("hoi")
    told = [(message["from"], message["text"]) for message in chat.history()]
    assert told[2:] == [("user", "hoi"), ("assistant", "Je zei: hoi")]


def test_history_after_an_id_holds_only_what_came_later(chat: Chat) -> None:
    [answer] = chat.say("eerste")
    chat.say("tweede")
    assert [m["text"] for m in chat.history(answer["id"])] == ["tweede", "Je zei: tweede"]
    assert chat.history(chat.history()[-1]["id"]) == []


def test_history_gives_what_was_answered(chat: Chat) -> None:
    answered = chat.say("keuze") + chat.say("vergoeding")
    assert [m for m in chat.history() if m["from"] == "assistant"][2:] == answered


def test_a_receipt_is_shown_once(chat: Chat) -> None:
    [filed] = chat.say("melding")
    assert filed["receipt"] == RECEIPT
    assert RECEIPT in filed["text"]
    again = chat.history()[-1]
    assert again["receipt"] is None
    assert RECEIPT not in str(chat.history())
    assert again["text"].startswith("Je melding is binnen.")


def test_escalation_is_passed_on(chat: Chat) -> None:
    assert chat.say("mens")[0]["escalated"] is True


def test_an_unknown_kind_becomes_info(chat: Chat) -> None:
    assert chat.say("vreemd")[0]["kind"] == "info"


def test_conversations_do_not_see_each_other(site: Site, bot: StandInBot) -> None:
    first, second = site.begin(), site.begin()
    first.say("van de eerste")
    second.say("van de tweede")
    assert "tweede" not in str(first.history())
    assert "eerste" not in str(second.history())


@pytest.mark.parametrize("token", ["", "x", "of-another"])
def test_without_the_right_token_every_call_is_404(site: Site, chat: Chat, token: str) -> None:
    token = site.begin().token if token == "of-another" else token
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    calls = [
        ("POST", "/messages", {"text": "hoi"}),
        ("GET", "/messages", None),
        ("GET", "/events", None),
        ("POST", f"/messages/{chat.messages[0]['id']}/feedback", {"helpful": True}),
        ("DELETE", "", None),
    ]
    for method, path, body in calls:
        response = site.client.request(method, chat.url + path, json=body, headers=headers)
        assert (response.status_code, response.json()["error"]["code"]) == (404, "unknown_conversation")
    assert chat.history() == chat.messages


def test_an_unknown_conversation_is_404(site: Site, chat: Chat) -> None:
    response = site.client.get(f"{API}/unknown/messages", headers=chat.headers)
    assert response.status_code == 404


def test_another_kind_of_authorization_is_404(site: Site, chat: Chat) -> None:
    headers = {"Authorization": f"Basic {chat.token}"}
    assert site.client.get(f"{chat.url}/messages", headers=headers).status_code == 404
