"""Finding cases: by what stands outside the seal, by label, and, when asked for, by words inside."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.accounts.unlocking import Unlocked
from desk.audit import append_audit
from desk.cases.casework import CaseSummary, list_cases
from desk.cases.filing import document_context
from desk.cases.messages import read_messages
from desk.cases.readers import CaseKind
from desk.cases.work import labels_in
from desk.cases.workflow import Status
from desk.desk import Desk
from desk.errors import TamperedError, WrongKeyError
from desk.store.tables import CaseRow, WrapRow
from desk.store.work_tables import CaseWorkRow
from desk.vault.sealing import unseal, unwrap_key


class Whose(StrEnum):
    """Whose the cases should be."""

    MINE = "mine"
    NOBODYS = "nobodys"
    COLLEAGUES = "colleagues"


class Open(StrEnum):
    """Which statuses together."""

    OPEN = "open"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for; `None` and empty mean: does not matter. `inside` also looks in what was written."""

    kind: CaseKind | None = None
    status: Status | Open = Open.OPEN
    whose: Whose | None = None
    label: str | None = None
    unseen: bool = False
    words: str = ""
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A case that fits, with its labels (ids)."""

    case: CaseSummary
    labels: tuple[str, ...]


def find_cases(desk: Desk, reader: Unlocked, wanted: Wanted) -> list[Found]:
    """Return the cases of this reader that fit, longest waiting first. Looking inside is in the audit log.

    A case whose seal does not open is found by what stands outside only. Raise `DeskUnavailableError`.
    """
    likely = [one for one in list_cases(desk, reader.account_id) if _fits(one, reader, wanted)]
    looks_inside = wanted.inside and bool(wanted.words.strip())
    if looks_inside:
        with desk.store.writing() as session:
            append_audit(session, desk.pepper, desk.clock(), reader.account_id, "cases_searched", None)
    with desk.store.reading() as session:
        found = [(one, _inside(session, reader, one.id, looks_inside)) for one in likely]
    return [
        Found(one, labels)
        for one, (labels, text) in found
        if (wanted.label is None or wanted.label in labels) and _has_words(one.id, text, wanted.words)
    ]


def _fits(one: CaseSummary, reader: Unlocked, wanted: Wanted) -> bool:
    if wanted.kind not in {None, one.kind} or (wanted.unseen and not one.unseen):
        return False
    if wanted.status is Open.OPEN and one.status is Status.CLOSED and not one.unseen:
        return False
    if isinstance(wanted.status, Status) and one.status is not wanted.status:
        return False
    return wanted.whose in {None, _whose(one, reader)}


def _whose(one: CaseSummary, reader: Unlocked) -> Whose:
    if one.owner_id is None:
        return Whose.NOBODYS
    return Whose.MINE if one.owner_id == reader.account_id else Whose.COLLEAGUES


def _has_words(case_id: str, text: str, words: str) -> bool:
    """Whether every word stands in the text, or the number begins with the one word."""
    said = words.casefold().split()
    return not said or case_id.casefold().startswith(said[0]) or (bool(text) and all(one in text for one in said))


def _inside(session: Session, reader: Unlocked, case_id: str, with_text: bool) -> tuple[tuple[str, ...], str]:
    """The labels of a case, and all that was written in it when that is asked for."""
    wrapped = session.scalar(
        select(WrapRow.wrapped_key).where(WrapRow.case_id == case_id, WrapRow.account_id == reader.account_id)
    )
    row = session.get(CaseRow, case_id)
    if wrapped is None or row is None:
        return (), ""
    try:
        key = unwrap_key(wrapped, reader.private)
        labels = labels_in(session.get(CaseWorkRow, case_id), key)
        return labels, "\n".join(_texts(session, row, key)).casefold() if with_text else ""
    except (WrongKeyError, TamperedError):
        return (), ""


def _texts(session: Session, row: CaseRow, key: bytes) -> Iterator[str]:
    yield unseal(key, row.sealed, document_context(row)).decode()
    yield from (one.text for one in read_messages(session, row.id, key))
