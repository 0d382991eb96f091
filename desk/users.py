"""`python -m desk.users add --email a@b.nl --role counsellor`: accounts from the command line, for who runs the desk.

Prints a one-time password and the TOTP secret once. At the first login the person chooses a password, which also
replaces the key; until then whoever saw this output could open what arrives. So let that login come first.
"""

import argparse
import sys
from urllib.parse import quote

from desk.accounts.account import NewAccount, Person, create_account, switch_off
from desk.accounts.roles import Role
from desk.desk import open_desk
from desk.errors import DeskError
from desk.settings import read_settings

ISSUER = "Wijzer"


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and do it; return the exit status."""
    chosen = _parser().parse_args(arguments)
    try:
        desk = open_desk(read_settings())
        if chosen.command == "off":
            switch_off(desk, chosen.email)
            sys.stdout.write("The account is switched off.\n")
            return 0
        name = chosen.name or chosen.email.partition("@")[0]
        person = Person(chosen.email, Role(chosen.role), name, chosen.organisation, chosen.school)
        sys.stdout.write(_told_once(chosen.email, chosen.role, create_account(desk, person)))
    except DeskError as error:
        reason = (type(error).__doc__ or type(error).__name__).splitlines()[0]
        sys.stderr.write(f"Not done: {reason}\n")
        return 1
    return 0


def _told_once(email: str, role: str, account: NewAccount) -> str:
    label = quote(f"{ISSUER}:{email}")
    return (
        f"account: {email} ({role})\n"
        f"one-time password: {account.one_time_password}\n"
        f"TOTP secret: {account.totp_secret}\n"
        f"TOTP address: otpauth://totp/{label}?secret={account.totp_secret}&issuer={ISSUER}\n"
        "Shown once. Log in now: the first login replaces this password and the key behind it.\n"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desk.users", description="Accounts of the desk.")
    commands = parser.add_subparsers(dest="command", required=True)
    add = commands.add_parser("add", help="make an account")
    add.add_argument("--email", required=True)
    add.add_argument("--role", required=True, choices=[role.value for role in Role])
    add.add_argument("--name", help="how reporters see a reader; default: the part before the @")
    add.add_argument("--organisation", help="for whom this person works")
    add.add_argument("--school", action="store_true", help="that organisation is a school")
    off = commands.add_parser("off", help="switch an account off")
    off.add_argument("--email", required=True)
    return parser


if __name__ == "__main__":
    sys.exit(main())
