"""The stream of changes: what it tells, to whom, and that nothing is missed when the connection was lost."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from desk.accounts.roles import Role
from desk.cases.casework import reply
from desk.cases.document import ReportDocument
from desk.intake.reports import new_submission_id
from tests.integration.console.test_console_cases import only_case
from tests.support.console import DeskClient, DeskPerson, RunningConsole

STORY = "Ik mocht geen stage lopen."


def file_report(console: RunningConsole) -> str:
    """Hand in a report; return its receipt."""
    return console.house.intake.file_report(ReportDocument(what_happened=STORY), new_submission_id())


@contextmanager
def listening(client: DeskClient, address: str = "/changes", last: str = "") -> Iterator[Iterator[tuple[str, str]]]:
    """Open the stream as a browser does."""
    headers = {"Last-Event-ID": last} if last else {}
    with client.http.stream("GET", address, headers=headers) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        yield _events(response)


def _events(response: httpx.Response) -> Iterator[tuple[str, str]]:
    """Name and data of each event."""
    name = ""
    for line in response.iter_lines():
        if line.startswith("event: "):
            name = line[7:]
        elif line.startswith("data: "):
            yield name, line[6:]


def next_of(events: Iterator[tuple[str, str]], wanted: str) -> str:
    """Return the data of the next event of one name."""
    return next(data for name, data in events if name == wanted)


def test_a_page_hears_of_a_new_report_without_content(console: RunningConsole, anna: DeskClient) -> None:
    with listening(anna) as events:
        before = next_of(events, "changed")
        file_report(console)
        after = next_of(events, "changed")
    assert after != before
    assert len(after) == 24


def test_what_happened_while_the_connection_was_lost_is_told_at_once(console: RunningConsole, anna: DeskClient) -> None:
    with listening(anna) as events:
        seen = next_of(events, "changed")
    file_report(console)
    with listening(anna, last=seen) as events:
        now = next_of(events, "changed")
    assert now != seen


def test_nothing_is_told_twice(console: RunningConsole, anna: DeskClient) -> None:
    file_report(console)
    with listening(anna) as events:
        seen = next_of(events, "changed")
    with listening(anna, last=seen) as events:
        assert next(events) == ("looking", "[]")


def test_a_case_is_followed_by_who_has_a_key_only(console: RunningConsole) -> None:
    anna = console.person("Anna")
    receipt = file_report(console)
    bea = console.log_in(console.person("Bea"))
    case_id = only_case(console, anna).rpartition("/")[2]
    follow = f"/changes?what=case&id={case_id}"
    assert bea.get(follow).status_code == 403
    with listening(console.log_in(anna), follow) as events:
        before = next_of(events, "changed")
        console.house.intake.write_back(receipt, "Nog iets.")
        assert next_of(events, "changed") != before


def test_colleagues_hear_who_looks_too(console: RunningConsole) -> None:
    both = [console.person("Anna"), console.person("Bea")]
    file_report(console)
    case = only_case(console, both[0])
    annas, beas = [console.log_in(one) for one in both]
    with listening(annas, f"/changes?what=case&id={case.rpartition('/')[2]}") as events:
        assert next_of(events, "looking") == "[]"
        beas.page(case)
        assert next_of(events, "looking") == '["Bea"]'


@pytest.mark.parametrize("address", ["/changes", "/alive", "/inbox"])
def test_what_a_page_does_by_itself_keeps_no_session_alive(
    console: RunningConsole, anna: DeskClient, address: str
) -> None:
    for _ in range(2):
        console.house.clock.pass_by(minutes=8)
        if address == "/changes":
            response_code = _status_of_stream(anna)
        else:
            response_code = anna.get(address, headers={"X-Refresh": "1", "Sec-Fetch-Dest": "empty"}).status_code
    assert response_code == 401


def _status_of_stream(client: DeskClient) -> int:
    with client.http.stream("GET", "/changes", headers={"Sec-Fetch-Dest": "empty"}) as response:
        return response.status_code


def test_the_stream_ends_with_the_session(console: RunningConsole, anna: DeskClient) -> None:
    with listening(anna) as events:
        next_of(events, "changed")
        console.house.clock.pass_by(minutes=16)
        assert [name for name, _ in events if name == "changed"] == []


def test_nobody_follows_what_does_not_exist_or_is_not_theirs(console: RunningConsole, anna: DeskClient) -> None:
    assert anna.get("/changes?what=nothing").status_code == 404
    assert anna.get("/changes?what=case&id=nothing").status_code == 403
    analyst = console.log_in(console.person("Ans", Role.ANALYST))
    assert analyst.get("/changes").status_code == 403


def test_an_answer_of_a_colleague_is_a_change(console: RunningConsole) -> None:
    both: list[DeskPerson] = [console.person("Anna"), console.person("Bea")]
    file_report(console)
    case_id = only_case(console, both[0]).rpartition("/")[2]
    with listening(console.log_in(both[0]), f"/changes?what=case&id={case_id}") as events:
        before = next_of(events, "changed")
        reply(console.house.desk, both[1].unlocked, case_id, "Dank u.")
        assert next_of(events, "changed") != before
