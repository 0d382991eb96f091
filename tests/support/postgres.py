"""A PostgreSQL of one's own for tests, on a free port, thrown away afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.served import free_port

FOLDERS = [str(folder) for folder in Path("/usr/lib/postgresql").glob("*/bin")]


def find_program(name: str) -> str | None:
    """Return the path of a program of PostgreSQL, also where Debian hides it."""
    return shutil.which(name, path=os.pathsep.join([os.environ.get("PATH", ""), *FOLDERS]))


@contextmanager
def run_postgres() -> Iterator[str]:
    """Give the URL of an empty database."""
    folder = Path(tempfile.mkdtemp(prefix="wijzer-pg-"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    port, data = free_port(), str(folder / "data")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    _run("initdb", "-D", data, "-U", "wijzer", "--auth=trust", "--encoding=UTF8")
    _run("pg_ctl", "-D", data, "-w", "-o", options, "-l", str(folder / "log"), "start")
    try:
        yield f"postgresql://wijzer@127.0.0.1:{port}/postgres"
    finally:
        _run("pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: str, *arguments: str) -> None:
    path = find_program(program)
    assert path, f"{program} is missing; deploy/setup.sh tests installs PostgreSQL"
    who: dict[str, Any] = {"user": "postgres"} if os.geteuid() == 0 else {}
    subprocess.run([path, *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/", **who)
