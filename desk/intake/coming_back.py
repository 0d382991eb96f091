"""Coming back with a receipt. An unknown one takes the same derivations, look-ups, openings and writes."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.audit import REPORTER
from desk.cases.deletion import delete_case
from desk.cases.history import read_history
from desk.cases.messages import Author, add_message, checked_text, read_messages
from desk.cases.readers import CaseKind
from desk.cases.workflow import Status
from desk.clock import day_of
from desk.desk import Desk
from desk.errors import CaseGoneError, ReceiptInTextError, TamperedError, WrongKeyError, WrongReceiptError
from desk.store.tables import CaseRow, DecoyRow, ReceiptRow
from desk.vault.receipts import ReceiptKeys, holds_receipt
from desk.vault.sealing import seal, unwrap_key


@dataclass(frozen=True, slots=True)
class ReceiptMessage:
    """A message as the reporter sees it: from which side, and on which day; never from whom."""

    author: Author
    on: date
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ReceiptStep:
    """A step as the reporter sees it."""

    status: Status
    on: date


@dataclass(frozen=True, slots=True)
class ReceiptStatus:
    """How the own case is doing, oldest first."""

    kind: CaseKind
    status: Status
    filed_on: date
    history: tuple[ReceiptStep, ...]
    messages: tuple[ReceiptMessage, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Found:
    """A case, or the decoy (`row` is `None`)."""

    case_id: str
    key: bytes = field(repr=False)
    row: CaseRow | None = field(repr=False)


def receipt_status(desk: Desk, receipt: str) -> ReceiptStatus:
    """Return status and messages; looking leaves no trace. Raise `WrongReceiptError`, `VaultBusyError`."""
    keys = desk.receipts.derive(receipt)
    with desk.store.reading() as session:
        found = _find(session, desk, keys)
        history = read_history(session, found.case_id)
        messages = read_messages(session, found.case_id, found.key)
    if found.row is None:
        raise WrongReceiptError
    return ReceiptStatus(
        kind=CaseKind(found.row.kind),
        status=Status(found.row.status),
        filed_on=found.row.filed_on,
        history=tuple(ReceiptStep(step.status, step.on) for step in history),
        messages=tuple(ReceiptMessage(one.author, one.on, one.text) for one in messages),
    )


def write_back(desk: Desk, receipt: str, text: str) -> None:
    """Write to the readers of the report.

    Raise `WrongReceiptError`, `EmptyTextError`, `TextTooLongError`, `ReceiptInTextError`, `VaultBusyError`.
    """
    checked = checked_text(text)
    if holds_receipt(checked, receipt):
        raise ReceiptInTextError
    keys = desk.receipts.derive(receipt)
    with desk.store.writing() as session:
        found = _find(session, desk, keys, hold=True)
        if found.row is not None:
            on = day_of(desk.clock())
            add_message(session, found.row, found.key, Author.REPORTER, checked, on)
    if found.row is None:
        _write_decoy(desk, keys)
        raise WrongReceiptError


def withdraw(desk: Desk, receipt: str) -> None:
    """Delete the own report: its keys first, then all of it. Raise `WrongReceiptError`, `VaultBusyError`."""
    keys = desk.receipts.derive(receipt)
    with desk.store.reading() as session:
        found = _find(session, desk, keys)
    known = found.row is not None
    try:
        if known:
            delete_case(desk, found.case_id, REPORTER)
        else:
            _write_decoy(desk, keys)
            _write_decoy(desk, keys)
    except CaseGoneError:
        known = False
    desk.store.wipe_soon()
    if not known:
        raise WrongReceiptError


def _find(session: Session, desk: Desk, keys: ReceiptKeys, *, hold: bool = False) -> _Found:
    """Find the case, or the decoy. Its key is read after the case is held: it may just have been replaced."""
    by_lookup = ReceiptRow.lookup == keys.lookup
    known = session.scalar(select(ReceiptRow.case_id).where(by_lookup))
    case_id = known or desk.decoy.case_id
    row = session.get(CaseRow, case_id, with_for_update=hold)
    wrapped = session.scalar(select(ReceiptRow.wrapped_key).where(by_lookup))
    try:
        key = unwrap_key(wrapped or desk.decoy.wrapped_key, keys.private)
    except WrongKeyError:
        if wrapped is not None:
            raise TamperedError from None
        key = desk.decoy.key
    return _Found(case_id, key, row if wrapped is not None else None)


def _write_decoy(desk: Desk, keys: ReceiptKeys) -> None:
    with desk.store.writing() as session:
        session.merge(DecoyRow(id=1, sealed=seal(desk.decoy.key, keys.lookup, desk.decoy.case_id)))
