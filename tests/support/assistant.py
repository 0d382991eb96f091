"""The whole assistant as `make run` starts it, on free ports with a data folder of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from deploy.rasa_process import ROOT
from tests.support.served import free_port
from tests.support.site import API, Chat, eventually

READY_SECONDS = 180.0
STOP_SECONDS = 10.0
PORTS = ("WEB_PORT", "BOT_PORT", "ACTIONS_PORT", "DESK_PORT")


@dataclass
class Assistant:
    """A running assistant; `log` is everything its processes print."""

    url: str
    data_dir: Path
    log: Path
    process: subprocess.Popen[bytes]
    ports: dict[str, int]
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = httpx.Client(base_url=self.url, timeout=30)

    def talk(self) -> "Talk":
        """Begin a conversation."""
        response = self.client.post(API, json={"channel": "web"})
        assert response.status_code == 201, response.text
        body = response.json()
        return Talk(Chat(self.client, body["conversation_id"], body["token"], body["messages"]))

    def is_ready(self) -> bool:
        """Whether it says so itself; a process that has ended never will be."""
        assert self.process.poll() is None, self.log.read_text()[-3000:]
        try:
            return self.client.get("/readyz").status_code == httpx.codes.OK
        except httpx.HTTPError:
            return False

    def stop(self) -> int:
        """Ask it to end, as Ctrl-C's sibling does; returns the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(STOP_SECONDS)


@dataclass
class Talk:
    """A conversation as a person has it: says sentences, presses buttons by their words, reads answers."""

    chat: Chat
    last: list[dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        self.last = self.chat.messages

    def say(self, text: str) -> "Talk":
        """Type a sentence."""
        self.last = self.chat.say(text)
        return self

    def press(self, title: str) -> "Talk":
        """Press the button with this title under the last messages."""
        payloads = [b["payload"] for message in self.last for b in message["buttons"] if b["title"] == title]
        assert payloads, f"no button {title!r} in {self.buttons}"
        self.last = self.chat.click(payloads[0])
        return self

    @property
    def text(self) -> str:
        """All that was said last."""
        return "\n\n".join(message["text"] for message in self.last)

    @property
    def article(self) -> str | None:
        """The article of the last answer."""
        found: list[str] = [message["article"] for message in self.last if message["article"]]
        return found[-1] if found else None

    @property
    def buttons(self) -> list[str]:
        """Titles of the buttons under the last messages."""
        return [button["title"] for message in self.last for button in message["buttons"]]


@contextmanager
def run_assistant(data_dir: Path, **environment: str) -> Iterator[Assistant]:
    """Start it, wait until it is ready, stop it."""
    ports = {name: free_port() for name in PORTS}
    env = {**os.environ, **{name: str(port) for name, port in ports.items()}, "DATA_DIR": str(data_dir)}
    log = data_dir.with_suffix(".log")
    with log.open("wb") as printed:
        process = subprocess.Popen(
            [sys.executable, "-m", "deploy.run"],
            cwd=ROOT,
            env={**env, "RATE_LIMITS": "off", **environment},
            stdout=printed,
            stderr=printed,
        )
        assistant = Assistant(f"http://127.0.0.1:{ports['WEB_PORT']}", data_dir, log, process, ports)
        try:
            assert eventually(assistant.is_ready, READY_SECONDS), log.read_text()[-3000:]
            yield assistant
        finally:
            assistant.client.close()
            if process.poll() is None:
                assistant.stop()
