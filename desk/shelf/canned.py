"""Canned answers: texts that the desk uses again and again, shared by all of it."""

import secrets
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from desk.accounts.unlocking import Unlocked
from desk.audit import append_audit
from desk.cases.messages import checked_text
from desk.desk import Desk
from desk.errors import TitleTakenError
from desk.shelf.labels import checked_title
from desk.store.work_tables import CannedAnswerRow

LONGEST_TITLE = 80


@dataclass(frozen=True, slots=True)
class CannedAnswer:
    """One text with its title."""

    id: str
    title: str
    text: str


def all_canned(desk: Desk) -> tuple[CannedAnswer, ...]:
    """Return the texts by title."""
    with desk.store.reading() as session:
        rows = session.scalars(select(CannedAnswerRow).order_by(CannedAnswerRow.title))
        return tuple(CannedAnswer(row.id, row.title, row.text) for row in rows)


def add_canned(desk: Desk, by: Unlocked, title: str, text: str) -> None:
    """Keep a text. Raise `EmptyTextError`, `TextTooLongError`, `TitleTakenError`."""
    row = CannedAnswerRow(id=secrets.token_urlsafe(16), title=checked_title(title, LONGEST_TITLE))
    row.text = checked_text(text)
    try:
        with desk.store.writing() as session:
            session.add(row)
            append_audit(session, desk.pepper, desk.clock(), by.account_id, "canned_answer_made", row.id)
    except IntegrityError:
        raise TitleTakenError from None


def drop_canned(desk: Desk, by: Unlocked, canned_id: str) -> None:
    """Remove a text."""
    with desk.store.writing() as session:
        session.execute(delete(CannedAnswerRow).where(CannedAnswerRow.id == canned_id))
        append_audit(session, desk.pepper, desk.clock(), by.account_id, "canned_answer_dropped", canned_id)
