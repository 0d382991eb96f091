"""A website and the desk behind it, for tests of what people of the desk do in conversations."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from connectors.conversations.house import House
from desk.accounts.unlocking import Unlocked
from desk.intake.live import LiveDoor
from desk.live.counselling import claim, read_live
from desk.live.queue import LiveSummary, open_chats
from tests.support.desk_house import DeskHouse, desk_house
from tests.support.site import Chat, Site, eventually, run_site


@dataclass
class DeskRoom:
    """The desk behind a connector, with its counsellors."""

    desk: DeskHouse

    def stand_behind(self, connector: House) -> None:
        """Let a connector find this desk."""
        connector.desk._opened = LiveDoor(self.desk.desk)

    def counsellor(self, name: str = "anna") -> Unlocked:
        """Make a counsellor who is logged in."""
        return self.desk.reader(name)

    def queue(self, reader: Unlocked) -> tuple[LiveSummary, ...]:
        """Return what this counsellor sees waiting."""
        return open_chats(self.desk.desk, reader.account_id)

    def take(self, reader: Unlocked) -> str:
        """Claim the only live chat there is."""
        (waiting,) = self.queue(reader)
        claim(self.desk.desk, reader, waiting.id)
        return waiting.id

    def lines(self, reader: Unlocked, live_id: str) -> list[str]:
        """Return what the holder reads."""
        return [line.text for line in read_live(self.desk.desk, reader, live_id).lines]


@dataclass
class Office(DeskRoom):
    """A website and the desk behind it."""

    site: Site

    def __post_init__(self) -> None:
        self.stand_behind(self.site.house)


@contextmanager
def run_office(folder: Path, bot_url: str) -> Iterator[Office]:
    """Serve a website whose desk has cheap derivations and a clock of its own."""
    with run_site(folder / "site", bot_url) as site, desk_house(folder / "desk") as desk:
        yield Office(desk, site)


def arrives(chat: Chat, piece: str) -> bool:
    """Whether a message with these words comes to the user."""
    return eventually(lambda: any(piece in message["text"] for message in chat.history()))


def texts(messages: list[dict[str, object]]) -> str:
    """All that messages say."""
    return "\n".join(str(message["text"]) for message in messages)
