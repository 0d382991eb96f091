"""Queues of sealed cases: what stands outside the seal, and only of cases this person has a key to."""

from collections.abc import Sequence

from desk.accounts.unlocking import Unlocked
from desk.cases.casework import CaseSummary, list_cases
from desk.cases.colleagues import names_of
from desk.cases.readers import READS, CaseKind
from desk.cases.workflow import Status
from desk.console.queue import Queue, QueueItem
from desk.console.texts import CASE_KINDS, NEW_MESSAGE, STATUSES, YOU
from desk.desk import Desk

SHOWN_OF_ID = 6


def case_queue(code: str, title: str, kind: CaseKind) -> Queue:
    """Make the queue of all cases of one kind that are not closed, most pressing first.

    First where somebody waits for this reader or for anybody, then the reader's own, then those of colleagues.
    """

    def items(desk: Desk, reader: Unlocked) -> Sequence[QueueItem]:
        names = names_for(desk, reader)
        waiting = sorted(_waiting(desk, reader, kind), key=lambda one: _pressing(one, reader.account_id))
        return [case_item(one, names) for one in waiting]

    def count(desk: Desk, reader: Unlocked) -> int:
        return len(_waiting(desk, reader, kind))

    return Queue(code, title, READS[kind], count, items)


def case_item(one: CaseSummary, names: dict[str, str], labels: Sequence[str] = ()) -> QueueItem:
    """Make the line of a case; `names` are those of colleagues by account id."""
    marks = (*((NEW_MESSAGE,) if one.unseen else ()), STATUSES[one.status], *labels)
    owner = names.get(one.owner_id, "?") if one.owner_id else None
    return QueueItem(f"/cases/{one.id}", case_title(one.kind, one.id), one.last_activity_on, marks, owner)


def names_for(desk: Desk, reader: Unlocked) -> dict[str, str]:
    """Return the names of everyone by account id, the reader's own as people are addressed."""
    return names_of(desk) | {reader.account_id: YOU}


def case_title(kind: CaseKind, case_id: str) -> str:
    """Return how people call a case: its kind and the start of its meaningless number."""
    return f"{CASE_KINDS[kind]} {case_id[:SHOWN_OF_ID]}"


def _pressing(one: CaseSummary, reader_id: str) -> int:
    """Sorting keeps the order of waiting within each."""
    if one.owner_id not in {None, reader_id}:
        return 3
    if one.unseen:
        return 0
    return 1 if one.owner_id is None else 2


def _waiting(desk: Desk, reader: Unlocked, kind: CaseKind) -> list[CaseSummary]:
    every = list_cases(desk, reader.account_id)
    return [one for one in every if one.kind == kind and (one.status != Status.CLOSED or one.unseen)]
