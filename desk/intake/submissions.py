"""Sending twice files once. For ten minutes a repeated submission is answered with the same receipt.

That receipt is kept sealed with the submission id itself, which only the conversation has; afterwards only a keyed
hash of the id stays for a day, so that a late repetition is recognised but shows nothing.
"""

import secrets
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import blake2b

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from desk.clock import day_of, minute_of
from desk.desk import Desk
from desk.errors import AlreadyFiledError, WeakSubmissionIdError
from desk.store.tables import SubmissionRow
from desk.vault.sealing import seal, unseal

SHOWN_MINUTES = 10
# 128 bits or more in URL-safe base64.
SHORTEST_ID = 22
CONTEXT = "submission"


@dataclass(frozen=True, slots=True)
class Submission:
    """One act of sending. `digest` (32 bytes) may be stored, `key` (32 bytes) never is."""

    digest: bytes
    key: bytes = field(repr=False)


def new_submission_id() -> str:
    """Make a submission id for a report that has no draft: 256 random bits."""
    return secrets.token_urlsafe(32)


def submission_of(desk: Desk, submission_id: str) -> Submission:
    """Derive both halves; raise `WeakSubmissionIdError` for an id that could be guessed."""
    if len(submission_id) < SHORTEST_ID:
        raise WeakSubmissionIdError
    secret = submission_id.encode()
    key = blake2b(secret, digest_size=32, person=b"wijzer-submit").digest()
    return Submission(desk.pepper.mac("submission", secret), key)


def receipt_again(desk: Desk, submission: Submission) -> str | None:
    """Return the receipt of a submission filed before, `None` for a new one; raise `AlreadyFiledError`."""
    with desk.store.reading() as session:
        row = session.get(SubmissionRow, submission.digest)
    if row is None:
        return None
    if row.sealed is None or row.shown_until is None or row.shown_until <= minute_of(desk.clock()):
        raise AlreadyFiledError
    return unseal(submission.key, row.sealed, CONTEXT).decode()


def claim(session: Session, desk: Desk, submission: Submission, receipt: str) -> None:
    """Write the submission first of all; raise `IntegrityError` when a twin was faster."""
    now = desk.clock()
    row = SubmissionRow(digest=submission.digest, on_day=day_of(now), shown_until=minute_of(now) + SHOWN_MINUTES)
    row.sealed = seal(submission.key, receipt.encode(), CONTEXT)
    session.add(row)
    session.flush()


def hide_receipt(desk: Desk, submission: Submission) -> None:
    """Forget the sealed receipt at once: the reporter wrote it down."""
    with desk.store.writing() as session:
        this = update(SubmissionRow).where(SubmissionRow.digest == submission.digest)
        session.execute(this.values(sealed=None, shown_until=None))
    desk.store.wipe_soon()


def forget_submissions(session: Session, desk: Desk) -> int:
    """Hide receipts whose ten minutes are over, drop rows of before yesterday; return how many rows changed."""
    now = desk.clock()
    over = update(SubmissionRow).where(SubmissionRow.shown_until <= minute_of(now))
    hidden = session.execute(over.values(sealed=None, shown_until=None).returning(SubmissionRow.digest)).all()
    old = delete(SubmissionRow).where(SubmissionRow.on_day < day_of(now) - timedelta(days=1))
    dropped = session.execute(old.returning(SubmissionRow.digest)).all()
    return len(hidden) + len(dropped)
