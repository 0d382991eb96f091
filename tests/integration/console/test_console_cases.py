"""Cases in the console, as a browser without JavaScript uses them."""

import re

import pytest

from desk.accounts.roles import Role
from desk.audit import verify_audit
from desk.cases.casework import list_cases
from desk.cases.document import Exclusions, ReportDocument
from desk.cases.messages import Author
from desk.cases.readers import CaseKind
from desk.cases.workflow import Status
from desk.intake.questions import Reason, keep_question
from desk.intake.reports import new_submission_id
from desk.store.tables import AuditRow
from tests.support.console import DeskClient, DeskPerson, RunningConsole

STORY = "Ik mocht geen stage lopen omdat ik een hoofddoek draag."
COMPANY = "Bakkerij Voorbeeld"


def file_report(console: RunningConsole, **more: object) -> str:
    """Hand in a report; return its receipt."""
    document = ReportDocument.model_validate({"what_happened": STORY, "company": COMPANY, "town": "Utrecht", **more})
    return console.house.intake.file_report(document, new_submission_id())


def only_case(console: RunningConsole, person: DeskPerson) -> str:
    """Return the address of the only case somebody has a key to."""
    (only,) = list_cases(console.house.desk, person.id)
    return f"/cases/{only.id}"


def actions(console: RunningConsole) -> list[str]:
    """Return what the audit log says was done."""
    with console.house.desk.store.reading() as session:
        verify_audit(session, console.house.desk.pepper)
        return [row.action for row in session.query(AuditRow).order_by(AuditRow.sequence)]


def answer(client: DeskClient, case: str, text: str) -> int:
    """Fill in the form of the case's page and send it; return the status."""
    found = re.search(r'name="after" value="(\d+)"', client.page(case))
    assert found is not None
    return client.post(f"{case}/answer", {"text": text, "after": found[1]}).status_code


@pytest.fixture
def both(console: RunningConsole) -> tuple[DeskPerson, DeskPerson]:
    """Two counsellors."""
    return console.person("Anna"), console.person("Bea")


def test_a_report_is_covered_until_somebody_asks_for_a_field_and_that_is_written_down(console: RunningConsole) -> None:
    anna = console.person("Anna")
    file_report(console)
    client, case = console.log_in(anna), only_case(console, anna)
    assert COMPANY not in client.page(case)
    assert client.post(f"{case}/reveal", {"field": "company"}).headers["location"] == f"{case}#field-company"
    page = client.page(case)
    assert COMPANY in page
    assert ">Utrecht<" not in page
    assert "revealed:company" in actions(console)
    assert COMPANY not in console.log_in(anna).page(case)
    client.post(f"{case}/cover", {"field": "company"})
    assert COMPANY not in client.page(case)


@pytest.mark.parametrize("field", ["nothing", "study", "message-1", "may_not_read.readers"])
def test_what_a_case_does_not_have_cannot_be_uncovered(console: RunningConsole, field: str) -> None:
    anna = console.person("Anna")
    file_report(console)
    client, case = console.log_in(anna), only_case(console, anna)
    client.page(case)
    assert client.post(f"{case}/reveal", {"field": field}).status_code == 422
    assert f"revealed:{field}" not in actions(console)


def test_answer_and_reply_travel_by_receipt_and_the_status_follows(console: RunningConsole) -> None:
    anna = console.person("Anna")
    receipt = file_report(console)
    client, case = console.log_in(anna), only_case(console, anna)
    assert answer(client, case, "Dank u. Wilt u vertellen wanneer dit was?") == 303
    assert console.house.texts(receipt) == [(Author.COUNSELLOR, "Dank u. Wilt u vertellen wanneer dit was?")]
    assert console.house.intake.receipt_status(receipt).status is Status.IN_CONVERSATION
    console.house.intake.write_back(receipt, "In maart.")
    assert "nieuw bericht" in client.page("/inbox")
    client.page(case)
    client.post(f"{case}/reveal", {"field": "message-2"})
    assert "In maart." in client.page(case)
    assert "nieuw bericht" not in client.page("/inbox")


