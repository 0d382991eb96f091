"""Starting both assistants of `make bench` as servers and saying something to them over HTTP."""

import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil

from deploy.rasa_process import BOT_PYTHON, ROOT, rasa_environment, serve_command
from tests.measure.bench_training import stock_environment
from tests.support.served import free_port

READY_WITHIN = 300.0
STOP_WITHIN = 15.0
POLL = 0.05


class NotReadyError(Exception):
    """A server ended or did not answer in time; the message names its log."""


@dataclass
class Server:
    """A running assistant: its processes (the bot first) and how it is spoken to."""

    url: str
    ready_path: str
    message_path: str
    token: str | None
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    cold_start: float = 0.0

    def client(self) -> httpx.Client:
        """A connection that is kept open, as a web server in front of the bot has."""
        headers = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return httpx.Client(base_url=self.url, headers=headers, timeout=60)

    def say(self, client: httpx.Client, conversation: str, text: str) -> None:
        """One message, until its whole answer is there.

        Raises:
            httpx.HTTPStatusError: it was not answered.
        """
        ours = {"conversation_id": conversation, "channel": "web", "text": text}
        body = ours if self.token else {"sender": conversation, "message": text}
        client.post(self.message_path, json=body).raise_for_status()

    def memory_mb(self) -> list[float]:
        """Resident memory per process with its children, the bot first."""
        return [sum(p.memory_info().rss for p in _family(process)) / 2**20 for process in self.processes]

    def cpu_seconds(self) -> float:
        """User and system time of all processes since they started."""
        times = [p.cpu_times() for process in self.processes for p in _family(process)]
        return sum(t.user + t.system for t in times)


@contextmanager
def serve_ours(model: Path, data: Path) -> Iterator[Server]:
    """The bot and its action server, as `make run` starts them, with an empty data folder."""
    port, actions_port, token = free_port(), free_port(), secrets.token_urlsafe(32)
    settings = {
        "BOT_TOKEN": token,
        "DATA_DIR": str(data),
        "ACTIONS_PORT": str(actions_port),
        "ACTIONS_URL": f"http://127.0.0.1:{actions_port}/webhook",
        "TRACKER_URL": f"sqlite:///{data / 'bot.sqlite3'}",
    }
    channel = "/webhooks/wijzer"
    server = Server(f"http://127.0.0.1:{port}", f"{channel}/ready", f"{channel}/messages", token)
    bot = [*serve_command(port, model), f"--auth-token={token}"]
    actions = [sys.executable, "-m", "actions"]
    commands = [
        (bot, ROOT, {**rasa_environment(), **settings}),
        (actions, ROOT, {**os.environ, **settings, "PYTHONPATH": str(ROOT)}),
    ]
    with _running(server, commands, data / "serve-ours.log"):
        yield server


@contextmanager
def serve_stock(model: Path, project: Path) -> Iterator[Server]:
    """The stock project as `rasa run` starts it: REST channel, conversations in memory."""
    port = free_port()
    server = Server(f"http://127.0.0.1:{port}", "/webhooks/rest/", "/webhooks/rest/webhook", None)
    listen = ["--interface", "127.0.0.1", "--port", str(port), "--model", str(model)]
    command = [str(BOT_PYTHON), "-m", "rasa", "run", *listen]
    environment = stock_environment(project.parent / "cache")
    with _running(server, [(command, project, environment)], project.parent / "serve-stock.log"):
        yield server


@contextmanager
def _running(
    server: Server, commands: Sequence[tuple[list[str], Path, Mapping[str, str]]], log: Path
) -> Iterator[None]:
    started = time.monotonic()
    with log.open("wb") as printed:
        try:
            for command, folder, environment in commands:
                process = subprocess.Popen(command, cwd=folder, env=environment, stdout=printed, stderr=printed)
                server.processes.append(process)
            _wait_until_ready(server, log)
            server.cold_start = time.monotonic() - started
            yield
        finally:
            _stop(server.processes)


def _wait_until_ready(server: Server, log: Path) -> None:
    deadline = time.monotonic() + READY_WITHIN
    with server.client() as client:
        while time.monotonic() < deadline:
            if any(process.poll() is not None for process in server.processes):
                break
            try:
                if client.get(server.ready_path).status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                pass
            time.sleep(POLL)
    raise NotReadyError(f"no answer from the server; see {log.relative_to(ROOT)}")


def _stop(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        process.terminate()
    for process in processes:
        try:
            process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _family(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    parent = psutil.Process(process.pid)
    return [parent, *parent.children(recursive=True)]
