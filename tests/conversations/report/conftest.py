"""A running assistant with somebody at the desk who reads reports."""

import pytest

from desk.accounts.account import Person, create_account
from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, unlock
from desk.desk import Desk, open_desk
from desk.settings import DeskSettings
from tests.conversations.report.reporter import Reporter
from tests.support.assistant import Assistant

ANNA, BRAM = "anna@desk.example", "bram@desk.example"


@pytest.fixture(scope="session")
def desk(assistant: Assistant) -> Desk:
    """The desk of the running assistant, seen from its own files."""
    return open_desk(DeskSettings(data_dir=assistant.data_dir))


@pytest.fixture(scope="session")
def counsellors(desk: Desk) -> dict[str, Unlocked]:
    """Two who read reports: Anna of the project, Bram of a school."""
    people = (
        Person(ANNA, Role.COUNSELLOR, "Anna"),
        Person(BRAM, Role.COUNSELLOR, "Bram", organisation="Voorbeeldcollege", is_school=True),
    )
    made = {person.name: create_account(desk, person) for person in people}
    return {person.name: unlock(desk, person.email, made[person.name].one_time_password) for person in people}


@pytest.fixture
def reporter(assistant: Assistant, counsellors: dict[str, Unlocked]) -> Reporter:
    """Somebody who has just pressed "Anoniem melden"."""
    assert counsellors
    return Reporter(assistant.talk()).begin()
