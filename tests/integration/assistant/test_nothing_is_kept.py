"""Canary sentences: what a person types is in no tracker, log or plain file, and nothing at all after deletion."""

import pytest

from tests.support.assistant import Assistant, Talk
from tests.support.site import eventually, files_with

pytestmark = [pytest.mark.model, pytest.mark.slow]

CANARY = "kanariepietzevenenveertig"


def test_typed_text_stands_in_no_file_and_no_log(assistant: Assistant, talk: Talk) -> None:
    talk.say(f"krijg ik geld voor mijn stage bij {CANARY}?").say(f"mijn baas heet {CANARY} en hij liegt")
    assert files_with(assistant.data_dir, CANARY) == []
    assert CANARY not in assistant.log.read_text()


def test_no_other_user_of_the_machine_can_read_what_is_stored(assistant: Assistant, talk: Talk) -> None:
    talk.say("krijg ik geld voor mijn stage?")
    stored = [path for path in assistant.data_dir.iterdir() if path.is_file()]
    assert {"bot.sqlite3", "connectors.sqlite3", "desk.sqlite3"} <= {path.name for path in stored}
    assert [path.name for path in stored if path.stat().st_mode & 0o077] == []


def test_after_deletion_the_conversation_is_in_no_store(assistant: Assistant, talk: Talk) -> None:
    talk.say("krijg ik geld voor mijn stage?")
    assert files_with(assistant.data_dir, talk.chat.id)
    assert talk.chat.delete().status_code == 204
    assert eventually(lambda: files_with(assistant.data_dir, talk.chat.id) == [])
    assert talk.chat.call("GET", "/messages").status_code == 404