def test_an_answer_sent_twice_or_past_a_new_message_is_sent_once_and_nothing_typed_is_lost(
    console: RunningConsole,
) -> None:
    anna = console.person("Anna")
    receipt = file_report(console)
    client, case = console.log_in(anna), only_case(console, anna)
    client.page(case)
    form = {"text": "Dank u.", "after": "0"}
    assert client.post(f"{case}/answer", form).status_code == 303
    again = client.post(f"{case}/answer", form)
    assert again.status_code == 409
    assert "Dank u.</textarea>" in again.text
    assert len(console.house.texts(receipt)) == 1


def test_only_the_first_of_two_gets_a_case(console: RunningConsole, both: tuple[DeskPerson, DeskPerson]) -> None:
    file_report(console)
    case = only_case(console, both[0])
    annas, beas = [console.log_in(one) for one in both]
    annas.page(case)
    beas.page(case)
    assert annas.post(f"{case}/claim").status_code == 303
    assert beas.post(f"{case}/claim").status_code == 409
    assert beas.post(f"{case}/release").status_code == 409
    assert "bij Anna" in beas.page("/inbox")
    assert annas.post(f"{case}/release").status_code == 303
    assert beas.post(f"{case}/claim").status_code == 303


def test_handing_on_needs_a_note_and_a_colleague_with_a_key(
    console: RunningConsole, both: tuple[DeskPerson, DeskPerson]
) -> None:
    file_report(console)
    case, bea = only_case(console, both[0]), both[1]
    carla = console.person("Carla", Role.COORDINATOR)
    annas, beas = [console.log_in(one) for one in both]
    annas.page(case)
    assert annas.post(f"{case}/hand-on", {"account": bea.id, "text": " "}).status_code == 422
    assert annas.post(f"{case}/hand-on", {"account": carla.id, "text": "Voor jou"}).status_code == 403
    assert annas.post(f"{case}/hand-on", {"account": bea.id, "text": "Ik ben morgen weg"}).status_code == 303
    assert "Ik ben morgen weg" in beas.page(case)
    assert "bij Bea (u)" in beas.page(case)
    assert f"handed_on:{bea.id}" in actions(console)


def test_notes_are_for_colleagues_and_stand_nowhere_in_plain(
    console: RunningConsole, both: tuple[DeskPerson, DeskPerson]
) -> None:
    receipt = file_report(console)
    case = only_case(console, both[0])
    annas, beas = [console.log_in(one) for one in both]
    annas.page(case)
    annas.post(f"{case}/note", {"text": "Bel het stagebureau"})
    assert "Bel het stagebureau" in beas.page(case)
    assert console.house.texts(receipt) == []
    assert all(b"stagebureau" not in path.read_bytes() for path in console.house.desk.store.files)


def test_a_draft_is_kept_for_its_writer_alone_and_goes_with_the_answer(
    console: RunningConsole, both: tuple[DeskPerson, DeskPerson]
) -> None:
    file_report(console)
    case = only_case(console, both[0])
    annas, beas = [console.log_in(one) for one in both]
    annas.page(case)
    annas.post(f"{case}/draft", {"text": "Beste melder, wij"})
    assert "Beste melder, wij</textarea>" in console.log_in(both[0]).page(case)
    assert "Beste melder, wij" not in beas.page(case)
    assert answer(annas, case, "Beste melder, wij helpen u.") == 303
    assert "Dit is uw bewaarde concept" not in annas.page(case)


def test_a_canned_answer_goes_into_the_draft(console: RunningConsole, anna: DeskClient) -> None:
    file_report(console)
    anna.page("/shelf")
    anna.post("/shelf/answers", {"title": "Dank", "text": "Dank voor uw melding."})
    (case,) = re.findall(r'href="(/cases/[\w-]{22})"', anna.page("/inbox"))
    (canned,) = re.findall(r'<option value="([\w-]{22})">Dank<', anna.page(case))
    anna.post(f"{case}/draft", {"text": "Beste melder,", "canned": canned, "insert": "1"})
    assert "Beste melder,\n\nDank voor uw melding.</textarea>" in anna.page(case)
    assert anna.post("/shelf/answers", {"title": "Dank", "text": "Anders"}).status_code == 409


