"""The website connector beside a stand-in for the bot."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.office import Office, run_office
from tests.support.served import serve
from tests.support.site import Chat, Site, run_site
from tests.support.stand_in_bot import StandInBot


@pytest.fixture(scope="session")
def served_bot() -> Iterator[tuple[StandInBot, str]]:
    """One stand-in for all tests, with its address."""
    bot = StandInBot()
    with serve(bot.app) as url:
        yield bot, url


@pytest.fixture
def bot(served_bot: tuple[StandInBot, str]) -> Iterator[StandInBot]:
    """Give the stand-in, fresh."""
    served_bot[0].reset()
    yield served_bot[0]
    served_bot[0].reset()


@pytest.fixture
def bot_url(served_bot: tuple[StandInBot, str]) -> str:
    """Give the address of the stand-in."""
    return served_bot[1]


@pytest.fixture(scope="session")
def shared_site(tmp_path_factory: pytest.TempPathFactory, served_bot: tuple[StandInBot, str]) -> Iterator[Site]:
    """One running site, without rate limits; conversations keep the tests apart."""
    with run_site(tmp_path_factory.mktemp("shared"), served_bot[1]) as running:
        yield running


@pytest.fixture
def site(shared_site: Site, bot: StandInBot) -> Site:
    """Give the shared site, with a fresh bot behind it."""
    return shared_site


@pytest.fixture
def own_site(tmp_path: Path, bot: StandInBot, bot_url: str) -> Iterator[Site]:
    """Give a site of one's own, for tests that break it or look into its files."""
    with run_site(tmp_path / "data", bot_url) as running:
        yield running


@pytest.fixture
def chat(site: Site) -> Chat:
    """Give a conversation that just began."""
    return site.begin()


@pytest.fixture
def office(tmp_path: Path, bot: StandInBot, bot_url: str) -> Iterator[Office]:
    """Give a website and the desk behind it."""
    with run_office(tmp_path, bot_url) as running:
        yield running
