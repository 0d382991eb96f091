"""Coming back with a receipt over the API: the same for who knows one, different for nobody else."""

import statistics
import time
from pathlib import Path

import pytest

from desk.accounts.account import Person, create_account
from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, unlock
from desk.cases.casework import list_cases, reply
from desk.desk import Desk, open_desk
from desk.intake.reports import Intake, ReportDocument, new_submission_id
from desk.settings import DeskSettings
from tests.support.site import Site, files_with, run_site

URL = "/api/v1/receipts"
UNKNOWN = "1234 5678 9012 3456"
STORY = "Ik mocht geen stage lopen omdat ik een hoofddoek draag."
BACK = "Mag ik volgende week ook nog langskomen?"


@pytest.fixture
def desk(site: Site) -> Desk:
    """The desk behind the site."""
    return open_desk(DeskSettings(data_dir=site.data_dir))


@pytest.fixture
def counsellor(desk: Desk) -> Unlocked:
    """Somebody who can read the report."""
    person = Person(f"anna{time.monotonic_ns()}@desk.example", Role.COUNSELLOR, "Anna")
    return unlock(desk, person.email, create_account(desk, person).one_time_password)


@pytest.fixture
def receipt(desk: Desk, counsellor: Unlocked) -> str:
    """The receipt of a report that was just filed."""
    assert counsellor
    return Intake(desk).file_report(ReportDocument(what_happened=STORY), new_submission_id())


@pytest.mark.parametrize("receipt", [UNKNOWN, "1234567890123456", "123", "", "abcd", "٣" * 16])
def test_an_unknown_receipt_is_404(site: Site, receipt: str) -> None:
    for path, more in (("", {}), ("/messages", {"text": "hoi"}), ("/withdrawal", {})):
        response = site.client.post(f"{URL}{path}", json={"receipt": receipt, **more})
        assert (response.status_code, response.json()["error"]["code"]) == (404, "unknown_receipt")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"receipt": 1234567890123456, "text": "hoi"}, 400, "wrong_type"),
        ({"receipt": "1234 5678 9012 3456", "text": ""}, 422, "text_empty"),
        ({"receipt": "1234 5678 9012 3456", "text": "a" * 2001}, 422, "text_too_long"),
        ({"text": "hoi"}, 422, "invalid_request"),
    ],
)
def test_a_strange_message_is_refused(site: Site, body: object, status: int, code: str) -> None:
    response = site.client.post(f"{URL}/messages", json=body)
    assert (response.status_code, response.json()["error"]["code"]) == (status, code)


@pytest.mark.parametrize("written", [str, lambda r: r.replace(" ", ""), lambda r: r.replace(" ", "-")])
def test_the_state_of_a_report_without_its_story(site: Site, receipt: str, written: type[str]) -> None:
    response = site.client.post(URL, json={"receipt": written(receipt)})
    state = response.json()
    assert response.status_code == 200
    assert (state["status"], state["messages"]) == ("new", [])
    assert [step["status"] for step in state["history"]] == ["new"]
    assert state["filed_on"] == state["history"][0]["on"]
    assert STORY not in response.text


def test_reporter_and_counsellor_write_to_each_other(
    site: Site, desk: Desk, counsellor: Unlocked, receipt: str
) -> None:
    assert site.client.post(f"{URL}/messages", json={"receipt": receipt, "text": BACK}).status_code == 201
    (case,) = list_cases(desk, counsellor.account_id)
    reply(desk, counsellor, case.id, "Dat mag, zeg maar wanneer.")
    state = site.client.post(URL, json={"receipt": receipt}).json()
    assert [(one["from"], one["text"]) for one in state["messages"]] == [
        ("user", BACK),
        ("counsellor", "Dat mag, zeg maar wanneer."),
    ]
    assert all(len(one["at"]) == len("2026-11-21") for one in state["messages"])


def test_the_own_code_in_a_message_is_refused(site: Site, receipt: str) -> None:
    response = site.client.post(f"{URL}/messages", json={"receipt": receipt, "text": f"mijn code is {receipt}"})
    assert (response.status_code, response.json()["error"]["code"]) == (422, "receipt_in_text")


def test_a_withdrawn_report_is_unknown(site: Site, receipt: str) -> None:
    assert site.client.post(f"{URL}/withdrawal", json={"receipt": receipt}).status_code == 204
    assert site.client.post(URL, json={"receipt": receipt}).status_code == 404


def test_no_file_holds_the_receipt_or_the_words(site: Site, receipt: str) -> None:
    site.client.post(f"{URL}/messages", json={"receipt": receipt, "text": BACK})
    site.client.post(URL, json={"receipt": receipt})
    for words in (receipt, receipt.replace(" ", ""), BACK, STORY):
        assert files_with(site.data_dir, words) == []


def test_a_desk_that_is_away_says_so(tmp_path: Path, bot_url: str) -> None:
    (tmp_path / "data" / "desk.sqlite3").mkdir(parents=True)
    with run_site(tmp_path / "data", bot_url) as broken:
        response = broken.client.post(URL, json={"receipt": UNKNOWN})
        assert (response.status_code, response.json()["error"]["code"]) == (503, "desk_unreachable")
        assert int(response.headers["retry-after"]) > 0
        assert broken.begin().say("hoi"), "the chat goes on without the desk"


@pytest.mark.slow
def test_an_unknown_receipt_takes_as_long_as_a_known_one(site: Site, receipt: str) -> None:
    """Twelve of each, in turn; the middle times differ less than the noise of this machine."""
    seconds: dict[str, list[float]] = {receipt: [], UNKNOWN: [], "123": []}
    for _ in range(12):
        for one, times in seconds.items():
            started = time.perf_counter()
            site.client.post(URL, json={"receipt": one})
            times.append(time.perf_counter() - started)
    known, *others = (statistics.median(times) for times in seconds.values())
    assert all(abs(other - known) < 0.2 * known for other in others), seconds
