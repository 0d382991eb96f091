"""No report is taken on Telegram, and nothing of the words is kept; a cry for help is answered as everywhere."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from tests.support import stand_in_bot
from tests.support.site import files_with
from tests.support.stand_in_bot import StandInBot, say
from tests.support.telegram import WEBSITE, Connector, Person

pytestmark = pytest.mark.slow

CRISIS = "ik wil niet meer leven"
CARD = say("Bel 112 of 113.", kind="crisis", article="hulp/zelfmoord")


@pytest.fixture(autouse=True)
def a_bot_that_hears_crises(bot: StandInBot) -> Iterator[None]:
    replies = {CRISIS: [CARD], f"meld dit: {CRISIS}": [CARD]}
    with patch.dict(stand_in_bot.REPLIES, replies):
        yield


@pytest.mark.parametrize("words", ["/melding", "/melding ze noemden me kwezelaap"])
def test_the_command_gives_the_reason_and_a_plain_link(connector: Connector, person: Person, words: str) -> None:
    text = person.command(words).reads("kan niet via Telegram")
    assert [word for word in text.split() if word.startswith(WEBSITE)][-1] == f"{WEBSITE}/"
    assert files_with(connector.settings.data_dir, "kwezelaap") == []


def test_a_report_that_the_bot_begins_is_dropped(polling: Connector, bot: StandInBot, person: Person) -> None:
    person.write("hoi").reads("Je zei: hoi")
    text = person.write("melding").reads("kan niet via Telegram")
    assert stand_in_bot.RECEIPT not in text
    assert bot.trackers == set()


def test_a_story_is_met_kindly_and_forgotten(polling: Connector, bot: StandInBot, person: Person) -> None:
    person.write("mijn stagebaas zei dat ik met mijn hoofddoek een kwezelaap ben").reads("Wat naar dat dit gebeurt")
    assert bot.trackers == set()
    assert files_with(polling.settings.data_dir, "kwezelaap") == []


def test_who_was_refused_can_go_on_asking(polling: Connector, person: Person) -> None:
    person.write("ik wil een melding doen").reads("kan niet via Telegram")
    person.write("vergoeding").reads("stagevergoeding")


@pytest.mark.parametrize("words", [CRISIS, f"meld dit: {CRISIS}"])
def test_a_cry_for_help_comes_first(polling: Connector, person: Person, words: str) -> None:
    person.write(words).reads("Meer uitleg: /help")
    assert person.got()[0] == "Bel 112 of 113."
    assert "kan niet via Telegram" not in "".join(person.got())


@pytest.mark.parametrize("command", ["/stop", "/wis", "/help", "/melding"])
def test_a_cry_for_help_behind_a_command_is_heard(polling: Connector, person: Person, command: str) -> None:
    person.command(f"{command} {CRISIS}").reads("Bel 112 of 113.")
