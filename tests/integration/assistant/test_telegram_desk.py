"""`make run` with a token: someone on Telegram talks with a counsellor, through the real model and the real desk."""

from collections.abc import Iterator
from dataclasses import dataclass

import psutil
import pytest

from desk.accounts.account import Person as Employee
from desk.accounts.account import create_account
from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, unlock
from desk.desk import Desk, open_desk
from desk.live.counselling import answer, claim, give_back, read_live
from desk.live.queue import open_chats
from desk.settings import DeskSettings
from tests.support.assistant import Assistant, run_assistant
from tests.support.served import free_port
from tests.support.site import eventually, files_with
from tests.support.telegram import BOT_TOKEN, Simulator, run_simulator

pytestmark = [pytest.mark.model, pytest.mark.slow]

QUESTION = "krijg ik eigenlijk geld voor mn stage?"
STORY = "mijn stagebaas zei dat ik met mijn hoofddoek een kwezelbrommer ben"


@dataclass(frozen=True)
class Everything:
    """The whole assistant on Telegram, day and night, with one counsellor."""

    assistant: Assistant
    telegram: Simulator
    desk: Desk
    anna: Unlocked

    def lines(self, live_id: str) -> list[str]:
        """Return what the counsellor reads."""
        return [line.text for line in read_live(self.desk, self.anna, live_id).lines]

    def take(self) -> str:
        """Claim the chat that waits."""
        (waiting,) = open_chats(self.desk, self.anna.account_id)
        claim(self.desk, self.anna, waiting.id)
        return waiting.id


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Everything]:
    with run_simulator() as telegram:
        told = {"TELEGRAM_BOT_TOKEN": BOT_TOKEN, "TELEGRAM_API_BASE": telegram.url, "TELEGRAM_PORT": str(free_port())}
        folder = tmp_path_factory.mktemp("on_telegram") / "data"
        with run_assistant(folder, OFFICE_HOURS="always", **told) as running:
            desk = open_desk(DeskSettings(data_dir=running.data_dir, office_hours="always"))
            made = create_account(desk, Employee("anna@desk.example", Role.COUNSELLOR, "Anna"))
            anna = unlock(desk, "anna@desk.example", made.one_time_password)
            yield Everything(running, telegram, desk, anna)
            desk.store.engine.dispose()


def test_make_run_starts_telegram_and_no_other_part_gets_the_token(everything: Everything) -> None:
    everything.telegram.person().command("/start").reads("Telegram is een bedrijf")
    family = psutil.Process(everything.assistant.process.pid).children(recursive=True)
    informed = {process.cmdline()[-1] for process in family if "TELEGRAM_BOT_TOKEN" in process.environ()}
    assert informed == {"deploy.run", "connectors.telegram"}
    assert BOT_TOKEN not in everything.assistant.log.read_text()


def test_a_counsellor_takes_over_answers_and_gives_back(everything: Everything) -> None:
    person = everything.telegram.person()
    person.write(QUESTION).reads("vergoeding")
    person.write("ik wil een mens spreken").reads("Mag de medewerker lezen")
    person.press("Ja, de medewerker mag het lezen").reads("Ik heb een medewerker gevraagd")
    live_id = everything.take()
    assert QUESTION in everything.lines(live_id)
    person.reads("Een medewerker is er nu bij")
    answer(everything.desk, everything.anna, live_id, "Hoi, waar loop je stage?")
    person.reads("Medewerker (een mens): Hoi, waar loop je stage?")
    person.write(STORY)
    assert eventually(lambda: everything.lines(live_id)[-1] == STORY)
    give_back(everything.desk, everything.anna, live_id)
    person.reads("Je praat weer met mij, de chatbot")
    person.write(QUESTION).reads("vergoeding")
    person.command("/wis").reads("Je gesprek is bij ons gewist")
    assert [found for secret in person.secrets for found in files_with(everything.assistant.data_dir, secret)] == []
    assert [secret for secret in person.secrets if secret in everything.assistant.log.read_text()] == []


def test_a_refused_story_is_not_read_by_the_counsellor(everything: Everything) -> None:
    person = everything.telegram.person()
    person.write(STORY).reads("Vertel het liever niet hier")
    person.press("Praat met een medewerker").reads("Mag de medewerker lezen")
    person.press("Ja, de medewerker mag het lezen").reads("Ik heb een medewerker gevraagd")
    live_id = everything.take()
    assert not any("kwezelbrommer" in line for line in everything.lines(live_id))
    person.command("/wis").reads("Je gesprek is bij ons gewist")
