"""The audit log cannot be changed through the database, and a change behind its back is noticed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Executable, delete, text, update
from sqlalchemy.exc import IntegrityError

from desk.audit import append_audit, verify_audit
from desk.errors import AuditBrokenError
from desk.jobs.audit_check import check_audit
from desk.store.tables import AuditHeadRow, AuditRow
from tests.support.desk_house import DeskHouse

SHARED = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def grow(house: DeskHouse, entries: int) -> None:
    with house.desk.store.writing() as session:
        for number in range(entries):
            append_audit(session, house.desk.pepper, house.clock(), "someone", f"did_{number}", None)


def verified(house: DeskHouse) -> int:
    with house.desk.store.reading() as session:
        return verify_audit(session, house.desk.pepper).sequence


def behind_its_back(house: DeskHouse, statement: Executable | str) -> None:
    """Do what someone with the file and without the program can do."""
    with house.desk.store.writing() as session:
        session.execute(text("DROP TRIGGER IF EXISTS desk_audit_no_UPDATE"))
        session.execute(text("DROP TRIGGER IF EXISTS desk_audit_no_DELETE"))
        session.execute(text(statement) if isinstance(statement, str) else statement)


def test_an_untouched_log_verifies(house: DeskHouse) -> None:
    assert verified(house) == 0
    grow(house, 12)
    assert verified(house) == 12
    assert check_audit(house.desk).succeeded


def test_the_database_refuses_to_change_or_delete_an_entry(house: DeskHouse) -> None:
    grow(house, 3)
    for statement in (update(AuditRow).values(actor="nobody"), delete(AuditRow)):
        with pytest.raises(IntegrityError, match="append-only"), house.desk.store.writing() as session:
            session.execute(statement)
    assert verified(house) == 3


@given(st.integers(1, 10), st.sampled_from(["at", "actor", "action", "subject"]))
@SHARED
def test_any_changed_field_of_any_entry_is_noticed(house: DeskHouse, entry: int, column: str) -> None:
    if verified_or_zero(house) == 0:
        grow(house, 10)
    entry_of_log = AuditRow.sequence == entry
    with house.desk.store.reading() as session:
        was = getattr(session.get_one(AuditRow, entry), column)
    behind_its_back(house, update(AuditRow).where(entry_of_log).values({column: "x"}))
    with pytest.raises(AuditBrokenError) as broken:
        verified(house)
    assert broken.value.sequence == entry
    behind_its_back(house, update(AuditRow).where(entry_of_log).values({column: was}))
    assert verified(house) == 10


def verified_or_zero(house: DeskHouse) -> int:
    with house.desk.store.reading() as session:
        return session.get_one(AuditHeadRow, 1).sequence


@pytest.mark.parametrize("entry", range(1, 6))
def test_a_removed_entry_is_noticed_also_the_last(house: DeskHouse, entry: int) -> None:
    grow(house, 5)
    behind_its_back(house, delete(AuditRow).where(AuditRow.sequence == entry))
    with pytest.raises(AuditBrokenError):
        verified(house)
    assert check_audit(house.desk).failures == ("AuditBrokenError",)


def test_removing_the_end_with_a_forged_head_is_noticed(house: DeskHouse) -> None:
    grow(house, 5)
    behind_its_back(house, "DELETE FROM desk_audit WHERE sequence = 5")
    behind_its_back(
        house,
        "UPDATE desk_audit_head SET sequence = 4, digest = (SELECT digest FROM desk_audit WHERE sequence = 4)",
    )
    with pytest.raises(AuditBrokenError):
        verified(house)


def test_swapped_entries_and_an_emptied_log_are_noticed(house: DeskHouse) -> None:
    grow(house, 3)
    behind_its_back(house, "UPDATE desk_audit SET sequence = 5 - sequence + 100 WHERE sequence IN (2, 3)")
    behind_its_back(house, "UPDATE desk_audit SET sequence = sequence - 100 WHERE sequence > 100")
    with pytest.raises(AuditBrokenError):
        verified(house)
    behind_its_back(house, "DELETE FROM desk_audit")
    with pytest.raises(AuditBrokenError):
        verified(house)
    behind_its_back(house, "DELETE FROM desk_audit_head")
    with pytest.raises(AuditBrokenError):
        verified(house)
