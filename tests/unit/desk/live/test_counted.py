"""What live chats add to the figures: who asked, and how long it took, once for each; never who it was."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from desk.accounts.unlocking import Unlocked
from desk.intake.live import HandOver, LiveDoor
from desk.live import counselling
from desk.store.statistics_tables import CountRow
from tests.support.desk_house import DeskHouse


@pytest.fixture
def anna(house: DeskHouse) -> Unlocked:
    """A counsellor."""
    return house.reader("anna")


def counted(house: DeskHouse) -> dict[tuple[str, str], int]:
    chosen = select(CountRow).where((CountRow.by == "wait") | (CountRow.what == "handed_over"))
    with house.desk.store.reading() as session:
        return {(row.what, row.detail): row.count for row in session.scalars(chosen)}


def test_the_first_claim_counts_the_wait_and_a_later_one_does_not(house: DeskHouse, anna: Unlocked) -> None:
    live_id = LiveDoor(house.desk).hand_over(HandOver(()))
    house.clock.pass_by(minutes=3)
    counselling.claim(house.desk, anna, live_id)
    house.clock.pass_by(minutes=2)
    counselling.hand_on(house.desk, anna, live_id)
    house.clock.pass_by(minutes=40)
    counselling.claim(house.desk, anna, live_id)
    assert counted(house) == {("handed_over", ""): 1, ("waited", "under_5"): 1}


def stop(door: LiveDoor, live_id: str) -> None:
    door.user_stopped(live_id)


def leave(door: LiveDoor, live_id: str) -> None:
    door.user_left(live_id)


@pytest.mark.parametrize("go", [stop, leave])
def test_going_away_before_anyone_came_counts_as_that(
    house: DeskHouse, anna: Unlocked, go: Callable[[LiveDoor, str], None]
) -> None:
    door = LiveDoor(house.desk)
    live_id = door.hand_over(HandOver(()))
    house.clock.pass_by(minutes=6)
    go(door, live_id)
    assert counted(house) == {("handed_over", ""): 1, ("waited", "left"): 1}


def test_going_away_after_someone_came_is_no_wait(house: DeskHouse, anna: Unlocked) -> None:
    door = LiveDoor(house.desk)
    live_id = door.hand_over(HandOver(()))
    counselling.claim(house.desk, anna, live_id)
    house.clock.pass_by(minutes=6)
    door.user_left(live_id)
    assert counted(house) == {("handed_over", ""): 1, ("waited", "under_1"): 1}
