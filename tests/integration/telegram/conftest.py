"""One simulator and one stand-in bot for all; every test has a connector with a database of its own, both ways in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.served import serve
from tests.support.stand_in_bot import StandInBot
from tests.support.telegram import Connector, Person, Simulator, run_connector, run_simulator


@pytest.fixture(scope="session")
def simulator() -> Iterator[Simulator]:
    with run_simulator() as running:
        yield running


@pytest.fixture(scope="session")
def the_bot() -> StandInBot:
    return StandInBot()


@pytest.fixture(scope="session")
def bot_address(the_bot: StandInBot) -> Iterator[str]:
    with serve(the_bot.app) as address:
        yield address


@pytest.fixture
def bot(the_bot: StandInBot) -> Iterator[StandInBot]:
    yield the_bot
    the_bot.reset()


@pytest.fixture
def telegram(simulator: Simulator) -> Iterator[Simulator]:
    simulator.reset()
    yield simulator
    simulator.reset()


@pytest.fixture(params=["polling", "webhook"])
def connector(
    request: pytest.FixtureRequest, tmp_path: Path, telegram: Simulator, bot: StandInBot, bot_address: str
) -> Iterator[Connector]:
    """The connector, once with each way in."""
    with run_connector(tmp_path / "data", telegram, bot_address, webhook=request.param == "webhook") as running:
        yield running


@pytest.fixture
def polling(tmp_path: Path, telegram: Simulator, bot: StandInBot, bot_address: str) -> Iterator[Connector]:
    """The connector with long polling, where the way in makes no difference."""
    with run_connector(tmp_path / "data", telegram, bot_address) as running:
        yield running


@pytest.fixture
def person(telegram: Simulator) -> Person:
    return telegram.person()
