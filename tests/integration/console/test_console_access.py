"""Every route with every role, generated from the application itself: a new route is tried the moment it is there."""

import re
from collections.abc import Iterator

import httpx
import pytest
from fastapi.routing import iter_route_contexts

from desk.accounts.roles import Role
from desk.cases.casework import list_cases
from desk.cases.document import ReportDocument
from desk.intake.reports import new_submission_id
from tests.support.access_table import FIRST_LOGIN, MAY, OPEN
from tests.support.console import DeskClient, RunningConsole, running_console

FORBIDDEN = "Deze pagina hoort niet bij uw rol."
STALE = "Dit formulier is verlopen."
INLINE = re.compile(r"<script(?![^>]* src=\"/static/)|<style|\sstyle=|\son\w+=|javascript:")
ELSEWHERE = re.compile(r"(src|href|action)=\"(https?:)?//")


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningConsole]:
    """One console for the whole module, with a provider that is never asked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        folder = tmp_path_factory.mktemp("access")
        with running_console(folder, oidc_issuer="http://127.0.0.1:9", oidc_client_id="balie") as running:
            yield running


@pytest.fixture(scope="module")
def everyone(console: RunningConsole) -> dict[Role, DeskClient]:
    """Somebody of each role, logged in."""
    return {role: console.log_in(console.person(f"Een {role}", role)) for role in Role}


def routes(console: RunningConsole) -> list[tuple[str, str]]:
    """Every method and path of the application, those of included routers too; not the mounted static files."""
    pairs = {
        (method, route.path or "")
        for route in iter_route_contexts(console.app.routes)
        for method in (route.methods or set()) - {"HEAD"}
    }
    assert len(pairs) > 40
    return sorted(pairs, key=lambda pair: (pair[1], pair[0]))


def ask(client: DeskClient, method: str, path: str, **more: str) -> httpx.Response:
    """Ask for a route with ids that do not exist and no fields."""
    address = re.sub(r"\{\w+(:\w+)?\}", "x" * 22, path)
    with client.http.stream(
        method, address, data={"csrf": client.csrf, **more} if method != "GET" else None
    ) as response:
        if not response.headers.get("content-type", "").startswith("text/event-stream"):
            response.read()
        return response


def test_every_route_is_in_the_table_and_nothing_else_is(console: RunningConsole) -> None:
    known = OPEN | FIRST_LOGIN | set(MAY)
    assert {f"{method} {path}" for method, path in routes(console)} == known


def test_nobody_gets_in_without_logging_in(console: RunningConsole) -> None:
    for method, path in routes(console):
        if f"{method} {path}" in OPEN:
            continue
        response = ask(console.visitor(), method, path)
        assert response.status_code == 303, (method, path)
        assert response.headers["location"].startswith("/login"), (method, path)


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_refused_what_is_not_its_own(
    console: RunningConsole, everyone: dict[Role, DeskClient], role: Role
) -> None:
    refused = 0
    for method, path in routes(console):
        name = f"{method} {path}"
        if name in OPEN or role in MAY.get(name, frozenset()):
            continue
        response = ask(everyone[role], method, path)
        if name in FIRST_LOGIN:
            assert response.headers["location"] == "/", name
            continue
        assert response.status_code == 403, name
        assert FORBIDDEN in response.text, name
        refused += 1
    assert refused > 0


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_let_in_where_it_belongs(
    console: RunningConsole, everyone: dict[Role, DeskClient], role: Role
) -> None:
    for name, roles in MAY.items():
        method, path = name.split(" ", 1)
        if role not in roles or path == "/logout":
            continue
        response = ask(everyone[role], method, path)
        assert response.status_code != 303 or not response.headers["location"].startswith("/login"), name
        if response.status_code == 403:
            response_text = response.text
            assert FORBIDDEN not in response_text, name
            assert STALE not in response_text, name


@pytest.mark.parametrize("role", list(Role))
def test_no_form_works_without_the_token_of_the_own_session(
    console: RunningConsole, everyone: dict[Role, DeskClient], role: Role
) -> None:
    for name, roles in MAY.items():
        method, path = name.split(" ", 1)
        if role not in roles or method == "GET":
            continue
        response = ask(everyone[role], method, path, csrf="niet van deze sessie")
        assert response.status_code == 403, name
        assert STALE in response.text, name


def test_only_who_has_a_key_opens_a_case_whatever_the_role(
    console: RunningConsole, everyone: dict[Role, DeskClient]
) -> None:
    console.house.intake.file_report(ReportDocument(what_happened="Iets naars."), new_submission_id())
    reader = everyone[Role.COUNSELLOR]
    (case,) = set(re.findall(r"/cases/[\w-]{22}", reader.page("/inbox")))
    for role, client in everyone.items():
        assert client.get(case).status_code == (200 if role is Role.COUNSELLOR else 403), role
    new = console.person("Later")
    assert list_cases(console.house.desk, new.id) == []
    assert console.log_in(new).get(case).status_code == 403


def test_every_answer_has_the_strict_policy_and_no_page_has_code_or_style_in_it(
    console: RunningConsole, everyone: dict[Role, DeskClient]
) -> None:
    for role, client in everyone.items():
        for name, roles in MAY.items():
            method, path = name.split(" ", 1)
            if method != "GET" or role not in roles or path in {"/changes", "/school/link"}:
                continue
            response = ask(client, method, path)
            policy = response.headers["content-security-policy"]
            assert "default-src 'none'" in policy, name
            assert "unsafe" not in policy, name
            assert "http" not in policy, name
            assert response.headers["cache-control"] == "no-store", name
            assert not re.search(
                r"<script(?![^>]* src=\"/static/)|<style|\sstyle=|\son\w+=|javascript:", response.text
            ), name
            assert not ELSEWHERE.search(response.text), name
