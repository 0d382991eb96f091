"""One owner at every moment: whatever users, counsellors, the clock and a restart do, and in whatever order."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlalchemy import func, select

from desk.accounts.unlocking import Unlocked
from desk.errors import LiveTakenError, NotYourLiveError
from desk.intake.live import HandOver, LiveDoor, Owner
from desk.live import counselling
from desk.live.counselling import read_live
from desk.live.machine import MOVES, OPEN, Event, owner_after
from desk.live.tending import HOLDER_SILENT, OVER, SILENCE, tend
from desk.store.live_tables import LiveLineRow, LiveRow, LiveWrapRow
from tests.support.desk_house import DeskHouse, desk_house

NAMES = ("anna", "bram")
BY_HOLDER = {
    Event.GIVE_BACK: counselling.give_back,
    Event.END: counselling.end,
    Event.HAND_ON: counselling.hand_on,
}


@pytest.mark.parametrize("event", list(Event))
def test_every_event_leads_from_some_owner_to_exactly_one(event: Event) -> None:
    assert MOVES[event].before
    assert {owner_after(owner, event) for owner in MOVES[event].before} == {MOVES[event].after}
    assert [owner_after(owner, event) for owner in set(Owner) - MOVES[event].before] == [None] * (
        len(Owner) - len(MOVES[event].before)
    )


def test_nothing_leads_out_of_the_end_and_every_other_owner_has_a_way_on() -> None:
    leaving = {owner: [event for event in Event if owner_after(owner, event)] for owner in Owner}
    assert leaving.pop(Owner.ENDED) == []
    assert all(leaving.values())


class LiveChats(RuleBasedStateMachine):
    """A user, two counsellors, the clock, and a process that may be started anew at every moment."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.opened = desk_house(Path(self.folder.name))
        self.house: DeskHouse = self.opened.__enter__()
        self.readers: dict[str, Unlocked] = {name: self.house.reader(name) for name in NAMES}
        self.live_id: str | None = None
        self.owner, self.holder = Owner.ASSISTANT, ""

    @property
    def door(self) -> LiveDoor:
        return LiveDoor(self.house.desk)

    def teardown(self) -> None:
        self.opened.__exit__(None, None, None)
        self.folder.cleanup()

    def expect(self, event: Event, holder: str = "") -> None:
        after = owner_after(self.owner, event)
        if after is not None:
            self.owner, self.holder = after, holder

    @precondition(lambda self: self.owner not in OPEN)
    @rule()
    def ask(self) -> None:
        self.live_id = self.door.hand_over(HandOver(()))
        self.owner, self.holder = Owner.WAITING, ""

    @precondition(lambda self: self.live_id)
    @rule(name=st.sampled_from(NAMES))
    def claim(self, name: str) -> None:
        if self.owner == Owner.WAITING:
            counselling.claim(self.house.desk, self.readers[name], str(self.live_id))
            self.expect(Event.CLAIM, name)
            return
        with pytest.raises(LiveTakenError):
            counselling.claim(self.house.desk, self.readers[name], str(self.live_id))

    @precondition(lambda self: self.live_id)
    @rule(name=st.sampled_from(NAMES), event=st.sampled_from(sorted(BY_HOLDER)))
    def finish(self, name: str, event: Event) -> None:
        act = BY_HOLDER[event]
        if self.holder == name:
            act(self.house.desk, self.readers[name], str(self.live_id))
            self.expect(event)
            return
        with pytest.raises((LiveTakenError, NotYourLiveError)):
            act(self.house.desk, self.readers[name], str(self.live_id))

    @precondition(lambda self: self.live_id)
    @rule()
    def user_says_something(self) -> None:
        if self.owner in OPEN:
            self.door.say(str(self.live_id), "Ben je daar?")
            return
        with pytest.raises(LiveTakenError):
            self.door.say(str(self.live_id), "Ben je daar?")

    @precondition(lambda self: self.live_id)
    @rule()
    def user_stops(self) -> None:
        self.door.user_stopped(str(self.live_id))
        self.expect(Event.STOP)

    @precondition(lambda self: self.live_id)
    @rule()
    def user_leaves(self) -> None:
        self.door.user_left(str(self.live_id))
        self.owner, self.holder = Owner.ENDED, ""

    @precondition(lambda self: self.live_id)
    @rule(minutes=st.sampled_from([1, HOLDER_SILENT, OVER, SILENCE]))
    def time_passes(self, minutes: int) -> None:
        """The clock may move it on or end it, never to a holder, never out of the end."""
        before = self.owner
        self.house.clock.pass_by(minutes=minutes)
        tend(self.house.desk)
        now = self.door.owner(str(self.live_id))
        by_clock = {before, owner_after(before, Event.LET_GO), owner_after(before, Event.EXPIRE)}
        assert now in by_clock or (before == Owner.ASSISTANT and now == Owner.ENDED)
        self.owner, self.holder = now, self.holder if now == Owner.COUNSELLOR else ""

    @rule()
    def the_process_starts_anew(self) -> None:
        clock = self.house.clock
        self.opened.__exit__(None, None, None)
        self.opened = desk_house(Path(self.folder.name))
        self.house = self.opened.__enter__()
        self.house.clock.now = clock.now

    @invariant()
    def exactly_one_owns_it(self) -> None:
        if self.live_id is None:
            return
        assert self.door.owner(self.live_id) == self.owner
        reading = [name for name in NAMES if self._reads(name)]
        assert reading == ([self.holder] if self.owner == Owner.COUNSELLOR else [])

    @invariant()
    def what_is_over_holds_nothing(self) -> None:
        if self.live_id is None or self.owner in OPEN:
            return
        assert self._rows(LiveLineRow) == self._rows(LiveWrapRow) == 0

    @invariant()
    def one_row_has_one_owner(self) -> None:
        with self.house.desk.store.reading() as session:
            rows = list(session.scalars(select(LiveRow)))
        assert all((row.owner == Owner.COUNSELLOR) == (row.counsellor_id is not None) for row in rows)

    def _reads(self, name: str) -> bool:
        try:
            read_live(self.house.desk, self.readers[name], str(self.live_id))
        except (LiveTakenError, NotYourLiveError):
            return False
        return True

    def _rows(self, table: Any) -> int:
        with self.house.desk.store.reading() as session:
            return session.scalar(select(func.count()).where(table.live_id == self.live_id)) or 0


TestLiveChats = LiveChats.TestCase
TestLiveChats.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
