"""`python -m connectors.telegram` connects the assistant with Telegram. The website's process migrates the database."""

import os
import sys

from pydantic import ValidationError

from connectors.logs import configure_logging
from connectors.settings import explain
from connectors.telegram.server import create_app, make_server
from connectors.telegram.settings import read_settings


def main() -> int:
    """Return the exit code: 0 after an orderly end, 2 when started wrongly."""
    # Files made here are for this user only.
    os.umask(0o077)
    configure_logging()
    try:
        settings = read_settings()
    except ValidationError as error:
        sys.stderr.write(explain(error))
        return 2
    make_server(create_app(settings), settings).run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
