"""Nothing that tells who someone is on Telegram, and nothing they typed, stands in a log, a table or a file."""

import json
import logging
from pathlib import Path

import pytest

from connectors.logs import configure_logging
from tests.support.site import eventually, files_with
from tests.support.stand_in_bot import StandInBot
from tests.support.telegram import BOT_TOKEN, Person, Simulator, run_connector

pytestmark = pytest.mark.slow
CANARY = "kwezelbrommer"


def _live_through_everything(telegram: Simulator, person: Person, bot: StandInBot) -> None:
    person.command("/start").reads("Waar kan ik je mee helpen?")
    person.write(f"{CANARY} vraag").reads(f"Je zei: {CANARY} vraag")
    telegram.offer({"edited_message": person.message(text=f"{CANARY} anders", edit_date=1)})
    person.reads(f"Je zei: {CANARY} anders")
    person.command(f"/melding {CANARY}").reads("kan niet via Telegram")
    telegram.refuse("sendMessage", 429, parameters={"retry_after": 1})
    telegram.refuse("sendMessage", hang_up=True)
    telegram.refuse("getUpdates", 500)
    telegram.offer({"message": person.message(text=5, date=CANARY)})
    person.send_press(CANARY)
    person.reads("Deze knop werkt niet meer")
    bot.broken = True
    person.write(f"{CANARY} stuk").reads("Ik kan nu even geen antwoord geven")
    bot.broken = False
    telegram.refuse("sendMessage", 400, times=2, description=f"Bad Request: chat {person.id} of {CANARY} not found")
    person.write(f"{CANARY} geweigerd")
    assert eventually(lambda: telegram.pending() == [])


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
def test_no_trace_of_a_person_is_left_anywhere(
    tmp_path: Path,
    telegram: Simulator,
    bot: StandInBot,
    bot_address: str,
    capsys: pytest.CaptureFixture[str],
    webhook: bool,
) -> None:
    person = telegram.person()
    before = logging.getLogger().handlers[:]
    configure_logging()
    try:
        with run_connector(tmp_path, telegram, bot_address, webhook=webhook):
            _live_through_everything(telegram, person, bot)
            secrets = [*person.secrets, CANARY, BOT_TOKEN.split(":")[1]]
            assert [found for secret in secrets for found in files_with(tmp_path, secret)] == []
    finally:
        logging.getLogger().handlers[:] = before
    printed = "".join(capsys.readouterr())
    events = [json.loads(line) for line in printed.splitlines() if line.startswith("{")]
    assert {"telegram_asks_to_wait", "malformed_update", "turn_failed"} <= {event["event"] for event in events}
    assert [secret for secret in secrets if secret in printed] == []
