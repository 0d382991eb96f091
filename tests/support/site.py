"""The website connector as its clients see it, served with real uvicorn on a real SQLite file."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI
from sqlalchemy import select

from connectors.conversations.database import make_sessions, open_database
from connectors.conversations.house import amsterdam_now
from connectors.conversations.message import Draft
from connectors.conversations.push import push_message
from connectors.settings import WebSettings
from connectors.web.app import create_app
from connectors.web.house import House
from connectors.web.server import WebServer
from connectors.web.timing import Timing
from desk.settings import DeskSettings
from desk.store.engine import open_store
from desk.store.statistics_tables import CountRow
from tests.support.chat_tables import make_chat_tables
from tests.support.served import serve
from tests.support.stand_in_bot import TOKEN

API = "/api/v1/conversations"
QUICK = Timing(
    bot_read=5.0, arrivals_poll=0.05, heartbeat=0.2, stream=20.0, double_click=0.3, sweep=0.05, retry_after=1
)


@dataclass
class Chat:
    """One conversation, as a client holds it."""

    client: httpx.Client
    id: str
    token: str
    messages: list[dict[str, Any]]

    @property
    def url(self) -> str:
        """Return the path of this conversation."""
        return f"{API}/{self.id}"

    @property
    def headers(self) -> dict[str, str]:
        """Return what every call must carry."""
        return {"Authorization": f"Bearer {self.token}"}

    def call(self, method: str, path: str = "", **options: Any) -> httpx.Response:
        """Call something of this conversation."""
        headers = {**self.headers, **options.pop("headers", {})}
        return self.client.request(method, self.url + path, headers=headers, **options)

    def post(self, **body: Any) -> httpx.Response:
        """Send a text or payload and return the raw answer."""
        return self.call("POST", "/messages", json=body)

    def say(self, text: str) -> list[dict[str, Any]]:
        """Send a text that must be accepted; return the messages."""
        return self._messages(self.post(text=text))

    def click(self, payload: str) -> list[dict[str, Any]]:
        """Choose a button that must be accepted; return the messages."""
        return self._messages(self.post(payload=payload))

    def history(self, after: str | None = None) -> list[dict[str, Any]]:
        """Read the messages."""
        return self._messages(self.call("GET", "/messages", params={"after": after} if after else {}))

    def rate(self, message_id: str, helpful: Any) -> httpx.Response:
        """Rate a message."""
        return self.call("POST", f"/messages/{message_id}/feedback", json={"helpful": helpful})

    def delete(self) -> httpx.Response:
        """Delete the conversation."""
        return self.call("DELETE")

    @contextmanager
    def events(self, last_event_id: str | None = None) -> Iterator["Events"]:
        """Open the event stream."""
        headers = self.headers | ({"Last-Event-ID": last_event_id} if last_event_id else {})
        with self.client.stream("GET", f"{self.url}/events", headers=headers, timeout=10) as response:
            assert response.status_code == 200, response.read()
            yield Events(response, response.iter_lines())

    @staticmethod
    def _messages(response: httpx.Response) -> list[dict[str, Any]]:
        assert response.status_code == 200, response.text
        messages: list[dict[str, Any]] = response.json()["messages"]
        return messages


@dataclass
class Events:
    """An open event stream."""

    response: httpx.Response
    lines: Iterator[str]

    def blocks(self) -> Iterator[dict[str, str]]:
        """Yield each event or comment as its fields."""
        block: dict[str, str] = {}
        for line in self.lines:
            if line:
                name, _, value = line.partition(":")
                block[name or "comment"] = value.strip()
            elif block:
                yield block
                block = {}

    def messages(self) -> Iterator[dict[str, Any]]:
        """Yield the messages; the id of each event must be that of its message."""
        for block in self.blocks():
            if "data" in block:
                message = json.loads(block["data"])
                assert block["id"] == message["id"]
                yield message


@dataclass
class Site:
    """A running website connector."""

    app: FastAPI
    url: str
    settings: WebSettings
    client: httpx.Client = field(init=False)

    def __post_init__(self) -> None:
        self.client = httpx.Client(base_url=self.url, timeout=30)

    @property
    def house(self) -> House:
        """Return what the application holds."""
        house: House = self.app.state.house
        return house

    @property
    def data_dir(self) -> Path:
        """Return the folder that all its files are in."""
        return self.settings.data_dir

    def begin(self) -> Chat:
        """Begin a conversation that must be accepted."""
        response = self.client.post(API, json={"channel": "web"})
        assert response.status_code == 201, response.text
        body = response.json()
        return Chat(self.client, body["conversation_id"], body["token"], body["messages"])

    def counted(self) -> dict[tuple[str, str], int]:
        """Return what was counted at the desk: (what, by whole or by topic) and how often, zeros left out."""
        self.house.tally.flush()
        desk = open_store(DeskSettings(data_dir=self.data_dir).database_url)
        with desk.reading() as session:
            rows = session.scalars(select(CountRow).where(CountRow.by.in_(["all", "topic"]), CountRow.count != 0))
            found = {(row.what, row.detail): row.count for row in rows}
        desk.engine.dispose()
        return found

    def push(self, conversation_id: str, text: str) -> str:
        """Write as a counsellor does: over a database connection of one's own. Return the message id."""
        engine = open_database(self.settings.database_url)
        with make_sessions(engine).begin() as session:
            draft = Draft(sender="counsellor", text=text)
            message = push_message(session, conversation_id, draft, amsterdam_now())
        engine.dispose()
        return message.id


@contextmanager
def run_site(data_dir: Path, bot_url: str, *, timing: Timing = QUICK, **settings: Any) -> Iterator[Site]:
    """Migrate, serve, stop."""
    chosen: dict[str, Any] = {
        "bot_url": bot_url,
        "bot_token": TOKEN,
        "data_dir": data_dir,
        "rate_limits": "off",
    } | settings
    web_settings = WebSettings(**chosen)
    make_chat_tables(web_settings.database_url)
    app = create_app(web_settings, timing=timing)
    with serve(app, WebServer) as url:
        site = Site(app, url, web_settings)
        with site.client:
            yield site


def eventually(check: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Return whether the check comes true within this time."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if check():
            return True
        threading.Event().wait(0.01)
    return False


def files_with(folder: Path, words: str) -> list[Path]:
    """Return the files under a folder that contain these words in some encoding we use."""
    forms = [words.encode(), words.encode("utf-16-le")]
    return [path for path in folder.rglob("*") if path.is_file() and any(form in path.read_bytes() for form in forms)]
