"""The review queue for people of the desk: read it, settle a question, take settled ones out to learn from.

Reading needs the review key, which a colleague's visit to the queue or a chosen password gives (see `keys.py`).
Every reading and settling is in the audit log, without content.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

import structlog
from nacl.public import PrivateKey
from sqlalchemy import Select, delete, func, select
from sqlalchemy.orm import Session

from desk.accounts.unlocking import Unlocked
from desk.audit import append_audit
from desk.desk import Desk
from desk.errors import (
    InvalidVerdictError,
    NoReviewKeyError,
    NotAReviewerError,
    QuestionGoneError,
    TamperedError,
    WrongKeyError,
)
from desk.review.keys import REVIEWERS, share_review_key
from desk.review.question import Reason, ReviewQuestion, Verdict, opened_question
from desk.store.tables import AccountRow, QuestionDayRow, QuestionRow, ReviewWrapRow
from desk.vault.sealing import key_id, unwrap_key

TOPIC = re.compile(r"[a-z0-9][a-z0-9_/.-]{0,118}")
log = structlog.get_logger()


def list_questions(desk: Desk, reader: Unlocked) -> tuple[ReviewQuestion, ...]:
    """Return the questions still to be settled, oldest day first; colleagues who lack the key get it on the way.

    Raise `NotAReviewerError`, `NoReviewKeyError` (a colleague must open the queue first), `WrongKeyError` (the key
    was replaced: log in again), `DeskUnavailableError`. A row that does not open is left out and noted in the log.
    """
    return _read(desk, reader, select(QuestionRow).where(QuestionRow.verdict.is_(None)), "questions_read")


def settled_questions(desk: Desk, reader: Unlocked) -> tuple[ReviewQuestion, ...]:
    """Return the questions with a verdict, to learn from; raises as `list_questions` does."""
    return _read(desk, reader, select(QuestionRow).where(QuestionRow.verdict.is_not(None)), "questions_taken")


def open_question(desk: Desk, reader: Unlocked, question_id: str) -> ReviewQuestion:
    """Return one question; raises as `list_questions` does, and `QuestionGoneError`, `TamperedError`."""
    with _review(desk, reader, "question_read", question_id) as (session, private):
        return opened_question(_row(session, question_id), private)


def settle_question(desk: Desk, reader: Unlocked, question_id: str, verdict: Verdict, topic: str | None = None) -> None:
    """Give a verdict; a later one replaces it. `topic`, an article's id, comes with `Verdict.TOPIC` and with no other.

    A dismissed question is deleted at once. Raises as `list_questions` does, and `QuestionGoneError`,
    `InvalidVerdictError`.
    """
    if (verdict is Verdict.TOPIC) != (topic is not None) or (topic is not None and not TOPIC.fullmatch(topic)):
        raise InvalidVerdictError
    with _review(desk, reader, f"question_{verdict}", question_id) as (session, _):
        row = _row(session, question_id)
        if verdict is Verdict.DISMISSED:
            session.delete(row)
        else:
            row.verdict, row.topic = verdict, topic
    if verdict is Verdict.DISMISSED:
        desk.store.wipe_soon()


def forget_questions(desk: Desk, reader: Unlocked, question_ids: Sequence[str]) -> int:
    """Delete questions that were taken over as training sentences; return how many there were."""
    with _review(desk, reader, "questions_forgotten", None) as (session, _):
        chosen = delete(QuestionRow).where(QuestionRow.id.in_(question_ids)).returning(QuestionRow.id)
        gone = len(session.execute(chosen).all())
    desk.store.wipe_soon()
    return gone


def count_open(desk: Desk) -> int:
    """Return how many questions wait; needs no key."""
    with desk.store.reading() as session:
        return session.scalar(select(func.count()).where(QuestionRow.verdict.is_(None))) or 0


@dataclass(frozen=True, slots=True)
class WaitingQuestion:
    """What stands outside the seal of a question that waits."""

    id: str
    on_day: date
    reason: Reason


def waiting_questions(desk: Desk, most: int) -> tuple[WaitingQuestion, ...]:
    """Return the oldest questions that wait, without what was asked; needs no key."""
    chosen = select(QuestionRow).where(QuestionRow.verdict.is_(None)).order_by(QuestionRow.on_day, QuestionRow.id)
    with desk.store.reading() as session:
        rows = session.scalars(chosen.limit(most))
        return tuple(WaitingQuestion(row.id, row.on_day, Reason(row.reason)) for row in rows)


def questions_per_day(desk: Desk) -> dict[tuple[date, Reason], int]:
    """Return how many questions came in per day and reason, kept or not; needs no key."""
    with desk.store.reading() as session:
        rows = session.scalars(select(QuestionDayRow).order_by(QuestionDayRow.on_day))
        return {(row.on_day, Reason(row.reason)): row.asked for row in rows}


def _read(desk: Desk, reader: Unlocked, chosen: Select[QuestionRow], action: str) -> tuple[ReviewQuestion, ...]:
    with _review(desk, reader, action, None) as (session, private):
        share_review_key(session, private)
        rows = session.scalars(chosen.order_by(QuestionRow.on_day, QuestionRow.id)).all()
        return tuple(question for row in rows if (question := _opened(row, private)) is not None)


def _opened(row: QuestionRow, private: PrivateKey) -> ReviewQuestion | None:
    try:
        return opened_question(row, private)
    except (WrongKeyError, TamperedError) as error:
        log.error("question_does_not_open", error=type(error).__name__)
        return None


@contextmanager
def _review(desk: Desk, reader: Unlocked, action: str, question_id: str | None) -> Iterator[tuple[Session, PrivateKey]]:
    """A transaction and the review key in it, for what `action` names; logged last, as in `desk.cases.access`."""
    with desk.store.writing() as session:
        private = _review_key(session, reader)
        yield session, private
        append_audit(session, desk.pepper, desk.clock(), reader.account_id, action, question_id)


def _review_key(session: Session, reader: Unlocked) -> PrivateKey:
    account = session.get(AccountRow, reader.account_id)
    if account is None or not account.active or account.role not in REVIEWERS:
        raise NotAReviewerError
    wrap = session.get(ReviewWrapRow, reader.account_id)
    if wrap is None:
        raise NoReviewKeyError
    if wrap.key_id != key_id(bytes(reader.private.public_key)):
        raise WrongKeyError
    return PrivateKey(unwrap_key(wrap.wrapped_key, reader.private))


def _row(session: Session, question_id: str) -> QuestionRow:
    row = session.get(QuestionRow, question_id, with_for_update=True)
    if row is None:
        raise QuestionGoneError
    return row
