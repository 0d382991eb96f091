"""The real process: migrate, serve, log, stop; nothing of a user in anything it writes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.support.served import free_port
from tests.support.site import API, Chat, eventually, files_with
from tests.support.stand_in_bot import TOKEN, StandInBot

ROOT = Path(__file__).parents[3]
CANARY = "KanarieInHetLogboek8264"
ADDRESS = "203.0.113.77"


def environment(tmp_path: Path, bot_url: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "BOT_URL": bot_url,
        "BOT_TOKEN": TOKEN,
        "DATA_DIR": str(tmp_path / "data"),
        "WEB_PORT": str(free_port()),
    }


def start(*arguments: str, log: Path, env: dict[str, str]) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "connectors.web", *arguments]
    with log.open("ab") as out:
        return subprocess.Popen(command, stdout=out, stderr=out, env=env, cwd=ROOT)


@contextmanager
def running(tmp_path: Path, bot_url: str) -> Iterator[tuple["subprocess.Popen[bytes]", httpx.Client, Path]]:
    env, log = environment(tmp_path, bot_url), tmp_path / "log.txt"
    assert start("migrate", log=log, env=env).wait(60) == 0
    process = start(log=log, env=env)
    with httpx.Client(base_url=f"http://127.0.0.1:{env['WEB_PORT']}", timeout=30) as client:
        assert eventually(lambda: is_ready(client), 60), log.read_text()
        yield process, client, log
    if process.poll() is None:
        process.kill()
        process.wait(10)


def is_ready(client: httpx.Client) -> bool:
    try:
        return client.get("/readyz").status_code == 200
    except httpx.HTTPError:
        return False


def begin(client: httpx.Client) -> Chat:
    body = client.post(API, json={"channel": "web"}).json()
    return Chat(client, body["conversation_id"], body["token"], body["messages"])


def test_nothing_of_a_user_is_in_logs_or_files(tmp_path: Path, bot: StandInBot, bot_url: str) -> None:
    with running(tmp_path, bot_url) as (process, client, log):
        client.headers["X-Forwarded-For"] = ADDRESS
        chat = begin(client)
        chat.say(CANARY)
        for words in ("stuk", "wartaal", "leeg"):
            chat.post(text=words)
        chat.post(text=CANARY * 200)
        chat.post(payload=CANARY)
        chat.call("POST", "/messages", json={"text": [CANARY]})
        client.get(f"/{CANARY}", headers={"Authorization": f"Bearer {chat.token}"})
        assert chat.delete().status_code == 204
        process.send_signal(signal.SIGTERM)
        assert process.wait(15) == -signal.SIGTERM
        assert "bot_failed" in log.read_text(), "events are logged"
        for secret in (CANARY, chat.id, chat.id[:8], chat.token, TOKEN, ADDRESS):
            assert files_with(tmp_path, secret) == []


def test_it_stops_at_once_also_with_an_open_stream(tmp_path: Path, bot: StandInBot, bot_url: str) -> None:
    with running(tmp_path, bot_url) as (process, client, _log), begin(client).events() as events:
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert list(events.messages()) == []
        assert process.wait(15) == -signal.SIGTERM
        assert time.monotonic() - began < 4


def test_its_files_are_for_its_own_user_only(tmp_path: Path, bot: StandInBot, bot_url: str) -> None:
    with running(tmp_path, bot_url):
        modes = {path.name: path.stat().st_mode & 0o077 for path in (tmp_path / "data").iterdir()}
    assert modes
    assert set(modes.values()) == {0}


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"BOT_TOKEN": "change-me"}, "BOT_TOKEN"),
        ({"BOT_TOKEN": ""}, "BOT_TOKEN"),
        ({"RATE_LIMITS": "off", "WEB_HOST": "0.0.0.0"}, "RATE_LIMITS"),
        ({"WIDGET_ORIGINS": "https://school.nl; script-src *"}, "WIDGET_ORIGINS"),
        ({"OFFICE_HOURS": "sometimes"}, "OFFICE_HOURS"),
    ],
)
def test_it_does_not_start_with_wrong_settings_and_names_them(
    tmp_path: Path, change: dict[str, str], named: str
) -> None:
    env = environment(tmp_path, "http://127.0.0.1:1") | change
    assert start(log=tmp_path / "log.txt", env=env).wait(60) == 2
    said = (tmp_path / "log.txt").read_text()
    assert named in said
    assert "Traceback" not in said


def test_a_wrong_argument_shows_how_it_is_used(tmp_path: Path) -> None:
    env = environment(tmp_path, "http://127.0.0.1:1")
    assert start("dance", log=tmp_path / "log.txt", env=env).wait(60) == 2
    assert "usage" in (tmp_path / "log.txt").read_text()
