"""What goes wrong around a report: a restart half-way, a desk that takes nothing, and words that must be nowhere."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from desk.accounts.account import Person, create_account
from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, unlock
from desk.cases.casework import list_cases
from desk.desk import Desk, open_desk
from desk.settings import DeskSettings
from tests.conversations.report.reporter import STORY, Reporter
from tests.support.assistant import Assistant, Talk, run_assistant
from tests.support.site import Chat, files_with

pytestmark = [pytest.mark.model, pytest.mark.slow]

CANARIES = {
    "story": "kanariegeelvogeltje",
    "sector": "duikbotenwerf zilvermeeuw",
    "place": "grutterij roodborstje",
    "readers": "meester winterkoning",
    "stopped": "ijsvogelveertje",
    "back": "boomklevertje",
}


@contextmanager
def desk_takes_nothing(data_dir: Path) -> Iterator[None]:
    """Hold the desk's database so that nobody else can write; whoever waits gives up after five seconds."""
    with closing(sqlite3.connect(data_dir / "desk.sqlite3", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("ROLLBACK")


def ids(desk: Desk, counsellor: Unlocked) -> set[str]:
    return {case.id for case in list_cases(desk, counsellor.account_id)}


def test_the_desk_does_not_answer_at_the_moment_of_sending(
    reporter: Reporter, assistant: Assistant, desk: Desk, counsellors: dict[str, Unlocked]
) -> None:
    before = ids(desk, counsellors["Anna"])
    reporter.say(STORY, "sla de rest over")
    with desk_takes_nothing(assistant.data_dir):
        reporter.press("Verstuur")
    assert "Het versturen is nu niet gelukt. Er is nog niets verstuurd." in reporter.text
    assert ids(desk, counsellors["Anna"]) == before
    assert reporter.press("Probeer opnieuw").receipt
    assert len(ids(desk, counsellors["Anna"]) - before) == 1


def test_an_answer_while_the_desk_is_away_is_told_and_can_be_given_again(
    reporter: Reporter, assistant: Assistant
) -> None:
    reporter.say(STORY).press("Tijdens de stage").skip_to("sector")
    with desk_takes_nothing(assistant.data_dir):
        reporter.press("Horeca")
    assert "is niet bewaard" in reporter.text
    assert "Soort bedrijf: horeca" in reporter.say("horeca").summary


def test_stopping_while_the_desk_is_away_throws_the_key_away(reporter: Reporter, assistant: Assistant) -> None:
    reporter.say(STORY)
    with desk_takes_nothing(assistant.data_dir):
        reporter.say("stop")
    assert "Niemand kan meer lezen wat je vertelde" in reporter.text


def test_a_restart_half_way_keeps_the_report_and_files_it_once(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with run_assistant(data) as first:
        desk = open_desk(DeskSettings(data_dir=data))
        person = Person("anna@desk.example", Role.COUNSELLOR, "Anna")
        anna = unlock(desk, person.email, create_account(desk, person).one_time_password)
        reporter = Reporter(first.talk()).begin().say(STORY)
        half_way = reporter.talk
    with run_assistant(data) as second:
        reporter = Reporter(_again(second, half_way)).press("Tijdens de stage").say("sla de rest over")
        assert STORY in reporter.summary
        asked = reporter.talk.last
        receipt = reporter.press("Verstuur").receipt
        reporter.talk.last = asked
        assert reporter.press("Verstuur").receipt == receipt
        assert len(ids(desk, anna)) == 1


def _again(assistant: Assistant, talk: Talk) -> Talk:
    """The same conversation with an assistant that was started again."""
    return Talk(Chat(assistant.client, talk.chat.id, talk.chat.token, talk.last))


def test_no_word_of_a_report_is_in_a_file_a_log_or_a_figure(reporter: Reporter, assistant: Assistant) -> None:
    reporter.say(f"ze lachten om mij, {CANARIES['story']}").skip_to("sector").say(CANARIES["sector"])
    reporter.skip_to("place").say(CANARIES["place"]).say(f"{CANARIES['readers']} mag het niet lezen")
    while_open = _found(assistant)
    receipt = reporter.say("sla de rest over").press("Verstuur").receipt
    reporter.press("Ik heb de code opgeschreven")
    reporter.begin().say(CANARIES["stopped"], "stop")
    reporter.say("hoe staat het met mijn melding?").press("Ik heb een code")
    reporter.say(receipt).press("Schrijf terug").say(CANARIES["back"])
    assert "Je bericht is verstuurd" in reporter.text
    assert while_open == _found(assistant) == []
    assert _found(assistant, receipt, receipt.replace(" ", "")) == []


def _found(assistant: Assistant, *words: str) -> list[str]:
    """Where any of the words stands: databases with their logs, what the processes print, the public figures."""
    looked_for = words or tuple(CANARIES.values())
    printed = assistant.log.read_text() + assistant.client.get("/metrics").text
    files = [str(path) for word in looked_for for path in files_with(assistant.data_dir, word)]
    return files + [word for word in looked_for if word in printed]