def test_labels_stand_sealed_and_can_be_filtered_by(console: RunningConsole, anna: DeskClient) -> None:
    file_report(console)
    file_report(console)
    anna.page("/shelf")
    anna.post("/shelf/labels", {"title": "wacht op school"})
    first, second = re.findall(r'href="(/cases/[\w-]{22})"', anna.page("/inbox"))
    (label,) = re.findall(r'name="label" value="([\w-]{22})"', anna.page(first))
    assert anna.post(f"{first}/labels", {"label": label}).status_code == 303
    assert anna.post(f"{first}/labels", {"label": "x" * 22}).status_code == 422
    page = anna.page(f"/cases?label={label}")
    assert first in page
    assert second not in page
    assert "wacht op school</span>" in page


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        ("", True),
        ("?whose=mine", False),
        ("?whose=nobodys", True),
        ("?status=new", True),
        ("?status=closed", False),
        ("?unseen=1", False),
        ("?kind=message", False),
        ("?kind=nonsense&status=nonsense", True),
    ],
)
def test_filters(console: RunningConsole, anna: DeskClient, wanted: str, fits: bool) -> None:
    file_report(console)
    assert (re.search(r'href="/cases/[\w-]{22}"', anna.page(f"/cases{wanted}")) is not None) is fits


def test_a_view_is_kept_without_the_words(console: RunningConsole, anna: DeskClient) -> None:
    anna.page("/cases?whose=mine")
    anna.post("/cases/filters", {"title": "Van mij", "query": "whose=mine&words=Fatima"})
    page = anna.page("/cases")
    assert 'href="/cases?whose=mine">Van mij' in page
    bea = console.log_in(console.person("Bea"))
    assert "Van mij" not in bea.page("/cases")
    (address,) = re.findall(r'action="(/cases/filters/[\w-]{22}/drop)"', page)
    bea.post(address)
    assert "Van mij" in anna.page("/cases")
    anna.post(address)
    assert "Van mij" not in anna.page("/cases")


def test_searching_finds_by_number_and_inside_only_when_asked_and_logged(
    console: RunningConsole, anna: DeskClient
) -> None:
    file_report(console)
    (case,) = re.findall(r'href="(/cases/[\w-]{22})"', anna.page("/inbox"))
    number = case.rpartition("/")[2][:6]
    assert case in anna.post("/cases/search", {"words": number}).text
    assert case not in anna.post("/cases/search", {"words": "hoofddoek"}).text
    assert "cases_searched" not in actions(console)
    assert case in anna.post("/cases/search", {"words": "HOOFDDOEK stage", "inside": "1"}).text
    assert case not in anna.post("/cases/search", {"words": "hoofddoek kantoor", "inside": "1"}).text
    assert "cases_searched" in actions(console)


def test_who_is_excluded_has_no_key_no_line_and_cannot_be_let_in(
    console: RunningConsole, both: tuple[DeskPerson, DeskPerson]
) -> None:
    anna, bea = both
    file_report(console, may_not_read=Exclusions(readers=(bea.id,)))
    case = only_case(console, anna)
    annas, beas = console.log_in(anna), console.log_in(bea)
    assert beas.get(case).status_code == 403
    assert case not in beas.page("/inbox")
    assert case not in beas.page("/cases?status=all")
    assert "Bea" in annas.page(case)
    assert bea.id not in annas.page(case)
    assert annas.post(f"{case}/let-in", {"account": bea.id}).status_code == 403
    assert annas.post(f"{case}/hand-on", {"account": bea.id, "text": "Toch?"}).status_code == 403
    assert beas.get(case).status_code == 403
    assert "case_opened_refused" in actions(console)


