"""Live chats on both kinds of database, with everybody at once."""

import threading
from collections.abc import Callable
from functools import partial

from desk.accounts.unlocking import Unlocked
from desk.errors import DeskError, LiveTakenError
from desk.intake.live import HandOver, Line, LiveDoor, News, Owner, Speaker
from desk.live.counselling import answer, claim, end, give_back, hand_on, read_live
from desk.live.tending import tend
from tests.support.desk_house import DeskHouse

ROUNDS = 4


def at_once(*works: Callable[[], object]) -> list[object]:
    """Run all at the same moment; return what each gave or raised."""
    start = threading.Barrier(len(works))
    results: list[object] = [None] * len(works)

    def run(place: int) -> None:
        start.wait()
        try:
            results[place] = works[place]()
        except DeskError as error:
            results[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def holders(house: DeskHouse, readers: list[Unlocked], live_id: str) -> int:
    outcomes = at_once(*(partial(read_live, house.desk, reader, live_id) for reader in readers))
    return sum(not isinstance(outcome, DeskError) for outcome in outcomes)


def test_of_all_who_claim_at_once_exactly_one_holds_it(house: DeskHouse) -> None:
    readers, door = [house.reader(name) for name in ("anna", "bram", "chris", "dina")], LiveDoor(house.desk)
    for _ in range(ROUNDS):
        live_id = door.hand_over(HandOver(()))
        outcomes = at_once(*(partial(claim, house.desk, reader, live_id) for reader in readers))
        assert sum(outcome is None for outcome in outcomes) == 1
        assert all(outcome is None or isinstance(outcome, LiveTakenError) for outcome in outcomes)
        assert holders(house, readers, live_id) == 1


def test_user_counsellor_and_clock_together_leave_one_owner(house: DeskHouse) -> None:
    anna, bram, door = house.reader("anna"), house.reader("bram"), LiveDoor(house.desk)
    for _ in range(ROUNDS):
        live_id = door.hand_over(HandOver(()))
        claim(house.desk, anna, live_id)
        at_once(
            partial(door.user_stopped, live_id),
            partial(end, house.desk, anna, live_id),
            partial(give_back, house.desk, anna, live_id),
            partial(hand_on, house.desk, anna, live_id),
            partial(claim, house.desk, bram, live_id),
            partial(tend, house.desk),
        )
        owner = door.owner(live_id)
        assert holders(house, [anna, bram], live_id) == (1 if owner == Owner.COUNSELLOR else 0)
        door.user_left(live_id)


def test_lines_and_answers_at_once_all_arrive_in_one_order(house: DeskHouse) -> None:
    anna, door = house.reader("anna"), LiveDoor(house.desk)
    live_id = door.hand_over(HandOver((Line(Speaker.USER, "Begin", "2026-11-21T12:00:00+01:00"),)))
    claim(house.desk, anna, live_id)
    said = [f"vraag {number}" for number in range(4)]
    answered = [f"antwoord {number}" for number in range(4)]
    outcomes = at_once(
        *(partial(door.say, live_id, text) for text in said),
        *(partial(answer, house.desk, anna, live_id, text) for text in answered),
    )
    assert outcomes == [None] * 8
    lines = [line.text for line in read_live(house.desk, anna, live_id).lines]
    assert (lines[0], sorted(lines[1:])) == ("Begin", sorted(said + answered))
    outgoing = door.hear({live_id: 0})[live_id].outgoing
    assert [one.news for one in outgoing] == [News.TAKEN, *[News.SAID] * 4]
    assert [one.text for one in outgoing[1:]] == [text for text in lines if text in answered]
