"""The same on a real PostgreSQL: updates that count once, a take-over that is pushed, and nothing left after it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from desk.live.counselling import answer
from tests.support.desk_house import desk_house
from tests.support.office import DeskRoom
from tests.support.postgres import run_postgres
from tests.support.site import eventually
from tests.support.stand_in_bot import StandInBot
from tests.support.telegram import Connector, Person, Simulator, run_connector

pytestmark = pytest.mark.slow


@pytest.fixture
def database_url() -> Iterator[str]:
    with run_postgres() as url:
        yield url


def test_a_chat_with_a_counsellor_from_beginning_to_end(
    tmp_path: Path, telegram: Simulator, bot: StandInBot, bot_address: str, database_url: str, person: Person
) -> None:
    with desk_house(tmp_path / "desk") as desk:
        room = DeskRoom(desk)
        anna = room.counsellor()
        with run_connector(
            tmp_path / "data", telegram, bot_address, webhook=True, prepare=room.stand_behind, database_url=database_url
        ) as connector:
            person.write("vergoeding").reads("stagevergoeding")
            person.write("haal een mens").reads("Ik heb een medewerker gevraagd")
            live_id = room.take(anna)
            answer(desk.desk, anna, live_id, "Hoi, vertel maar.")
            person.reads("Hoi, vertel maar.")
            person.command("/wis").reads("Je gesprek is bij ons gewist")
            # the update itself is written down as handled after its answer was sent
            assert eventually(lambda: rows(connector, "chat_telegram_updates") == 3)
            for table in ("chat_conversations", "chat_messages", "chat_addresses", "chat_take_overs"):
                assert rows(connector, table) == 0


def rows(connector: Connector, table: str) -> int:
    """How many rows one of our tables has."""
    with connector.house.engine.connect() as connection:
        return int(connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608 - our own names
