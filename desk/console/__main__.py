"""`python -m desk.console` serves the pages of the desk."""

import os
import sys

import uvicorn
from pydantic import ValidationError

from desk.console.app import create_console
from desk.console.settings import read_console_settings
from desk.desk import open_desk
from desk.errors import DeskError
from desk.logs import configure_logging
from desk.settings import read_settings

STOP_SECONDS = 5


def main() -> int:
    """Return the exit code: 0 after an orderly end, 1 when the desk cannot be opened, 2 when started wrongly."""
    # Files made here are for this user only.
    os.umask(0o077)
    configure_logging()
    try:
        settings, desk_settings = read_console_settings(), read_settings()
    except ValidationError as error:
        sys.stderr.write(_explain(error))
        return 2
    try:
        desk = open_desk(desk_settings)
    except DeskError as error:
        sys.stderr.write(f"The desk cannot be opened: {(type(error).__doc__ or '').splitlines()[0]}\n")
        return 1
    config = uvicorn.Config(
        create_console(desk, settings),
        host=settings.desk_host,
        port=settings.desk_port,
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    uvicorn.Server(config).run()
    return 0


def _explain(error: ValidationError) -> str:
    """Say which settings are wrong without showing their values."""
    lines = []
    for one in error.errors(include_input=False, include_url=False):
        name = ".".join(str(part) for part in one["loc"]).upper() or "settings"
        lines.append(f"{name}: {one['msg']}\n")
    return "".join(lines)


if __name__ == "__main__":
    sys.exit(main())
