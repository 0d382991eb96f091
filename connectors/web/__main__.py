"""`python -m connectors.web` serves; `python -m connectors.web migrate` brings the database up to date."""

import os
import sys

from pydantic import ValidationError

from connectors.logs import configure_logging
from connectors.migrations.run import migrate
from connectors.settings import explain, read_settings
from connectors.web.app import create_app
from connectors.web.server import make_server

USAGE = "usage: python -m connectors.web [migrate]\n"


def main(arguments: list[str]) -> int:
    """Return the exit code: 0 after an orderly end, 2 when started wrongly."""
    if arguments not in ([], ["migrate"]):
        sys.stderr.write(USAGE)
        return 2
    # Files made here are for this user only.
    os.umask(0o077)
    configure_logging()
    try:
        settings = read_settings()
    except ValidationError as error:
        sys.stderr.write(explain(error))
        return 2
    if arguments:
        migrate(settings.database_url)
    else:
        make_server(create_app(settings), settings).run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
