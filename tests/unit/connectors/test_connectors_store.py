"""The conversation store: order, history, arrivals, buttons, idleness."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from connectors.conversations.buttons import open_button
from connectors.conversations.database import Sessions
from connectors.conversations.errors import ConversationGoneError, UnknownPayloadError
from connectors.conversations.history import append_messages, sequence_of
from connectors.conversations.lifecycle import (
    Conversation,
    close_conversation,
    find_conversation,
    list_to_delete,
    minute_of,
    remove_conversation,
    start_conversation,
)
from connectors.conversations.message import Draft, DraftButton
from connectors.conversations.push import push_message
from connectors.conversations.reading import read_messages
from connectors.conversations.tables import ButtonRow, ConversationRow, MessageRow


def said(text: str) -> Draft:
    return Draft(sender="user", text=text)


def texts(session: Session, conversation: Conversation, after: int = 0) -> list[str]:
    return [kept.message.text for kept in read_messages(session, conversation, after=after)]


def test_a_conversation_is_found_by_id_and_token_only(session: Session, conversation: Conversation) -> None:
    assert find_conversation(session, "first", "token-1") == conversation
    for other in [("first", "token-2"), ("second", "token-1"), ("first", ""), ("fi rst", "token-1")]:
        with pytest.raises(ConversationGoneError):
            find_conversation(session, *other)


def test_messages_come_back_in_order_with_rounded_times(
    session: Session, conversation: Conversation, now: datetime
) -> None:
    append_messages(session, "first", [said("een"), said("twee")], now)
    made = append_messages(session, "first", [said("drie")], now)
    assert texts(session, conversation) == ["een", "twee", "drie"]
    assert made[0].at.isoformat() == "2026-11-20T12:00:30+01:00"
    assert sequence_of(made[0].id) == 3


def test_simultaneous_writers_never_share_a_place(sessions: Sessions, now: datetime) -> None:
    with sessions.begin() as session:
        conversation = start_conversation(session, conversation_id="busy", token="t", channel="web", now=now)

    def write(number: int) -> None:
        with sessions.begin() as own:
            append_messages(own, "busy", [said(f"{number}a"), said(f"{number}b")], now)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(24)))
    with sessions.begin() as session:
        ids = [kept.message.id for kept in read_messages(session, conversation)]
        told = texts(session, conversation)
    assert [sequence_of(message_id) for message_id in ids] == list(range(1, 49))
    assert all(first[:-1] == second[:-1] for first, second in zip(told[::2], told[1::2], strict=True))


def test_writing_to_a_deleted_conversation_fails(session: Session, conversation: Conversation, now: datetime) -> None:
    close_conversation(session, "first")
    for write in (append_messages, lambda *a: push_message(a[0], a[1], a[2][0], a[3])):
        with pytest.raises(ConversationGoneError):
            write(session, "first", [said("te laat")], now)
    with pytest.raises(ConversationGoneError):
        read_messages(session, conversation)


def test_what_arrived_is_given_once_even_below_the_cursor(
    session: Session, conversation: Conversation, now: datetime
) -> None:
    push_message(session, "first", Draft(sender="counsellor", text="van een mens"), now)
    append_messages(session, "first", [said("een"), said("twee")], now)
    assert texts(session, conversation, after=3) == ["van een mens"]
    assert texts(session, conversation, after=3) == []
    assert texts(session, conversation) == ["van een mens", "een", "twee"]


def test_only_pushed_messages_count_as_arrived(session: Session, conversation: Conversation, now: datetime) -> None:
    append_messages(session, "first", [said("een")], now)
    push_message(session, "first", Draft(sender="assistant", text="Samira komt erbij"), now)
    assert [kept.arrived for kept in read_messages(session, conversation)] == [False, True]


def test_buttons_belong_to_their_conversation(session: Session, conversation: Conversation, now: datetime) -> None:
    other = start_conversation(session, conversation_id="second", token="token-2", channel="web", now=now)
    button = DraftButton(title="Ja", payload="/affirm")
    [made] = append_messages(session, "first", [Draft(sender="assistant", text="Toch?", buttons=[button])], now)
    button_id = made.buttons[0].payload
    assert open_button(session, "first", conversation.keys, button_id) == button
    with pytest.raises(UnknownPayloadError):
        open_button(session, "second", other.keys, button_id)


def test_idle_and_unfinished_conversations_are_due(session: Session, conversation: Conversation, now: datetime) -> None:
    limit = minute_of(now - timedelta(minutes=30))
    for name, minutes in {"just": 30, "idle": 31}.items():
        began = now - timedelta(minutes=minutes)
        start_conversation(session, conversation_id=name, token=name, channel="web", now=began)
    assert list_to_delete(session, idle_before=limit) == ["idle"]
    assert not close_conversation(session, "just", idle_before=limit)
    assert close_conversation(session, "idle", idle_before=limit)
    close_conversation(session, "first")
    assert set(list_to_delete(session, idle_before=limit)) == {"idle", "first"}


def test_activity_keeps_a_conversation(session: Session, now: datetime) -> None:
    began = now - timedelta(hours=1)
    start_conversation(session, conversation_id="old", token="t", channel="web", now=began)
    append_messages(session, "old", [said("ik ben er nog")], now)
    assert list_to_delete(session, idle_before=minute_of(now - timedelta(minutes=30))) == []


def test_removing_leaves_no_row(session: Session, conversation: Conversation, now: datetime) -> None:
    button = DraftButton(title="Ja", payload="/affirm")
    append_messages(session, "first", [Draft(sender="assistant", text="Toch?", buttons=[button])], now)
    assert close_conversation(session, "first")
    remove_conversation(session, "first")
    for table in (ConversationRow, MessageRow, ButtonRow):
        assert session.scalars(select(table)).all() == []
    assert not close_conversation(session, "first")


def test_ids_of_others_have_no_sequence() -> None:
    assert [sequence_of(given) for given in (None, "", "not-an-id")] == [0, 0, 0]
