"""A desk for tests: cheap derivations, a clock that stands still until it is moved, people who can read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desk.accounts.account import Person, create_account
from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, unlock
from desk.cases.casework import list_cases
from desk.cases.document import ReportDocument
from desk.cases.messages import Author
from desk.clock import AMSTERDAM
from desk.desk import Desk, open_desk
from desk.intake.reports import Intake
from desk.settings import DeskSettings
from desk.vault.costs import Cost, Costs

# The least that libsodium accepts: 8 KiB. Only ever given here.
CHEAP = Costs(Cost(1, 8), Cost(2, 8), Cost(1, 8))
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=AMSTERDAM)
STORY = "Ik mocht geen stage lopen omdat ik een hoofddoek draag."
REPORT = ReportDocument(what_happened=STORY, company="Bakkerij Voorbeeld", town="Utrecht")
SCHOOL = "Voorbeeldschool"


@dataclass(slots=True)
class Clock:
    """Tells the time it was set to."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: float) -> None:
        """Move on by a `timedelta`."""
        self.now += timedelta(**time)


@dataclass(frozen=True, slots=True)
class DeskHouse:
    """One desk with what tests do to it."""

    desk: Desk
    clock: Clock
    intake: Intake = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "intake", Intake(self.desk))

    def reader(self, name: str = "anna", role: Role = Role.COUNSELLOR, **more: Any) -> Unlocked:
        """Make an account and log in with its one-time password."""
        email = f"{name.lower().replace(' ', '-')}@desk.example"
        made = create_account(self.desk, Person(email, role, name, **more))
        return unlock(self.desk, email, made.one_time_password)

    def case_of(self, reader: Unlocked) -> str:
        """Return the id of the only case this reader has a key to."""
        (only,) = list_cases(self.desk, reader.account_id)
        return only.id

    def texts(self, receipt: str) -> list[tuple[Author, str]]:
        """Return what the reporter reads."""
        return [(one.author, one.text) for one in self.intake.receipt_status(receipt).messages]


@contextmanager
def desk_house(folder: Path, database_url: str | None = None) -> Iterator[DeskHouse]:
    """Open a desk in a folder of its own; close its connections afterwards."""
    clock = Clock()
    settings = DeskSettings(data_dir=folder, office_hours="always")
    if database_url:
        settings = DeskSettings(data_dir=folder, office_hours="always", database_url=database_url)
    desk = open_desk(settings, CHEAP, clock)
    try:
        yield DeskHouse(desk, clock)
    finally:
        desk.store.engine.dispose()


def files_with(folder: Path, *pieces: bytes) -> list[Path]:
    """Return the files under a folder that hold one of the pieces."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(piece in path.read_bytes() for piece in pieces)]
