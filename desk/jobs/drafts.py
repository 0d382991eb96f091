"""Deletes unfinished reports after 30 idle minutes, and receipts of submissions that can no longer be shown."""

from sqlalchemy import delete, func, select

from desk.desk import Desk
from desk.errors import DeletionFailedError, DeskError
from desk.intake.drafts import expiry_of_drafts
from desk.intake.submissions import forget_submissions
from desk.jobs.outcome import Outcome
from desk.store.tables import DraftRow

JOB = "drafts"


def delete_old_drafts(desk: Desk) -> Outcome:
    """Delete what is over and check that none is left."""
    over = DraftRow.touched_at <= expiry_of_drafts(desk)
    done = 0
    try:
        with desk.store.writing() as session:
            done = len(session.execute(delete(DraftRow).where(over).returning(DraftRow.id)).all())
            done += forget_submissions(session, desk)
        desk.store.wipe_soon()
        with desk.store.reading() as session:
            if session.scalar(select(func.count()).where(over)):
                raise DeletionFailedError("drafts")
    except DeskError as error:
        return Outcome(JOB, done, (type(error).__name__,))
    return Outcome(JOB, done)
