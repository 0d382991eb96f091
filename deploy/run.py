"""The supervisor behind `make run`: trains when needed, migrates, starts every process and says when they are ready.

honcho runs the processes; when one ends, all end, with a message that names it. Ctrl-C or SIGTERM ends everything
within ten seconds. See docs/decisions/0002-dependencies.md.
"""

import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NoReturn

import httpx
from honcho.manager import Manager

from deploy.rasa_process import ROOT, rasa_environment, serve_command
from deploy.train import TrainingError, train_if_changed

READY_WITHIN = 180.0
PORTS = {"WEB_PORT": 8000, "BOT_PORT": 5005, "ACTIONS_PORT": 5055, "DESK_PORT": 8001}
TELEGRAM_PORTS = {"TELEGRAM_PORT": 8002}
TELEGRAM_SECRETS = ("TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET")
TELEGRAM_OFF = "Telegram is off: TELEGRAM_BOT_TOKEN is not set (docs/telegram.md tells how to get one)."
# Jobs of the desk: name and seconds between two turns.
JOBS = {"live": 20, "retention": 600, "audit": 86_400}


def ports() -> dict[str, int]:
    """The ports in force, by the name of their setting."""
    used = PORTS | (TELEGRAM_PORTS if os.environ.get("TELEGRAM_BOT_TOKEN") else {})
    return {name: int(os.environ.get(name) or default) for name, default in used.items()}


def busy(chosen: dict[str, int]) -> list[str]:
    """One sentence for each port that something else listens on."""
    return [
        f"Port {port} ({name}) is in use. Choose another, for example: make run {name}={port + 10}"
        for name, port in chosen.items()
        if _is_taken(port)
    ]


def environment(chosen: dict[str, int], data: Path) -> dict[str, str]:
    """What every process gets to know; the bot's token is new at each start and stands nowhere else."""
    return {
        **{name: str(port) for name, port in chosen.items()},
        "DATA_DIR": str(data),
        "BOT_TOKEN": secrets.token_urlsafe(32),
        "BOT_URL": f"http://127.0.0.1:{chosen['BOT_PORT']}",
        "ACTIONS_URL": f"http://127.0.0.1:{chosen['ACTIONS_PORT']}/webhook",
        "TRACKER_URL": _tracker_url(data),
        "PYTHONUNBUFFERED": "1",
    }


def _tracker_url(data: Path) -> str:
    """The bot's database; SQLAlchemy 1.4 there knows PostgreSQL by its plain name only."""
    shared = os.environ.get("DATABASE_URL") or f"sqlite:///{data / 'bot.sqlite3'}"
    return re.sub(r"^postgres(ql)?(\+\w+)?://", "postgresql://", shared)


def main() -> int:
    """Run until told to stop; the exit status is that of the first process that ended, 0 after a signal."""
    chosen, data = ports(), Path(os.environ.get("DATA_DIR") or "var").absolute()
    if taken := busy(chosen):
        sys.stderr.write("\n".join(taken) + "\n")
        return 1
    signal.signal(signal.SIGTERM, _end)  # until honcho takes over: a training that goes on would spoil the next one
    _say("Checking the trained model (training takes a few minutes) ...")
    try:
        train_if_changed()
    except TrainingError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    os.umask(0o077)  # what any process writes is for this user alone
    data.mkdir(parents=True, exist_ok=True)
    os.environ.update(environment(chosen, data))
    for migration in (["connectors.web", "migrate"], ["desk.store"]):
        subprocess.run([sys.executable, "-m", *migration], cwd=ROOT, check=True)
    return _supervise(chosen)


def _end(_signal: int, _frame: object) -> NoReturn:
    """Leave by way of an exception, so that `subprocess.run` ends what it was waiting for."""
    raise SystemExit(0)


def _supervise(chosen: dict[str, int]) -> int:
    manager = Manager()
    telegram = _take(TELEGRAM_SECRETS)
    shared = {**os.environ, "PYTHONPATH": str(ROOT)}
    manager.add_process("actions", _python("actions"), env=shared, cwd=str(ROOT))
    bot = " ".join(serve_command(chosen["BOT_PORT"]))
    manager.add_process("bot", f"exec {bot}", env=rasa_environment(), cwd=str(ROOT))
    manager.add_process("web", _python("connectors.web"), env=shared, cwd=str(ROOT))
    manager.add_process("desk", _python("desk.console"), env=shared, cwd=str(ROOT))
    if telegram.get("TELEGRAM_BOT_TOKEN"):
        manager.add_process("telegram", _python("connectors.telegram"), env={**shared, **telegram}, cwd=str(ROOT))
    else:
        _say(TELEGRAM_OFF)
    for job, seconds in JOBS.items():
        manager.add_process(f"job-{job}", _python(f"desk.jobs {job} --every {seconds}"), env=shared, cwd=str(ROOT))
    threading.Thread(target=_announce, args=(chosen["WEB_PORT"], chosen["DESK_PORT"]), daemon=True).start()
    manager.loop()
    stopped_by_signal = manager.returncode in {130, 143}
    if not stopped_by_signal:
        _say("One part of the assistant ended (see 'stopped' above), so all of it was stopped.")
    return 0 if stopped_by_signal else manager.returncode or 1


def _take(names: tuple[str, ...]) -> dict[str, str]:
    """Take settings out of this environment, so that only the process they are for gets them."""
    return {name: os.environ.pop(name) for name in names if name in os.environ}


def _python(module: str) -> str:
    return f"exec {sys.executable} -m {module}"


def _announce(port: int, desk_port: int) -> None:
    address, desk = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{desk_port}"
    deadline = time.monotonic() + READY_WITHIN
    while time.monotonic() < deadline:
        if _is_ready(address) and _is_ready(desk):
            _say(f"\nWijzer is ready: {address}/\nThe desk of the counsellors: {desk}/\nStop with Ctrl-C.\n")
            return
        time.sleep(0.5)
    _say(f"\nNot ready after {READY_WITHIN:.0f} s; see the messages above.\n")


def _is_ready(address: str) -> bool:
    try:
        return httpx.get(f"{address}/readyz", timeout=5).status_code == httpx.codes.OK
    except httpx.HTTPError:
        return False


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return True
    return False


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
