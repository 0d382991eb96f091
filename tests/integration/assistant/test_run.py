"""`make run` as its user meets it: busy ports, a part that dies, a clean end."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from deploy.rasa_process import ROOT
from tests.support.assistant import PORTS, STOP_SECONDS, run_assistant
from tests.support.served import free_port
from tests.support.site import eventually

STARTS_WITHIN = 30.0

pytestmark = [pytest.mark.model, pytest.mark.slow]


def test_a_busy_port_is_named_with_the_way_to_choose_another(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "deploy.run"],
            cwd=ROOT,
            env={**os.environ, "WEB_PORT": str(port), "DATA_DIR": str(tmp_path), "BOT_PORT": str(free_port())},
            capture_output=True,
            text=True,
        )
    assert done.returncode == 1
    assert f"Port {port} (WEB_PORT) is in use" in done.stderr
    assert "make run WEB_PORT=" in done.stderr


def test_when_one_part_dies_all_end_with_a_clear_message(tmp_path: Path) -> None:
    with run_assistant(tmp_path / "data") as running:
        family = psutil.Process(running.process.pid).children(recursive=True)
        actions = next(p for p in family if p.cmdline()[-2:] == ["-m", "actions"])
        actions.send_signal(signal.SIGKILL)
        assert running.process.wait(STOP_SECONDS) != 0
        assert "One part of the assistant ended" in running.log.read_text()
        assert not any(process.is_running() and process.status() != "zombie" for process in family)


def test_sigterm_while_it_still_trains_ends_the_training_too(tmp_path: Path) -> None:
    training = (
        "import subprocess, deploy.run as r; r.train_if_changed = lambda: subprocess.run(['sleep', '600']); r.main()"
    )
    ports = {name: str(free_port()) for name in PORTS}
    environment = {**os.environ, **ports, "DATA_DIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", training], cwd=ROOT, env=environment) as running:
        assert eventually(lambda: bool(psutil.Process(running.pid).children()), STARTS_WITHIN)
        family = psutil.Process(running.pid).children()
        running.send_signal(signal.SIGTERM)
        assert running.wait(STOP_SECONDS) == 0
        assert not any(process.is_running() and process.status() != "zombie" for process in family)


def test_sigterm_ends_everything_within_ten_seconds(tmp_path: Path) -> None:
    with run_assistant(tmp_path / "data") as running:
        family = psutil.Process(running.process.pid).children(recursive=True)
        assert running.stop() == 0
        assert not any(process.is_running() and process.status() != "zombie" for process in family)