def test_who_may_not_read_after_all_loses_key_draft_and_ownership(
    console: RunningConsole, both: tuple[DeskPerson, DeskPerson]
) -> None:
    anna, bea = both
    receipt = file_report(console)
    case = only_case(console, anna)
    annas, beas = console.log_in(anna), console.log_in(bea)
    beas.page(case)
    beas.post(f"{case}/claim")
    beas.post(f"{case}/draft", {"text": "Ik ken deze bakker"})
    beas.post(f"{case}/note", {"text": "Een notitie van Bea"})
    assert beas.post(f"{case}/shut-out", {"account": bea.id}).headers["location"] == "/inbox"
    assert beas.get(case).status_code == 403
    page = annas.page(case)
    assert "Een notitie van Bea" in page
    assert "van niemand" in page
    assert annas.post(f"{case}/shut-out", {"account": anna.id}).status_code == 409
    assert answer(annas, case, "Dank u.") == 303
    assert console.house.texts(receipt) == [(Author.COUNSELLOR, "Dank u.")]
    assert annas.post(f"{case}/let-in", {"account": bea.id}).status_code == 303
    assert "Ik ken deze bakker" not in beas.page(case)


def test_status_takes_only_the_steps_of_the_workflow(console: RunningConsole, anna: DeskClient) -> None:
    receipt = file_report(console)
    (case,) = re.findall(r'href="(/cases/[\w-]{22})"', anna.page("/inbox"))
    anna.page(case)
    assert anna.post(f"{case}/status", {"status": "new"}).status_code == 409
    assert anna.post(f"{case}/status", {"status": "nonsense"}).status_code == 422
    assert anna.post(f"{case}/status", {"status": "closed"}).status_code == 303
    assert console.house.intake.receipt_status(receipt).status is Status.CLOSED
    assert case not in anna.page("/inbox")
    assert case in anna.page("/cases?status=all")


def test_colleagues_with_a_key_see_who_else_is_looking(
    console: RunningConsole, both: tuple[DeskPerson, DeskPerson]
) -> None:
    file_report(console)
    case = only_case(console, both[0])
    annas, beas = [console.log_in(one) for one in both]
    annas.page(case)
    assert "Anna kijkt nu ook." in beas.page(case)
    console.house.clock.pass_by(minutes=3)
    assert "Anna kijkt nu ook." not in beas.page(case)


def test_messages_of_companies_are_for_coordinators(console: RunningConsole) -> None:
    carla, anna = console.person("Carla", Role.COORDINATOR), console.person("Anna")
    console.house.intake.file_message(CaseKind.SME_MESSAGE, "Wij zoeken een stagiair.", new_submission_id())
    case = only_case(console, carla)
    assert "Bericht van een bedrijf" in console.log_in(carla).page(case)
    assert console.log_in(anna).get(case).status_code == 403
    assert "Berichten van bedrijven" not in console.log_in(anna).page("/inbox")


def test_a_case_that_is_gone_says_so(console: RunningConsole, anna: DeskClient) -> None:
    receipt = file_report(console)
    (case,) = re.findall(r'href="(/cases/[\w-]{22})"', anna.page("/inbox"))
    anna.page(case)
    anna.post(f"{case}/note", {"text": "Notitie"})
    anna.post(f"{case}/draft", {"text": "Concept"})
    console.house.intake.withdraw(receipt)
    assert anna.get(case).status_code == 404


def test_a_queue_that_shows_a_few_says_how_many_there_are_and_where_the_rest_is(console: RunningConsole) -> None:
    anna = console.log_in(console.person("Anna"))
    for number in range(12):
        keep_question(console.house.desk, f"Hoe werkt dit {number}?", None, Reason.UNANSWERED)
    page = anna.page("/inbox/questions")
    assert "(12)" in page
    assert '<a class="utrecht-link utrecht-link--html-a" href="/review">Alle 12 bekijken</a>' in page
