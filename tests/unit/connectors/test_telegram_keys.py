"""Chats are recognised by an HMAC under a secret of the day, and by nothing else."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from connectors.conversations.house import AMSTERDAM
from connectors.telegram.keys import ChatKeys

CHAT = 7_123_456_789


class Days:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 9, 30, tzinfo=AMSTERDAM)

    def __call__(self) -> datetime:
        return self.now

    def pass_hours(self, hours: int) -> None:
        self.now += timedelta(hours=hours)


@pytest.fixture
def days() -> Days:
    return Days()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "telegram.keys"


@pytest.fixture
def keys(path: Path, days: Days) -> ChatKeys:
    return ChatKeys(path, days)


def test_a_chat_is_recognised_after_a_restart(keys: ChatKeys, path: Path, days: Days) -> None:
    assert ChatKeys(path, days).claims(CHAT) == keys.claims(CHAT)


def test_chats_have_conversations_of_their_own(keys: ChatKeys) -> None:
    mine, other = keys.claims(CHAT)[0], keys.claims(CHAT + 1)[0]
    assert mine.conversation_id != other.conversation_id
    assert mine.token != other.token


def test_another_installation_knows_the_same_chat_by_another_name(keys: ChatKeys, tmp_path: Path, days: Days) -> None:
    elsewhere = ChatKeys(tmp_path / "elsewhere.keys", days)
    assert elsewhere.claims(CHAT)[0].conversation_id != keys.claims(CHAT)[0].conversation_id


def test_a_conversation_goes_on_when_the_secret_changes(keys: ChatKeys, days: Days) -> None:
    yesterday = keys.claims(CHAT)[0]
    days.pass_hours(24)
    today, before = keys.claims(CHAT)
    assert today != yesterday
    assert before == yesterday


@pytest.mark.parametrize("hours", [(24, 24), (49,), (24, 30)])
def test_after_two_days_nothing_leads_back_to_the_chat(keys: ChatKeys, days: Days, hours: tuple[int, ...]) -> None:
    first, sealed = keys.claims(CHAT)[0], keys.seal(CHAT)
    for passed in hours:
        days.pass_hours(passed)
        keys.claims(CHAT)
    assert first not in keys.claims(CHAT)
    assert keys.open(sealed) is None


def test_the_number_of_a_chat_is_sealed_and_opened_again(keys: ChatKeys, days: Days) -> None:
    sealed = keys.seal(CHAT)
    assert str(CHAT).encode() not in sealed
    days.pass_hours(24)
    assert keys.open(sealed) == CHAT


def test_sealed_numbers_do_not_differ_in_length(keys: ChatKeys) -> None:
    assert len({len(keys.seal(chat)) for chat in (1, CHAT, 2**52, -100_123_456)}) == 1


def test_the_secret_is_for_this_user_only_and_holds_no_number(keys: ChatKeys, path: Path) -> None:
    keys.claims(CHAT)
    assert path.stat().st_mode & 0o777 == 0o600
    assert str(CHAT) not in path.read_text()
