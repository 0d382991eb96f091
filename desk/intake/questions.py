"""Keeps a question that got no good answer for the desk's review queue: masked, sealed, only the day beside it.

Callers never hand in what someone said in distress, inside a form, or to a counsellor: that is theirs to decide
(see connectors/conversations), because only they see the conversation.
"""

from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from desk.clock import day_of
from desk.desk import Desk
from desk.errors import DeskError
from desk.intake.masking import mask
from desk.review.keys import public_review_key
from desk.review.question import Asked, Reason, sealed_question
from desk.store.tables import QuestionDayRow, QuestionRow

__all__ = ["MOST_KEPT", "DeskError", "Reason", "keep_question"]

MOST_KEPT = 500  # questions still to be settled; with more, one of the oldest day makes room


def keep_question(desk: Desk, text: str, answered_with: str | None, reason: Reason) -> bool:
    """Mask, seal and keep a question; return whether it was kept.

    `answered_with` is the id of the article that answered it, if any. While there is nobody who could ever read it,
    a question is only counted. Blocks: call it in a thread. The first call of a process loads the masker (about two
    seconds). Raise `NamesModelMissingError`, `TextTooLongError`, `DeskUnavailableError`; nothing was kept then.
    """
    today = day_of(desk.clock())
    with desk.store.reading() as session:
        public_key = public_review_key(session)
    row = None
    if public_key is not None and text.strip():
        masked = mask(text)
        asked = Asked(text=masked.text, removed=masked.kinds, answered_with=answered_with)
        row = sealed_question(asked, reason, today, public_key)
    with desk.store.writing() as session:
        _count(session, desk, today, reason)
        full = row is not None and _keep(session, row)
    if full:
        desk.store.wipe_soon()
    return row is not None


def _keep(session: Session, row: QuestionRow) -> bool:
    """Add a question; return whether others had to make room."""
    session.add(row)
    session.flush()
    waiting = QuestionRow.verdict.is_(None)
    newest = select(QuestionRow.id).where(waiting).order_by(QuestionRow.on_day.desc(), QuestionRow.id)
    too_many = list(session.scalars(newest.offset(MOST_KEPT)))
    session.execute(delete(QuestionRow).where(QuestionRow.id.in_(too_many)))
    return bool(too_many)


def _count(session: Session, desk: Desk, on: date, reason: Reason) -> None:
    insert = sqlite.insert if desk.store.is_sqlite else postgresql.insert
    counted = insert(QuestionDayRow).values(on_day=on, reason=reason, asked=1)
    one_more = {"asked": QuestionDayRow.asked + 1}
    session.execute(counted.on_conflict_do_update(index_elements=["on_day", "reason"], set_=one_more))
