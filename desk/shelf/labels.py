"""The words that the desk sorts its cases with."""

import secrets
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from desk.accounts.unlocking import Unlocked
from desk.audit import append_audit
from desk.desk import Desk
from desk.errors import EmptyTextError, TextTooLongError, TitleTakenError
from desk.store.work_tables import LabelRow

LONGEST = 40


@dataclass(frozen=True, slots=True)
class Label:
    """One label."""

    id: str
    title: str


def all_labels(desk: Desk) -> tuple[Label, ...]:
    """Return the labels by title."""
    with desk.store.reading() as session:
        rows = session.scalars(select(LabelRow).order_by(LabelRow.title))
        return tuple(Label(row.id, row.title) for row in rows)


def add_label(desk: Desk, by: Unlocked, title: str) -> None:
    """Make a label. Raise `EmptyTextError`, `TextTooLongError` (over 40), `TitleTakenError`."""
    row = LabelRow(id=secrets.token_urlsafe(16), title=checked_title(title, LONGEST))
    try:
        with desk.store.writing() as session:
            session.add(row)
            append_audit(session, desk.pepper, desk.clock(), by.account_id, "label_made", row.id)
    except IntegrityError:
        raise TitleTakenError from None


def drop_label(desk: Desk, by: Unlocked, label_id: str) -> None:
    """Remove a label; cases that have it no longer show it."""
    with desk.store.writing() as session:
        session.execute(delete(LabelRow).where(LabelRow.id == label_id))
        append_audit(session, desk.pepper, desk.clock(), by.account_id, "label_dropped", label_id)


def checked_title(title: str, longest: int) -> str:
    """Return a title on one line; raise `EmptyTextError`, `TextTooLongError`."""
    plain = " ".join(title.split())
    if not plain:
        raise EmptyTextError
    if len(plain) > longest:
        raise TextTooLongError
    return plain
