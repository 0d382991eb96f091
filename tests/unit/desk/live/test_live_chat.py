"""A live chat from asking to the end, at the desk's side."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import select

from desk.accounts.account import switch_off
from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, choose_password
from desk.audit import verify_audit
from desk.errors import (
    DeskClosedError,
    EmptyTextError,
    LiveTakenError,
    NoReaderError,
    NotAReaderError,
    NotYourLiveError,
    UnknownAccountError,
    WrongKeyError,
)
from desk.intake.live import HandOver, Level, Line, LiveDoor, LiveId, News, Owner, Speaker
from desk.live.counselling import answer, claim, colleagues, end, give_back, hand_on, read_live
from desk.live.hours import NEVER, read_hours
from desk.live.queue import open_chats
from desk.live.tending import HOLDER_SILENT, OVER, SILENCE, tend
from desk.statistics.counts import By, Counted, Wait
from desk.store.statistics_tables import CountRow
from tests.support.desk_house import DeskHouse, files_with

SECRET = "Ik durf het niet tegen mijn stagebegeleider te zeggen."
REPLY = "Fijn dat je het vertelt. Wat is er gebeurd?"
TRANSCRIPT = (
    Line(Speaker.USER, SECRET, "2026-11-21T12:00:00+01:00"),
    Line(Speaker.ASSISTANT, "Wil je een medewerker spreken?", "2026-11-21T12:00:01+01:00"),
)


@pytest.fixture
def door(house: DeskHouse) -> LiveDoor:
    return LiveDoor(house.desk)


@pytest.fixture
def anna(house: DeskHouse) -> Unlocked:
    return house.reader("anna")


@pytest.fixture
def live_id(anna: Unlocked, door: LiveDoor) -> LiveId:
    return door.hand_over(HandOver(TRANSCRIPT))


@pytest.fixture(autouse=True)
def _audit_stays_whole(house: DeskHouse) -> Iterator[None]:
    yield
    with house.desk.store.reading() as session:
        verify_audit(session, house.desk.pepper)


def texts(house: DeskHouse, reader: Unlocked, live_id: str) -> list[str]:
    return [line.text for line in read_live(house.desk, reader, live_id).lines]


def news(door: LiveDoor, live_id: str, given: int = 0) -> list[tuple[News, str]]:
    return [(one.news, one.text) for one in door.hear({live_id: given})[live_id].outgoing]


def test_who_claims_reads_what_was_handed_over(house: DeskHouse, anna: Unlocked, live_id: LiveId) -> None:
    claim(house.desk, anna, live_id)
    assert read_live(house.desk, anna, live_id).lines == TRANSCRIPT


def test_nobody_reads_before_claiming(house: DeskHouse, anna: Unlocked, live_id: LiveId) -> None:
    with pytest.raises(LiveTakenError):
        read_live(house.desk, anna, live_id)


def test_only_one_of_two_gets_it(house: DeskHouse, anna: Unlocked, door: LiveDoor) -> None:
    bram = house.reader("bram")
    live_id = door.hand_over(HandOver(()))
    claim(house.desk, anna, live_id)
    with pytest.raises(LiveTakenError):
        claim(house.desk, bram, live_id)
    for forbidden in (read_live, give_back, end, hand_on):
        with pytest.raises(NotYourLiveError):
            forbidden(house.desk, bram, live_id)


def test_what_both_say_reaches_the_other_once(
    house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId
) -> None:
    claim(house.desk, anna, live_id)
    door.say(live_id, "Hoi")
    answer(house.desk, anna, live_id, REPLY)
    assert texts(house, anna, live_id)[-2:] == ["Hoi", REPLY]
    heard = door.hear({live_id: 0})[live_id]
    assert (heard.owner, [one.news for one in heard.outgoing]) == (Owner.COUNSELLOR, [News.TAKEN, News.SAID])
    assert news(door, live_id, heard.outgoing[-1].sequence) == []
    assert news(door, live_id) == [], "what the user has is deleted"


def test_a_crash_between_hearing_and_keeping_loses_nothing(
    house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId
) -> None:
    claim(house.desk, anna, live_id)
    answer(house.desk, anna, live_id, REPLY)
    assert news(door, live_id) == news(door, live_id) == [(News.TAKEN, ""), (News.SAID, REPLY)]


def test_giving_back_destroys_what_was_said(house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId) -> None:
    claim(house.desk, anna, live_id)
    give_back(house.desk, anna, live_id)
    assert door.owner(live_id) == Owner.ASSISTANT
    assert news(door, live_id)[-1] == (News.GIVEN_BACK, "")
    with pytest.raises(LiveTakenError):
        read_live(house.desk, anna, live_id)
    with pytest.raises(LiveTakenError):
        door.say(live_id, "Nog iets")


def test_the_end_is_told_and_then_nothing_is_left(
    house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId
) -> None:
    claim(house.desk, anna, live_id)
    end(house.desk, anna, live_id)
    heard = door.hear({live_id: 0})[live_id]
    assert (heard.owner, heard.outgoing[-1].news) == (Owner.ENDED, News.ENDED)
    door.hear({live_id: heard.outgoing[-1].sequence})
    assert tend(house.desk) == 1
    assert door.hear({live_id: 0})[live_id].outgoing == ()


def test_what_is_never_fetched_dies_after_half_an_hour(
    house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId
) -> None:
    claim(house.desk, anna, live_id)
    answer(house.desk, anna, live_id, REPLY)
    end(house.desk, anna, live_id)
    house.clock.pass_by(minutes=OVER - 1)
    tend(house.desk)
    assert (News.SAID, REPLY) in news(door, live_id)
    house.clock.pass_by(minutes=1)
    tend(house.desk)
    assert news(door, live_id) == []


def test_deleting_the_conversation_deletes_everything_at_once(
    house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId
) -> None:
    claim(house.desk, anna, live_id)
    answer(house.desk, anna, live_id, REPLY)
    door.user_left(live_id)
    door.user_left(live_id)
    assert (door.owner(live_id), news(door, live_id)) == (Owner.ENDED, [])
    with pytest.raises(LiveTakenError):
        read_live(house.desk, anna, live_id)


def test_no_word_is_ever_readable_in_a_file(house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId) -> None:
    claim(house.desk, anna, live_id)
    door.say(live_id, SECRET)
    answer(house.desk, anna, live_id, REPLY)
    folder = house.desk.store.files[0].parent
    assert files_with(folder, SECRET.encode(), REPLY.encode()) == []


def test_outside_office_hours_nobody_can_be_asked_for(house: DeskHouse, anna: Unlocked) -> None:
    door = LiveDoor(replace(house.desk, hours=NEVER))
    assert not door.is_open()
    with pytest.raises(DeskClosedError):
        door.hand_over(HandOver(()))


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COUNSELLOR}))
def test_without_a_counsellor_nobody_can_be_asked_for(house: DeskHouse, door: LiveDoor, role: Role) -> None:
    house.reader("other", role)
    assert not door.is_open()
    with pytest.raises(NoReaderError):
        door.hand_over(HandOver(()))


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.COUNSELLOR}))
def test_no_other_role_sees_or_claims_it(house: DeskHouse, anna: Unlocked, live_id: LiveId, role: Role) -> None:
    other = house.reader("other", role)
    assert open_chats(house.desk, other.account_id) == ()
    with pytest.raises(NotAReaderError):
        claim(house.desk, other, live_id)


def test_a_first_login_while_someone_waits_keeps_the_key(house: DeskHouse, anna: Unlocked, live_id: LiveId) -> None:
    chosen = choose_password(house.desk, anna, "een heel lang wachtwoord").unlocked
    with pytest.raises(WrongKeyError):
        claim(house.desk, anna, live_id)
    claim(house.desk, chosen, live_id)
    assert texts(house, chosen, live_id)[0] == SECRET


def test_the_most_urgent_stands_on_top(house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId) -> None:
    house.clock.pass_by(minutes=5)
    unsafe = door.hand_over(HandOver((), Level.UNSAFE))
    danger = door.hand_over(HandOver((), Level.DANGER))
    queue = open_chats(house.desk, anna.account_id)
    assert [chat.id for chat in queue] == [danger, unsafe, live_id]
    assert [chat.waiting_minutes for chat in queue] == [0, 0, 5]


def test_a_crisis_later_moves_it_up_and_is_seen_by_the_counsellor(
    house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId
) -> None:
    claim(house.desk, anna, live_id)
    door.note_crisis(live_id, Level.SUICIDE, "De kaart met nummers")
    door.note_crisis(live_id, Level.UNSAFE, "Nog een kaart")
    opened = read_live(house.desk, anna, live_id)
    assert opened.level == Level.SUICIDE
    assert [line.text for line in opened.lines if line.crisis] == ["De kaart met nummers", "Nog een kaart"]


def test_handing_on_puts_it_back_with_a_name(house: DeskHouse, anna: Unlocked, door: LiveDoor) -> None:
    bram = house.reader("bram")
    live_id = door.hand_over(HandOver(TRANSCRIPT))
    claim(house.desk, anna, live_id)
    assert [one.name for one in colleagues(house.desk, anna, live_id)] == ["bram"]
    hand_on(house.desk, anna, live_id, bram.account_id)
    (chat,) = open_chats(house.desk, bram.account_id)
    assert (chat.owner, chat.wanted) == (Owner.WAITING, bram.account_id)
    claim(house.desk, bram, live_id)
    assert texts(house, bram, live_id)[0] == SECRET
    with pytest.raises(NotYourLiveError):
        read_live(house.desk, anna, live_id)


def test_it_cannot_be_handed_on_to_someone_without_a_key(house: DeskHouse, anna: Unlocked, live_id: LiveId) -> None:
    late = house.reader("late")
    claim(house.desk, anna, live_id)
    with pytest.raises(UnknownAccountError):
        hand_on(house.desk, anna, live_id, late.account_id)


def test_sharing_later_shows_the_earlier_conversation(house: DeskHouse, anna: Unlocked, door: LiveDoor) -> None:
    live_id = door.hand_over(HandOver(()))
    claim(house.desk, anna, live_id)
    assert texts(house, anna, live_id) == []
    door.share(live_id, TRANSCRIPT)
    assert texts(house, anna, live_id)[0] == SECRET


def test_a_holder_who_stays_silent_loses_it_to_whoever_is_there(
    house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId
) -> None:
    claim(house.desk, anna, live_id)
    door.say(live_id, "Hallo?")
    house.clock.pass_by(minutes=HOLDER_SILENT - 1)
    tend(house.desk)
    assert door.owner(live_id) == Owner.COUNSELLOR
    house.clock.pass_by(minutes=1)
    tend(house.desk)
    assert door.owner(live_id) == Owner.WAITING
    assert news(door, live_id)[-1] == (News.HANDED_ON, "")


def test_a_holder_who_waits_for_the_user_keeps_it(
    house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId
) -> None:
    claim(house.desk, anna, live_id)
    answer(house.desk, anna, live_id, REPLY)
    house.clock.pass_by(minutes=SILENCE - 1)
    tend(house.desk)
    assert door.owner(live_id) == Owner.COUNSELLOR
    assert (News.SAID, REPLY) in news(door, live_id), "the answer waits for a user who is away"


def test_a_holder_whose_account_is_switched_off_loses_it(
    house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId
) -> None:
    claim(house.desk, anna, live_id)
    switch_off(house.desk, "anna@desk.example")
    tend(house.desk)
    assert door.owner(live_id) == Owner.WAITING


def test_after_an_hour_of_silence_it_ends_and_the_user_is_told(
    house: DeskHouse, door: LiveDoor, live_id: LiveId
) -> None:
    house.clock.pass_by(minutes=SILENCE)
    tend(house.desk)
    assert (door.owner(live_id), news(door, live_id)) == (Owner.ENDED, [(News.EXPIRED, "")])


def test_at_closing_time_who_still_waits_is_told_and_who_talks_goes_on(house: DeskHouse, anna: Unlocked) -> None:
    house.clock.now = house.clock.now.replace(day=23, hour=16, minute=59)
    desk = replace(house.desk, hours=read_hours("mon-fri 09:00-17:00"))
    door = LiveDoor(desk)
    waiting, talking = door.hand_over(HandOver(())), door.hand_over(HandOver(()))
    claim(desk, anna, talking)
    house.clock.pass_by(minutes=1)
    tend(desk)
    assert (door.owner(waiting), door.owner(talking)) == (Owner.ASSISTANT, Owner.COUNSELLOR)
    assert news(door, waiting) == [(News.CLOSED, "")]


def test_an_empty_line_is_refused(house: DeskHouse, anna: Unlocked, door: LiveDoor, live_id: LiveId) -> None:
    claim(house.desk, anna, live_id)
    with pytest.raises(EmptyTextError):
        answer(house.desk, anna, live_id, " \n ")
    with pytest.raises(EmptyTextError):
        door.say(live_id, "")


def waits(house: DeskHouse) -> dict[str, int]:
    """How often people waited how long, as the figures count it."""
    chosen = select(CountRow).where(CountRow.what == Counted.WAITED, CountRow.by == By.WAIT)
    with house.desk.store.reading() as session:
        return {row.detail: row.count for row in session.scalars(chosen)}


def test_how_long_people_waited_is_counted_once_each(house: DeskHouse, anna: Unlocked, door: LiveDoor) -> None:
    first, second, third = (door.hand_over(HandOver(())) for _ in range(3))
    claim(house.desk, anna, first)
    hand_on(house.desk, anna, first)
    house.clock.pass_by(minutes=4)
    claim(house.desk, anna, first)
    claim(house.desk, anna, second)
    end(house.desk, anna, second)
    door.user_left(third)
    assert waits(house) == {Wait.UNDER_1: 1, Wait.UNDER_5: 1, Wait.LEFT: 1}
