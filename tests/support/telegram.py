"""Telegram as its users see it: a Bot API simulator in a process of its own, people who chat, our connector between."""

import itertools
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from connectors.conversations.house import Clock, amsterdam_now
from connectors.telegram.house import House
from connectors.telegram.server import create_app
from connectors.telegram.settings import TelegramSettings
from connectors.telegram.timing import Timing
from deploy.rasa_process import ROOT
from tests.support.chat_tables import make_chat_tables
from tests.support.served import free_port, serve
from tests.support.site import eventually
from tests.support.stand_in_bot import TOKEN

BOT_TOKEN = "666:made-up-for-tests"
WEBHOOK_SECRET = "a-made-up-webhook-secret"
WEBSITE = "https://wijzer.example"
PACKAGES = ROOT / "var" / "telegram-simulator"
SCRIPT = Path(__file__).parent / "telegram_simulator" / "server.js"
ANSWER_SECONDS = 20.0
QUICK = Timing(
    bot_read=10.0,
    double_click=0.3,
    long_poll=1,
    poll_pause=0.02,
    desk_poll=0.05,
    push=0.05,
    trouble_pause=0.05,
    longest_pause=0.2,
    network_pause=0.05,
    typing_again=0.2,
    finish=2.0,
)

Update = dict[str, Any]


@dataclass
class Simulator:
    """The running Bot API."""

    url: str
    client: httpx.Client
    people: Iterator[int] = field(default_factory=lambda: itertools.count(7_200_000_001))

    def person(self) -> "Person":
        """Someone who never chatted before."""
        return Person(self, next(self.people))

    def offer(self, content: Update) -> int:
        """Let Telegram offer an update of any form; return its number."""
        return int(self.client.post("/control/update", json=content).json())

    def refuse(self, method: str, code: int = 0, *, times: int = 1, **more: Any) -> None:
        """Let the next calls of a method fail: with a code, or (`hang_up=True`) without any answer."""
        self.client.post("/control/refuse", json={"method": method, "code": code, "times": times} | more)

    def calls(self, method: str, chat: int | None = None) -> list[dict[str, Any]]:
        """Return what the bot asked, in order."""
        made: list[dict[str, Any]] = self.client.get("/control/calls").json()
        return [c for c in made if c["method"] == method and chat in (None, int(c.get("chat") or 0))]

    def pending(self) -> list[int]:
        """Return the numbers of updates that Telegram still offers."""
        numbers: list[int] = self.client.get("/control/pending").json()
        return numbers

    def reset(self) -> None:
        """Forget all messages, calls and refusals."""
        self.client.post("/control/reset")


