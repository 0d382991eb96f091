"""`python -m desk.demo` fills an empty desk with invented cases and prints who can log in. `make demo` calls it."""

import sys
from urllib.parse import quote

from sqlalchemy import func, select

from desk.demo.filling import DemoAccount, DemoClock, fill
from desk.desk import Desk, open_desk
from desk.errors import DeskError
from desk.settings import read_settings
from desk.store.tables import AccountRow, CaseRow

ISSUER = "Wijzer%20demo"
NOT_EMPTY = "Not done: this desk has accounts or cases already. Choose another folder: make demo DATA_DIR=var/demo\n"


def main() -> int:
    """Fill the desk; exit status 1 when it is not empty or cannot be opened."""
    clock = DemoClock()
    settings = read_settings().model_copy(update={"office_hours": "always"})
    try:
        desk = open_desk(settings, clock=clock)
        if not _is_empty(desk):
            sys.stderr.write(NOT_EMPTY)
            return 1
        accounts = fill(desk, clock)
    except DeskError as error:
        sys.stderr.write(f"Not done: {(type(error).__doc__ or type(error).__name__).splitlines()[0]}\n")
        return 1
    sys.stdout.write("An invented desk. Nothing in it is real; put nothing real in it.\n")
    sys.stdout.writelines(map(_told, accounts))
    sys.stdout.write(f"\nStart it with: make run DATA_DIR={settings.data_dir} OFFICE_HOURS=always\n")
    return 0


def _is_empty(desk: Desk) -> bool:
    with desk.store.reading() as session:
        return not any(session.scalar(select(func.count()).select_from(table)) for table in (AccountRow, CaseRow))


def _told(account: DemoAccount) -> str:
    email, role = account.person.email, account.person.role
    address = f"otpauth://totp/{ISSUER}:{quote(email)}?secret={account.totp_secret}&issuer={ISSUER}"
    return f"\n{role}: {email}\n  password: {account.password}\n  TOTP secret: {account.totp_secret}\n  {address}\n"


if __name__ == "__main__":
    sys.exit(main())
