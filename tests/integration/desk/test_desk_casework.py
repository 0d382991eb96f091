"""The desk's own work on a case, on SQLite and PostgreSQL: one owner however many press, and nothing left behind."""

import pytest
from sqlalchemy import func, select

from desk.accounts.recovery_codes import new_recovery_codes, use_recovery_code
from desk.accounts.unlocking import Unlocked, choose_password
from desk.audit import verify_audit
from desk.cases import work
from desk.cases.answering import answer
from desk.cases.casework import add_reader, list_cases, open_case, remove_reader
from desk.cases.finding import Open, Wanted, Whose, find_cases
from desk.errors import AlreadyClaimedError, CaseMovedOnError, NotAReaderError, WrongCodeError
from desk.intake.reports import new_submission_id
from desk.jobs.__main__ import run_jobs
from desk.shelf.labels import add_label, all_labels, drop_label
from desk.store.tables import MessageRow
from desk.store.work_tables import AnswerDraftRow, CaseWorkRow, NoteRow
from tests.integration.desk.test_desk_databases import at_once
from tests.support.desk_house import REPORT, DeskHouse, files_with

NOTE = "Het stagebureau belt terug"
DRAFT = "Beste melder, dit is nog niet af"


def filed(house: DeskHouse, reader: Unlocked) -> str:
    """Hand in a report; return the id of the case."""
    house.intake.file_report(REPORT, new_submission_id())
    return house.case_of(reader)


def worked_on(house: DeskHouse, reader: Unlocked) -> str:
    """File a report and leave everything with it that the desk can leave."""
    case_id = filed(house, reader)
    add_label(house.desk, reader, "spoed")
    work.claim(house.desk, reader, case_id)
    work.add_note(house.desk, reader, case_id, NOTE)
    work.save_draft(house.desk, reader, case_id, DRAFT)
    work.set_labels(house.desk, reader, case_id, {all_labels(house.desk)[0].id})
    return case_id


def test_of_everyone_who_presses_at_once_one_gets_the_case(house: DeskHouse) -> None:
    readers = [house.reader(f"reader {number}") for number in range(6)]
    case_id = filed(house, readers[0])
    wrong = at_once(*(lambda one=one: work.claim(house.desk, one, case_id) for one in readers))
    assert [type(error) for error in wrong] == [AlreadyClaimedError] * 5
    owner = list_cases(house.desk, readers[0].account_id)[0].owner_id
    assert owner in {one.account_id for one in readers}
    with house.desk.store.reading() as session:
        verify_audit(session, house.desk.pepper)


def test_an_answer_sent_by_many_at_once_is_sent_once(house: DeskHouse) -> None:
    readers = [house.reader(f"reader {number}") for number in range(4)]
    case_id = filed(house, readers[0])
    for one in readers:
        open_case(house.desk, one, case_id)
    wrong = at_once(*(lambda one=one: answer(house.desk, one, case_id, "Dank je.", after=0) for one in readers))
    assert [type(error) for error in wrong] == [CaseMovedOnError] * 3
    with house.desk.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(MessageRow)) == 1


def test_a_code_on_paper_used_by_many_at_once_works_once(house: DeskHouse) -> None:
    anna = house.reader()
    code = new_recovery_codes(house.desk, anna)[0]
    wrong = at_once(*(lambda: use_recovery_code(house.desk, anna.account_id, code) for _ in range(5)))
    assert [type(error) for error in wrong] == [WrongCodeError] * 4


def test_notes_and_labels_live_on_under_a_new_key_and_the_leaver_has_nothing(house: DeskHouse) -> None:
    anna, bram = house.reader("anna"), house.reader("bram")
    case_id = worked_on(house, anna)
    work.save_draft(house.desk, bram, case_id, "Van Bram")
    remove_reader(house.desk, bram, case_id, anna.account_id)
    left = open_case(house.desk, bram, case_id).work
    assert [note.text for note in left.notes] == [NOTE]
    assert left.labels == (all_labels(house.desk)[0].id,)
    assert (left.draft, left.owner_id) == ("Van Bram", None)
    with pytest.raises(NotAReaderError):
        open_case(house.desk, anna, case_id)
    add_reader(house.desk, bram, case_id, anna.account_id)
    assert open_case(house.desk, anna, case_id).work.draft == ""


def test_a_new_password_keeps_notes_and_draft(house: DeskHouse) -> None:
    anna = house.reader()
    case_id = worked_on(house, anna)
    chosen = choose_password(house.desk, anna, "een heel ander wachtwoord").unlocked
    kept = open_case(house.desk, chosen, case_id).work
    assert (kept.draft, [note.text for note in kept.notes]) == (DRAFT, [NOTE])


def test_after_ninety_days_nothing_of_the_work_is_left_either(house: DeskHouse) -> None:
    anna = house.reader()
    worked_on(house, anna)
    house.clock.pass_by(days=90)
    assert run_jobs(house.desk, "retention")
    with house.desk.store.reading() as session:
        for table in (CaseWorkRow, NoteRow, AnswerDraftRow):
            assert session.scalar(select(func.count()).select_from(table)) == 0


def test_no_note_draft_or_label_of_a_case_stands_in_plain(house: DeskHouse) -> None:
    anna = house.reader()
    worked_on(house, anna)
    with house.desk.store.reading() as session:
        rows = [*session.scalars(select(NoteRow)), *session.scalars(select(AnswerDraftRow))]
        sealed = b"".join(row.sealed for row in rows)
        labels = session.scalars(select(CaseWorkRow.sealed)).one() or b""
    assert NOTE.encode() not in sealed
    assert DRAFT.encode() not in sealed
    assert all_labels(house.desk)[0].id.encode() not in labels
    for path in house.desk.store.files:
        assert files_with(path.parent, NOTE.encode(), DRAFT.encode()) == []


def test_a_label_that_is_dropped_is_gone_from_every_case(house: DeskHouse) -> None:
    anna = house.reader()
    worked_on(house, anna)
    (label,) = all_labels(house.desk)
    assert len(find_cases(house.desk, anna, Wanted(label=label.id))) == 1
    drop_label(house.desk, anna, label.id)
    assert all_labels(house.desk) == ()


def test_finding_sees_only_cases_one_has_a_key_to(house: DeskHouse) -> None:
    anna = house.reader("anna")
    worked_on(house, anna)
    later = house.reader("later")
    everything = Wanted(status=Open.ALL, words="hoofddoek", inside=True)
    assert find_cases(house.desk, later, everything) == []
    assert len(find_cases(house.desk, anna, everything)) == 1
    assert len(find_cases(house.desk, anna, Wanted(whose=Whose.MINE))) == 1
    assert find_cases(house.desk, anna, Wanted(whose=Whose.COLLEAGUES)) == []
