"""Serves an ASGI application with a real uvicorn on a free loopback port, in a thread of the test process."""

import os
import random
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import uvicorn

START_SECONDS = 20.0
# Below 32768, from where Linux gives ports to whoever asks for any: a server that starts slowly keeps its own.
FIRST_PORT = 20_000
PORTS_PER_WORKER = 1_500
WORKERS = 8


def _worker_ports() -> Iterator[int]:
    """The ports of this process, over and over: those of one of two workers (`pytest -n 2`) are not the other's."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    first = FIRST_PORT + worker % WORKERS * PORTS_PER_WORKER
    start = random.randrange(PORTS_PER_WORKER)  # noqa: S311 - another run may be going on at the same time
    for step in count(start):
        yield first + step % PORTS_PER_WORKER


_PORTS = _worker_ports()


def free_port() -> int:
    """Return a port that nobody listens on, and that nobody else is given before its user listens there."""
    return next(port for port in _PORTS if _is_free(port))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


@contextmanager
def serve(app: Any, server_class: type[uvicorn.Server] = uvicorn.Server, *, port: int = 0) -> Iterator[str]:
    """Give the address of the running application (port 0: any that is free); stop it afterwards."""
    listener = socket.socket()
    # A test may start it again at the address where it just stopped.
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    config = uvicorn.Config(app, access_log=False, log_config=None, server_header=False, timeout_graceful_shutdown=5)
    server = server_class(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    _wait_for(server, thread)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(START_SECONDS)


def _wait_for(server: uvicorn.Server, thread: threading.Thread) -> None:
    ends = time.monotonic() + START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > ends:
            raise RuntimeError("the application did not start")
        time.sleep(0.005)
