"""Live chats at the desk: who sees them, who gets them, and everything one can do with one, without JavaScript."""

from dataclasses import dataclass

import pytest

from desk.accounts.roles import Role
from desk.intake.live import HandOver, Level, Line, LiveDoor, News, Owner, Speaker
from tests.integration.console.test_console_changes import listening, next_of
from tests.support.console import DeskClient, RunningConsole

SAID = Line(Speaker.USER, "Ik krijg geen <b>stage</b>.", "2026-11-21T12:00:00+01:00")


@dataclass
class Visit:
    """Somebody who asked for a person."""

    door: LiveDoor
    id: str

    @property
    def address(self) -> str:
        return f"/live/{self.id}"

    def hears(self) -> list[tuple[News, str]]:
        return [(one.news, one.text) for one in self.door.hear({self.id: 0})[self.id].outgoing]


def asks(console: RunningConsole, *lines: Line, level: Level | None = None) -> Visit:
    door = LiveDoor(console.house.desk)
    return Visit(door, door.hand_over(HandOver(lines, level)))


@pytest.fixture
def bram(console: RunningConsole) -> DeskClient:
    return console.log_in(console.person("Bram"))


def test_a_cry_for_help_stands_above_who_waits_and_above_all_else(console: RunningConsole, anna: DeskClient) -> None:
    waits, cries = asks(console), asks(console, level=Level.DANGER)
    page = anna.page("/inbox")
    assert page.index(cries.address) < page.index(waits.address) < page.index('Meldingen <span class="queue__count"')
    assert "nood: gevaar" in page


def test_nothing_is_read_before_claiming_and_everything_after(console: RunningConsole, anna: DeskClient) -> None:
    visit = asks(console, SAID)
    assert "stage" not in anna.page(visit.address)
    assert anna.post(f"{visit.address}/claim").headers["location"] == f"{visit.address}#answer"
    page = anna.page(visit.address)
    assert "Ik krijg geen &lt;b&gt;stage&lt;/b&gt;." in page
    assert "12:00" in page
    assert visit.hears() == [(News.TAKEN, "")]


def test_the_second_who_claims_sees_with_whom_it_is_and_nothing_more(
    console: RunningConsole, anna: DeskClient, bram: DeskClient
) -> None:
    visit = asks(console, SAID)
    bram.page(visit.address)
    anna.page("/inbox")
    anna.post(f"{visit.address}/claim")
    late = bram.post(f"{visit.address}/claim")
    assert late.status_code == 409
    assert "bij Anna" in late.text
    assert "stage" not in late.text
    assert bram.post(f"{visit.address}/answer", {"text": "Hoi"}).status_code == 409
    assert visit.hears() == [(News.TAKEN, "")]


def test_an_answer_goes_to_the_user_and_stands_on_the_page(console: RunningConsole, anna: DeskClient) -> None:
    visit = asks(console)
    anna.page("/inbox")
    anna.post(f"{visit.address}/claim")
    assert anna.post(f"{visit.address}/answer", {"text": "Vertel maar."}).status_code == 303
    assert visit.hears()[-1] == (News.SAID, "Vertel maar.")
    assert "Vertel maar." in anna.page(visit.address)


def test_what_was_typed_is_not_lost_when_the_user_is_gone(console: RunningConsole, anna: DeskClient) -> None:
    visit = asks(console)
    anna.page("/inbox")
    anna.post(f"{visit.address}/claim")
    visit.door.user_left(visit.id)
    late = anna.post(f"{visit.address}/answer", {"text": "Vertel maar."})
    assert late.status_code == 409
    assert "Vertel maar." in late.text
    assert "voorbij" in anna.page(visit.address)


@pytest.mark.parametrize(
    ("step", "news", "owner"),
    [
        ("give-back", News.GIVEN_BACK, Owner.ASSISTANT),
        ("end", News.ENDED, Owner.ENDED),
        ("hand-on", News.HANDED_ON, Owner.WAITING),
    ],
)
def test_every_way_to_finish_is_told_to_the_user(
    console: RunningConsole, anna: DeskClient, step: str, news: News, owner: Owner
) -> None:
    visit = asks(console)
    anna.page("/inbox")
    anna.post(f"{visit.address}/claim")
    assert anna.post(f"{visit.address}/{step}").headers["location"] == "/inbox"
    assert visit.hears()[-1][0] == news
    assert visit.door.owner(visit.id) == owner


def test_handing_on_to_a_colleague_names_that_colleague(console: RunningConsole, anna: DeskClient) -> None:
    colleague = console.person("Bram")
    visit = asks(console)
    anna.page("/inbox")
    anna.post(f"{visit.address}/claim")
    anna.post(f"{visit.address}/hand-on", {"account": colleague.id})
    assert "voor u" in console.log_in(colleague).page("/inbox")


def test_a_coordinator_sees_no_live_chat(console: RunningConsole) -> None:
    console.person("Anna")
    visit = asks(console)
    cora = console.log_in(console.person("Cora", Role.COORDINATOR))
    assert visit.address not in cora.page("/inbox")
    assert cora.get(visit.address).status_code == 403


def test_an_open_page_hears_that_the_user_wrote(console: RunningConsole, anna: DeskClient) -> None:
    visit = asks(console)
    anna.page("/inbox")
    anna.post(f"{visit.address}/claim")
    with listening(anna, f"/changes?what=live&id={visit.id}") as events:
        before = next_of(events, "changed")
        visit.door.say(visit.id, "Ben je er nog?")
        assert next_of(events, "changed") != before
