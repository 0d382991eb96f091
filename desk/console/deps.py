"""What routes ask for: the house, and who is asking. `require` is the only way to a page behind the login."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Annotated

from anyio import to_thread
from fastapi import Depends, Request

from desk.accounts.roles import Role
from desk.accounts.signing_in import is_current
from desk.accounts.unlocking import Unlocked
from desk.console.cookies import read_token
from desk.console.errors import ForbiddenError, NotLoggedInError, StaleFormError, StepFirstError
from desk.console.house import ConsoleHouse
from desk.console.layers import READING
from desk.console.sections import sections_for
from desk.console.sessions import Session, Step

CSRF_FIELD = "csrf"
CSRF_HEADER = "X-CSRF-Token"
# A page that asks for itself again because something changed: that is not the person.
REFRESH_HEADER = "X-Refresh"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who is asking. `unlocked` opens the cases this account has a key to; never store or log it."""

    account_id: str
    role: Role
    name: str = field(repr=False)
    email: str = field(repr=False)
    unlocked: Unlocked = field(repr=False)
    csrf: str = field(repr=False)
    session: Session = field(repr=False)


def get_house(request: Request) -> ConsoleHouse:
    """Return the house that the app factory built."""
    house: ConsoleHouse = request.app.state.house
    return house


InHouse = Annotated[ConsoleHouse, Depends(get_house)]
Ask = Callable[[Request, ConsoleHouse], Awaitable[Visitor]]


def require(*roles: Role, touch: bool = True) -> Ask:
    """Return a dependency that lets in who is wholly logged in with one of these roles; without roles, anyone.

    Checks the form's token on everything but reading. `touch=False` is for what a page does by itself, such as
    an event stream: that must not keep a session alive. Raises `NotLoggedInError`, `StepFirstError`,
    `ForbiddenError`, `StaleFormError`.
    """
    allowed = frozenset(roles or Role)

    async def ask(request: Request, house: InHouse) -> Visitor:
        session = await _find_session(request, house, touch and REFRESH_HEADER not in request.headers)
        if session.step is not Step.READY:
            raise StepFirstError(session.step)
        visitor = _visitor(request, session)
        if visitor.role not in allowed:
            raise ForbiddenError
        await _check_token(request, session)
        return visitor

    return ask


def require_step(step: Step) -> Ask:
    """Return a dependency for one page of the first login; whoever is elsewhere is sent there."""

    async def ask(request: Request, house: InHouse) -> Visitor:
        session = await _find_session(request, house, touch=True)
        if session.step is not step:
            raise StepFirstError(session.step)
        await _check_token(request, session)
        return _visitor(request, session)

    return ask


async def _find_session(request: Request, house: ConsoleHouse, touch: bool) -> Session:
    token = read_token(request)
    session = house.sessions.find(token, touch=touch) if token else None
    if session is None:
        raise NotLoggedInError
    if not await to_thread.run_sync(is_current, house.desk, session.unlocked):
        house.sessions.end(session)
        raise NotLoggedInError
    return session


def _visitor(request: Request, session: Session) -> Visitor:
    """Make the visitor, and tell the templates about it."""
    one = session.unlocked
    visitor = Visitor(one.account_id, one.role, session.name, session.email, one, session.csrf, session)
    request.state.visitor = visitor
    request.state.nav = sections_for(one.role) if session.step is Step.READY else ()
    return visitor


async def _check_token(request: Request, session: Session) -> None:
    if request.method in READING:
        return
    given = request.headers.get(CSRF_HEADER)
    if given is None:
        field_value = (await request.form()).get(CSRF_FIELD)
        given = field_value if isinstance(field_value, str) else ""
    if not hmac.compare_digest(given.encode(), session.csrf.encode()):
        raise StaleFormError
