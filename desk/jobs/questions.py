"""Deletes questions of the review queue, settled or not, when they are as old as a case may become."""

from datetime import timedelta

from sqlalchemy import delete, func, select

from desk.clock import day_of
from desk.desk import Desk
from desk.errors import DeletionFailedError, DeskError
from desk.jobs.outcome import Outcome
from desk.store.tables import QuestionDayRow, QuestionRow

JOB = "questions"


def delete_old_questions(desk: Desk) -> Outcome:
    """Delete what is due, with the counts of those days, and check that none is left."""
    last_day = day_of(desk.clock()) - timedelta(days=desk.retention_days)
    due = QuestionRow.on_day <= last_day
    done = 0
    try:
        with desk.store.writing() as session:
            done = len(session.execute(delete(QuestionRow).where(due).returning(QuestionRow.id)).all())
            session.execute(delete(QuestionDayRow).where(QuestionDayRow.on_day <= last_day))
        desk.store.wipe_soon()
        with desk.store.reading() as session:
            if session.scalar(select(func.count()).where(due)):
                raise DeletionFailedError("questions")
    except DeskError as error:
        return Outcome(JOB, done, (type(error).__name__,))
    return Outcome(JOB, done)
