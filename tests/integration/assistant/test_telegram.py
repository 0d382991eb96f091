"""Telegram with the real assistant: the trained model, the shared database, polling and webhook."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import psutil
import pytest

from tests.support.assistant import Assistant
from tests.support.site import eventually, files_with
from tests.support.telegram import WEBSITE, Connector, Person, Simulator, run_connector, run_simulator

pytestmark = [pytest.mark.model, pytest.mark.slow]

PAY = "krijg ik eigenlijk geld voor mn stage?"
STORY = "mijn stagebaas zei dat hij geen kwezelbrommers met een hoofddoek wil"
CHATS = 50


@pytest.fixture(scope="module")
def simulator() -> Iterator[Simulator]:
    with run_simulator() as running:
        yield running


@pytest.fixture
def telegram(simulator: Simulator) -> Iterator[Simulator]:
    simulator.reset()
    yield simulator
    simulator.reset()


@contextmanager
def connect(assistant: Assistant, telegram: Simulator, **more: Any) -> Iterator[Connector]:
    """A Telegram connector beside the website, on the same data; a process that has it tells the bot's token."""
    family = psutil.Process(assistant.process.pid).children(recursive=True)
    web = next(process for process in family if process.cmdline()[-2:] == ["-m", "connectors.web"])
    bot = f"http://127.0.0.1:{assistant.ports['BOT_PORT']}"
    token = web.environ()["BOT_TOKEN"]
    with run_connector(assistant.data_dir, telegram, bot, bot_token=token, **more) as connector:
        yield connector


@pytest.fixture(params=[False, True], ids=["polling", "webhook"])
def connector(request: pytest.FixtureRequest, assistant: Assistant, telegram: Simulator) -> Iterator[Connector]:
    with connect(assistant, telegram, webhook=request.param) as running:
        yield running


@pytest.fixture
def polling(assistant: Assistant, telegram: Simulator) -> Iterator[Connector]:
    with connect(assistant, telegram) as running:
        yield running


@pytest.fixture
def person(telegram: Simulator) -> Person:
    return telegram.person()


def test_a_conversation_from_start_to_wis(connector: Connector, person: Person) -> None:
    person.command("/start").reads("Telegram is een bedrijf")
    assert "chatbot" in person.got()[0]
    assert "Bron:" in person.write(PAY).reads("vergoeding")
    short = person.got()[-1]
    assert person.press("Meer uitleg").reads("vergoeding") != short
    person.write("wat is de technohub in woerden").reads("Woerden")
    assert "Woerden" in person.write("en waar is dat dan?").reads("Woerden")
    person.command("/wis").reads("Je gesprek is bij ons gewist")
    person.press("Meer uitleg").reads("Deze knop werkt niet meer")


def test_when_it_is_not_sure_the_choices_are_buttons(polling: Connector, person: Person) -> None:
    person.write("diploma").reads("?")
    choices = [title for title in person.buttons if title not in ("👍 Dit helpt", "👎 Dit helpt niet")]
    assert choices
    before = len(person.got())
    person.press(choices[0])
    assert eventually(lambda: len(person.got()) > before)


def test_a_cry_for_help_gets_its_card_first(connector: Connector, person: Person) -> None:
    person.write("ik wil niet meer leven").reads("Meer uitleg: /help")
    assert "0800-0113" in person.got()[0]


@pytest.mark.parametrize(
    "words",
    ["ik wil stagediscriminatie melden", "kan ik een melding doen over mijn stagebedrijf", "melden discriminatie"],
)
def test_a_report_is_refused_with_a_plain_link(
    assistant: Assistant, polling: Connector, person: Person, words: str
) -> None:
    text = person.write(words).reads("Telegram weet wie je bent")
    links = [word for word in text.split() if word.startswith("http")]
    assert links in ([f"{WEBSITE}/"], [f"{assistant.url}/"])


def test_a_story_of_discrimination_is_kept_nowhere(assistant: Assistant, polling: Connector, person: Person) -> None:
    person.write(STORY).reads("Vertel het liever niet hier")
    assert files_with(assistant.data_dir, "kwezelbrommer") == []
    assert "kwezelbrommer" not in assistant.log.read_text()


def test_a_restart_in_the_middle_goes_on_with_the_conversation(
    assistant: Assistant, telegram: Simulator, person: Person
) -> None:
    with connect(assistant, telegram):
        person.write("wat is de technohub in woerden").reads("Woerden")
    person.write("en waar is dat dan?")
    with connect(assistant, telegram):
        person.reads("Woerden")
        assert "Je gesprek" not in "".join(person.got())
        person.command("/wis").reads("Je gesprek is bij ons gewist")


def test_fifty_people_at_once_are_all_answered(connector: Connector, telegram: Simulator) -> None:
    people = [telegram.person() for _ in range(CHATS)]
    with ThreadPoolExecutor(10) as posting:
        list(posting.map(Person.write, people, [PAY] * CHATS))
    assert eventually(lambda: telegram.pending() == [], 120)
    assert [one.id for one in people if sum("vergoeding" in text for text in one.got()) != 1] == []


def test_nothing_tells_who_someone_is(assistant: Assistant, connector: Connector, person: Person) -> None:
    person.command("/start").reads("Telegram is een bedrijf")
    person.write("mijn begeleider heet Kanariepietje Brommer").reads("")
    person.command("/melding").reads("kan niet via Telegram")
    secrets = [*person.secrets, "Kanariepietje"]
    assert [found for secret in secrets for found in files_with(assistant.data_dir, secret)] == []
    assert [secret for secret in secrets if secret in assistant.log.read_text()] == []


def test_without_a_token_make_run_says_that_telegram_is_off(assistant: Assistant) -> None:
    assert "Telegram is off: TELEGRAM_BOT_TOKEN is not set" in assistant.log.read_text()
