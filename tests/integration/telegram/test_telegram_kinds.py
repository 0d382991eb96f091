"""What is no plain text: changed messages, pictures, places, groups, blocking, and what has no known form."""

import pytest

from connectors.telegram.texts import CANNOT_SEE, EDITED, NO_GROUPS
from tests.support.site import eventually
from tests.support.stand_in_bot import StandInBot
from tests.support.telegram import Connector, Person, Simulator

pytestmark = pytest.mark.slow

PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
GROUP_ID = -1002003004005
GROUP = {"id": GROUP_ID, "type": "supergroup", "title": "Klas 3b"}


def test_a_changed_message_is_answered_anew(connector: Connector, telegram: Simulator, person: Person) -> None:
    person.write("vergoding").reads("Je zei: vergoding")
    telegram.offer({"edited_message": person.message(text="vergoeding", edit_date=1)})
    assert EDITED in person.reads("stagevergoeding")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ({"photo": PHOTO}, "picture"),
        ({"voice": {"file_id": "f", "file_unique_id": "u", "duration": 2}}, "voice"),
        ({"location": {"latitude": 52.09, "longitude": 5.12}}, "location"),
        ({"contact": {"phone_number": "0612345678", "first_name": "Kwezel"}}, "contact"),
        ({"dice": {"emoji": "🎲", "value": 3}}, "other"),
        ({"text": "\u200b"}, "other"),
    ],
)
def test_what_cannot_be_read_is_said_kindly(
    polling: Connector, bot: StandInBot, telegram: Simulator, person: Person, content: dict[str, object], kind: str
) -> None:
    telegram.offer({"message": person.message(**content)})
    person.reads(CANNOT_SEE[kind])
    assert bot.heard == []


def test_the_words_under_a_picture_are_answered(polling: Connector, telegram: Simulator, person: Person) -> None:
    telegram.offer({"message": person.message(photo=PHOTO, caption="vergoeding")})
    assert CANNOT_SEE["picture"] in person.reads("stagevergoeding")


def test_a_location_that_moves_is_not_answered_each_time(
    polling: Connector, telegram: Simulator, person: Person
) -> None:
    moved = person.message(location={"latitude": 52.09, "longitude": 5.12}, edit_date=1)
    number = telegram.offer({"edited_message": moved})
    assert eventually(lambda: number not in telegram.pending())
    assert person.got() == []


def test_a_group_is_left_with_a_word_and_nothing_is_heard(
    connector: Connector, bot: StandInBot, telegram: Simulator, person: Person
) -> None:
    telegram.offer({"message": person.message(text="hoi") | {"chat": GROUP}})
    assert eventually(lambda: len(telegram.calls("leaveChat", GROUP_ID)) == 1)
    in_group = Person(telegram, GROUP_ID)
    assert in_group.got() == [NO_GROUPS]
    assert bot.heard == []


def test_who_blocks_the_bot_has_ended_the_conversation(
    polling: Connector, bot: StandInBot, telegram: Simulator, person: Person
) -> None:
    person.write("hoi").reads("Je zei: hoi")
    me = {"user": {"id": 666, "is_bot": True, "first_name": "Wijzer"}}
    change = {
        "old_chat_member": me | {"status": "member"},
        "new_chat_member": me | {"status": "kicked", "until_date": 0},
    }
    telegram.offer({"my_chat_member": {key: person.message()[key] for key in ("chat", "from", "date")} | change})
    assert eventually(lambda: bot.trackers == set())


@pytest.mark.parametrize(
    "content",
    [
        {"message": {}},
        {"message": {"message_id": "x", "date": "yesterday", "chat": 5}},
        {"message": {"message_id": 1, "date": 10**18, "chat": {"id": 5, "type": "private"}}},
        {"callback_query": {"id": 1}},
        {"message": "hoi"},
        {"something_new": {"a": 1}},
    ],
)
def test_a_malformed_update_is_passed_over_and_the_next_is_answered(
    connector: Connector, telegram: Simulator, person: Person, content: dict[str, object]
) -> None:
    number = telegram.offer(content)
    person.write("hoi").reads("Je zei: hoi")
    assert eventually(lambda: number not in telegram.pending())


def test_typed_payloads_are_only_text(polling: Connector, bot: StandInBot, person: Person) -> None:
    person.write("/stage_vergoeding").reads("stagevergoeding")
    assert [said.get("payload") for said in bot.heard] == ["/begin", None]
