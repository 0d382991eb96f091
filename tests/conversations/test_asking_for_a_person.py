"""Asking the whole assistant for a person: the question about reading along, a yes, and a message outside hours."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.accounts.account import Person, create_account
from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, unlock
from desk.desk import Desk, open_desk
from desk.live.counselling import claim, read_live
from desk.live.queue import open_chats
from desk.settings import DeskSettings
from tests.support.assistant import Assistant, run_assistant

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.fixture(scope="module")
def always_open(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Assistant, Desk, Unlocked]]:
    """An assistant whose counsellors are there day and night, with one counsellor."""
    with run_assistant(tmp_path_factory.mktemp("open") / "data", OFFICE_HOURS="always") as running:
        desk = open_desk(DeskSettings(data_dir=running.data_dir, office_hours="always"))
        made = create_account(desk, Person("anna@desk.example", Role.COUNSELLOR, "Anna"))
        yield running, desk, unlock(desk, "anna@desk.example", made.one_time_password)
        desk.store.engine.dispose()


def lines(desk: Desk, anna: Unlocked) -> list[str]:
    (waiting,) = open_chats(desk, anna.account_id)
    claim(desk, anna, waiting.id)
    return [line.text for line in read_live(desk, anna, waiting.id).lines]


def test_a_typed_yes_hands_the_conversation_over(always_open: tuple[Assistant, Desk, Unlocked]) -> None:
    assistant, desk, anna = always_open
    talk = assistant.talk().say("ik krijg geen stagevergoeding, mag dat?").say("ik wil een mens spreken")
    assert "Mag de medewerker lezen" in talk.text
    assert "een medewerker gevraagd" in talk.say("ja").text
    assert "ik krijg geen stagevergoeding, mag dat?" in lines(desk, anna)
    assert "112" in talk.say("ik ga mezelf nu iets aandoen").text or "0800-0113" in talk.text
    talk.chat.delete()


def test_without_consent_the_counsellor_reads_nothing(always_open: tuple[Assistant, Desk, Unlocked]) -> None:
    assistant, desk, anna = always_open
    talk = assistant.talk().say("ik krijg geen stagevergoeding, mag dat?").say("ik wil een mens spreken")
    talk.press("Vraag iemand, maar laat niets lezen")
    assert lines(desk, anna) == []
    talk.chat.delete()


def test_the_third_miss_and_a_yes_lead_to_the_question(always_open: tuple[Assistant, Desk, Unlocked]) -> None:
    talk = always_open[0].talk().say("blurp zwatelgok frimmel").say("kwatsj brommeldoe").say("zzzz qqqq")
    assert "Mag de medewerker lezen" in talk.say("ja").text


def test_no_thanks_is_taken_for_no(always_open: tuple[Assistant, Desk, Unlocked]) -> None:
    talk = always_open[0].talk().say("ik wil een mens spreken")
    assert "Ik ben van een bedrijf" not in talk.buttons
    talk.press("Toch niet")
    assert talk.say("ja").text.startswith("Oké!")


def test_without_a_counsellor_nothing_is_promised(tmp_path: Path) -> None:
    with run_assistant(tmp_path / "data") as running:
        talk = running.talk().say("ik wil een mens spreken")
    assert "Er is nu geen medewerker" in talk.text
    assert not re.search("achterlaten", " ".join(talk.buttons))
