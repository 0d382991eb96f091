"""A message left outside hours: sealed, read by its own readers, answered by code."""

import pytest

from desk.accounts.roles import Role
from desk.cases.casework import list_cases, open_case, reply
from desk.cases.document import MessageDocument
from desk.errors import EmptyTextError, NoReaderError
from desk.intake.reports import Author, CaseKind, new_submission_id
from tests.support.desk_house import DeskHouse

TEXT = "Kunt u mij bellen over mijn leerbaan? Mijn nummer is 06 0000 0000."
READERS = [(CaseKind.MESSAGE, Role.COUNSELLOR), (CaseKind.SME_MESSAGE, Role.COORDINATOR)]


@pytest.mark.parametrize(("kind", "role"), READERS)
def test_a_message_is_read_by_the_role_it_is_for_and_by_nobody_else(
    house: DeskHouse, kind: CaseKind, role: Role
) -> None:
    reader = house.reader("anna", role)
    others = [house.reader(other, other) for other in Role if other != role]
    house.intake.file_message(kind, TEXT, new_submission_id())
    assert open_case(house.desk, reader, house.case_of(reader)).document == MessageDocument(text=TEXT)
    assert [list_cases(house.desk, other.account_id) for other in others] == [[] for _ in others]


def test_the_writer_reads_the_answer_with_the_code(house: DeskHouse) -> None:
    anna = house.reader("anna")
    receipt = house.intake.file_message(CaseKind.MESSAGE, TEXT, new_submission_id())
    reply(house.desk, anna, house.case_of(anna), "Dat kan. Morgen om tien uur?")
    assert house.texts(receipt) == [(Author.COUNSELLOR, "Dat kan. Morgen om tien uur?")]
    assert house.intake.receipt_status(receipt).kind == CaseKind.MESSAGE


def test_sending_twice_gives_the_same_code(house: DeskHouse) -> None:
    anna, submission = house.reader("anna"), new_submission_id()
    receipts = {house.intake.file_message(CaseKind.MESSAGE, TEXT, submission) for _ in range(2)}
    assert len(receipts) == 1
    assert house.case_of(anna)


@pytest.mark.parametrize("kind", [CaseKind.MESSAGE, CaseKind.SME_MESSAGE])
def test_without_a_reader_a_message_is_refused(house: DeskHouse, kind: CaseKind) -> None:
    assert not house.intake.is_read(kind)
    with pytest.raises(NoReaderError):
        house.intake.file_message(kind, TEXT, new_submission_id())


def test_an_empty_message_is_no_message(house: DeskHouse) -> None:
    house.reader("anna")
    with pytest.raises(EmptyTextError):
        house.intake.file_message(CaseKind.MESSAGE, "  \n", new_submission_id())
