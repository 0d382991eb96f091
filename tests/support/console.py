"""A running console with people who can log in, for tests of any of its pages.

`with running_console(folder) as console: anna = console.person("Anna"); client = console.log_in(anna)`
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pyotp
from fastapi import FastAPI

from desk.accounts.account import Person, create_account
from desk.accounts.roles import Role
from desk.accounts.totp import STEP_SECONDS, check_code
from desk.accounts.unlocking import Unlocked, choose_password, unlock
from desk.console.app import create_console
from desk.console.house import ConsoleHouse
from desk.console.settings import ConsoleSettings
from tests.support.desk_house import DeskHouse, desk_house
from tests.support.served import serve

PASSWORD = "paard batterij nietje"
TOKEN_FIELD = re.compile(r'name="csrf" value="([^"]+)"')


@dataclass(frozen=True)
class DeskPerson:
    """Someone of the desk with all it takes to log in. `unlocked` is the key for calling services directly."""

    email: str
    name: str
    password: str
    totp_secret: str
    unlocked: Unlocked

    @property
    def id(self) -> str:
        """Return the account id."""
        return self.unlocked.account_id


class DeskClient:
    """A browser without JavaScript: keeps the cookie, and sends the token of its session with every form."""

    def __init__(self, client: httpx.Client) -> None:
        self.http = client
        self.csrf = ""

    def get(self, path: str, **options: Any) -> httpx.Response:
        """Read a page; redirects are not followed."""
        return self.http.get(path, **options)

    def page(self, path: str) -> str:
        """Return a page that must be there."""
        response = self.http.get(path, follow_redirects=True)
        assert response.status_code == 200, (response.status_code, response.text)
        self._learn_token(response.text)
        return response.text

    def post(self, path: str, fields: dict[str, Any] | None = None) -> httpx.Response:
        """Send a form; redirects are not followed."""
        return self.http.post(path, data={"csrf": self.csrf, **(fields or {})})

    def _learn_token(self, html: str) -> None:
        found = TOKEN_FIELD.search(html)
        self.csrf = found[1] if found else self.csrf


@dataclass
class RunningConsole:
    """A served console on a desk of its own. The clock stands still until a test, or a login, moves it."""

    url: str
    app: FastAPI
    house: DeskHouse
    clients: list[httpx.Client] = field(default_factory=list)

    @property
    def inside(self) -> ConsoleHouse:
        """Return what the application holds."""
        inside: ConsoleHouse = self.app.state.house
        return inside

    def newcomer(self, name: str, role: Role = Role.COUNSELLOR, **more: Any) -> DeskPerson:
        """Make an account that never logged in; its password is the one-time password."""
        email = f"{name.lower().replace(' ', '-')}@desk.example"
        made = create_account(self.house.desk, Person(email, role, name, **more))
        unlocked = unlock(self.house.desk, email, made.one_time_password)
        return DeskPerson(email, name, made.one_time_password, made.totp_secret, unlocked)

    def person(self, name: str = "Anna", role: Role = Role.COUNSELLOR, **more: Any) -> DeskPerson:
        """Make an account that has been through its first login."""
        new = self.newcomer(name, role, **more)
        chosen = choose_password(self.house.desk, new.unlocked, PASSWORD)
        check_code(self.house.desk, new.id, self.code_of(new))
        return DeskPerson(new.email, name, PASSWORD, new.totp_secret, chosen.unlocked)

    def code_of(self, person: DeskPerson) -> str:
        """Return the code that this person's app shows next; moves the clock, since each code works once."""
        self.house.clock.pass_by(seconds=STEP_SECONDS)
        return pyotp.TOTP(person.totp_secret).at(self.house.clock())

    def visitor(self) -> DeskClient:
        """Open a browser in which nobody is logged in."""
        client = httpx.Client(base_url=self.url, timeout=30)
        self.clients.append(client)
        return DeskClient(client)

    def log_in(self, person: DeskPerson) -> DeskClient:
        """Log in as a browser does."""
        browser = self.visitor()
        fields = {"email": person.email, "password": person.password, "code": self.code_of(person)}
        response = browser.post("/login", fields)
        assert response.status_code == 303, response.text
        browser.page("/")
        return browser


@contextmanager
def running_console(folder: Path, database_url: str | None = None, **settings: Any) -> Iterator[RunningConsole]:
    """Serve a console; stop it afterwards."""
    with desk_house(folder, database_url) as house:
        app = create_console(house.desk, ConsoleSettings(**settings))
        with serve(app) as url:
            console = RunningConsole(url, app, house)
            yield console
            for client in console.clients:
                client.close()
