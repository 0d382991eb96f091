"""A person takes over a chat on Telegram: both ways, pushed, and the address is gone when it is over."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from connectors.conversations.tables import AddressRow
from desk.intake.live import Level, LiveDoor, Owner
from desk.live.counselling import answer, end, give_back
from tests.support.desk_house import desk_house
from tests.support.office import DeskRoom
from tests.support.site import eventually, files_with
from tests.support.stand_in_bot import StandInBot
from tests.support.telegram import Connector, Person, Simulator, run_connector

pytestmark = pytest.mark.slow
STORY = "mijn stagebaas zei dat hij mijn hoofddoek niet wil zien"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[DeskRoom]:
    """A desk of its own, apart from the connector's data."""
    with desk_house(tmp_path / "desk") as desk:
        yield DeskRoom(desk)


@pytest.fixture
def handed_over(connector: Connector, room: DeskRoom) -> Connector:
    """A connector, with each way in, and the desk behind it."""
    room.stand_behind(connector.house)
    return connector


@pytest.fixture
def polled(polling: Connector, room: DeskRoom) -> Connector:
    """The same with long polling only."""
    room.stand_behind(polling.house)
    return polling


def _addresses(connector: Connector) -> int:
    with connector.house.sessions() as session:
        return session.scalar(select(func.count()).select_from(AddressRow)) or 0


def test_a_counsellor_and_someone_on_telegram_talk(
    handed_over: Connector, room: DeskRoom, bot: StandInBot, person: Person
) -> None:
    anna = room.counsellor()
    person.write("hoi").reads("Je zei: hoi")
    person.write("haal een mens").reads("Ik heb een medewerker gevraagd")
    live_id = room.take(anna)
    assert "hoi" in room.lines(anna, live_id)
    person.reads("Een medewerker is er nu bij")
    answer(room.desk.desk, anna, live_id, "Hoi, vertel maar.")
    person.reads("Medewerker (een mens): Hoi, vertel maar.")
    heard = len(bot.heard)
    person.write("Dank je")
    assert eventually(lambda: room.lines(anna, live_id)[-1] == "Dank je")
    assert len(bot.heard) == heard
    end(room.desk.desk, anna, live_id)
    person.reads("Je praat weer met mij, de chatbot")
    person.write("hallo").reads("Je zei: hallo")


def test_what_is_told_to_a_counsellor_reaches_the_counsellor(polled: Connector, room: DeskRoom, person: Person) -> None:
    anna = room.counsellor()
    person.write("haal een mens").reads("Ik heb een medewerker gevraagd")
    live_id = room.take(anna)
    person.write(STORY)
    assert eventually(lambda: room.lines(anna, live_id)[-1:] == [STORY])
    assert not any("website" in text for text in person.got()[2:])


def test_the_address_is_there_only_while_a_person_has_the_chat(
    polled: Connector, room: DeskRoom, person: Person
) -> None:
    anna = room.counsellor()
    person.write("hoi").reads("Je zei: hoi")
    assert _addresses(polled) == 0
    person.write("haal een mens").reads("Ik heb een medewerker gevraagd")
    assert _addresses(polled) == 1
    give_back(room.desk.desk, anna, room.take(anna))
    person.reads("Je praat weer met mij, de chatbot")
    assert eventually(lambda: _addresses(polled) == 0)


@pytest.mark.parametrize("command", ["/wis", "/stop", "/start"])
def test_ending_the_chat_ends_it_at_the_desk_and_forgets_the_address(
    polled: Connector, room: DeskRoom, person: Person, command: str
) -> None:
    anna = room.counsellor()
    person.write("haal een mens").reads("Ik heb een medewerker gevraagd")
    live_id = room.take(anna)
    person.command(command)
    assert eventually(lambda: LiveDoor(room.desk.desk).owner(live_id) == Owner.ENDED)
    assert _addresses(polled) == 0


def test_an_answer_is_pushed_after_a_restart(
    tmp_path: Path, telegram: Simulator, bot: StandInBot, bot_address: str, room: DeskRoom, person: Person
) -> None:
    anna = room.counsellor()
    with run_connector(tmp_path / "data", telegram, bot_address, prepare=room.stand_behind):
        person.write("haal een mens").reads("Ik heb een medewerker gevraagd")
        live_id = room.take(anna)
        person.reads("Een medewerker is er nu bij")
    answer(room.desk.desk, anna, live_id, "Ben je er nog?")
    with run_connector(tmp_path / "data", telegram, bot_address, prepare=room.stand_behind):
        person.reads("Ben je er nog?")
        assert files_with(tmp_path, str(person.id)) == []
    assert sum("Ben je er nog?" in text for text in person.got()) == 1


def test_an_answer_that_telegram_does_not_take_yet_is_pushed_later(
    polled: Connector, room: DeskRoom, telegram: Simulator, person: Person
) -> None:
    anna = room.counsellor()
    person.write("haal een mens").reads("Ik heb een medewerker gevraagd")
    live_id = room.take(anna)
    person.reads("Een medewerker is er nu bij")
    telegram.refuse("sendMessage", 502, times=8, chat=person.id)
    answer(room.desk.desk, anna, live_id, "Daar ben ik.")
    person.reads("Daar ben ik.")
    assert sum("Daar ben ik." in text for text in person.got()) == 1


def test_who_blocks_the_bot_leaves_the_counsellor(
    polled: Connector, room: DeskRoom, telegram: Simulator, person: Person
) -> None:
    anna = room.counsellor()
    person.write("haal een mens").reads("Ik heb een medewerker gevraagd")
    live_id = room.take(anna)
    person.reads("Een medewerker is er nu bij")
    telegram.refuse("sendMessage", 403, chat=person.id, description="Forbidden: bot was blocked by the user")
    answer(room.desk.desk, anna, live_id, "Hallo?")
    assert eventually(lambda: LiveDoor(room.desk.desk).owner(live_id) == Owner.ENDED)
    assert _addresses(polled) == 0


def test_a_cry_for_help_is_heard_while_a_person_has_the_chat(polled: Connector, room: DeskRoom, person: Person) -> None:
    anna = room.counsellor()
    person.write("haal een mens").reads("Ik heb een medewerker gevraagd")
    live_id = room.take(anna)
    person.write("nood").reads("Bel 113.")
    assert room.lines(anna, live_id)[-2:] == ["nood", "Bel 113."]
    assert room.queue(anna)[0].level == Level.SUICIDE


def test_a_refused_report_never_goes_along(polled: Connector, room: DeskRoom, person: Person) -> None:
    anna = room.counsellor()
    person.write(STORY).reads("Vertel het liever niet hier")
    person.write("haal een mens").reads("Ik heb een medewerker gevraagd")
    assert not any("hoofddoek" in line for line in room.lines(anna, room.take(anna)))


def test_a_message_about_discrimination_is_not_left_here_either(
    polled: Connector, room: DeskRoom, tmp_path: Path, person: Person
) -> None:
    person.write("bericht achterlaten").reads("")
    person.write(STORY).reads("Vertel het liever niet hier")
    assert files_with(tmp_path, "hoofddoek") == []