@dataclass
class Person:
    """Someone on Telegram with one private chat; has a name and a username that must get nowhere."""

    telegram: Simulator
    id: int
    heard: list[dict[str, Any]] = field(default_factory=list)

    @property
    def user(self) -> dict[str, Any]:
        """What Telegram tells about them."""
        return {
            "id": self.id,
            "is_bot": False,
            "first_name": f"Kwezel{self.id}",
            "last_name": f"Zonderling{self.id}",
            "username": f"kanarie{self.id}",
            "language_code": "nl",
        }

    @property
    def secrets(self) -> list[str]:
        """What must stand nowhere."""
        user = self.user
        return [str(self.id), user["first_name"], user["last_name"], user["username"]]

    def message(self, **content: Any) -> Update:
        """Make a message of theirs."""
        chat = {key: self.user[key] for key in ("id", "first_name", "last_name", "username")} | {"type": "private"}
        return {"message_id": 1, "date": int(time.time()), "from": self.user, "chat": chat, **content}

    def write(self, text: str) -> "Person":
        """Send a text without waiting for an answer."""
        self.telegram.client.post("/sendMessage", json=self.message(botToken=BOT_TOKEN, text=text))
        return self

    def command(self, text: str) -> "Person":
        """Send a command without waiting."""
        entities = [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}]
        body = self.message(botToken=BOT_TOKEN, text=text, entities=entities)
        self.telegram.client.post("/sendCommand", json=body)
        return self

    def press(self, title: str) -> "Person":
        """Press the last button with this title."""
        found = [b for message in self.heard for b in buttons_of(message) if b["text"] == title]
        assert found, f"no button {title!r} in {self.buttons}"
        self.send_press(found[-1]["callback_data"])
        return self

    def send_press(self, data: str) -> None:
        """Press a button with these data, whether it was ever shown or not."""
        body = {"botToken": BOT_TOKEN, "from": self.user, "data": data, "message": self.message(text="…")}
        self.telegram.client.post("/sendCallback", json=body)

    def reads(self, words: str, seconds: float = ANSWER_SECONDS) -> str:
        """Wait until these words arrive; return all of the messages since the last call of this."""
        fresh: list[dict[str, Any]] = []

        def arrived() -> bool:
            fresh.extend(self._fetch())
            return any(words in message["text"] for message in fresh)

        assert eventually(arrived, seconds), f"{words!r} not in {[message['text'] for message in fresh]}"
        return "\n\n".join(message["text"] for message in fresh)

    def _fetch(self) -> list[dict[str, Any]]:
        body = {"token": "test", "chatId": str(self.id)}
        result = self.telegram.client.post("/getUpdates", json=body).json()["result"]
        messages = [update["message"] for update in result]
        self.heard += messages
        return messages

    def got(self) -> list[str]:
        """Return every text that arrived so far, from the first on."""
        self._fetch()
        return [message["text"] for message in self.heard]

    @property
    def buttons(self) -> list[str]:
        """Titles of the buttons under the messages that arrived."""
        return [button["text"] for message in self.heard for button in buttons_of(message)]


def buttons_of(message: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the buttons under a message."""
    return [button for row in (message.get("reply_markup") or {}).get("inline_keyboard", []) for button in row]


@contextmanager
def run_simulator() -> Iterator[Simulator]:
    """Start it, wait until it listens, stop it."""
    port = free_port()
    command = ["node", str(SCRIPT), str(port)]
    environment = {**os.environ, "SIMULATOR_PACKAGES": str(PACKAGES)}
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            url = f"http://127.0.0.1:{port}"
            with httpx.Client(base_url=url, timeout=30) as client:
                yield Simulator(url, client)
        finally:
            process.kill()


@dataclass
class Connector:
    """Our running connector."""

    app: FastAPI
    url: str
    settings: TelegramSettings

    @property
    def house(self) -> House:
        """Return what the application holds."""
        house: House = self.app.state.service.house
        return house

    def is_ready(self) -> bool:
        """Whether it says so itself."""
        return httpx.get(f"{self.url}/readyz").status_code == httpx.codes.OK


@contextmanager
def run_connector(
    data_dir: Path,
    telegram: Simulator,
    bot_url: str,
    *,
    webhook: bool = False,
    wait: bool = True,
    timing: Timing = QUICK,
    clock: Clock = amsterdam_now,
    prepare: Callable[[House], None] = lambda _house: None,
    **more: Any,
) -> Iterator[Connector]:
    """Migrate, serve with polling or a webhook, stop."""
    port = free_port()
    chosen: dict[str, Any] = {
        "telegram_bot_token": BOT_TOKEN,
        "telegram_api_base": telegram.url,
        "telegram_webhook_url": f"http://127.0.0.1:{port}/telegram" if webhook else None,
        "telegram_webhook_secret": WEBHOOK_SECRET,
        "web_public_url": WEBSITE,
        "bot_url": bot_url,
        "bot_token": TOKEN,
        "data_dir": data_dir,
    } | more
    settings = TelegramSettings(**chosen)
    make_chat_tables(settings.database_url)
    app = create_app(settings, timing=timing, clock=clock)
    prepare(app.state.service.house)
    with serve(app, port=port) as url:
        connector = Connector(app, url, settings)
        assert not wait or eventually(connector.is_ready, 10)
        yield connector
