"""Takes the steps of live chats that are due, and deletes what is over."""

from desk.desk import Desk
from desk.errors import DeskError
from desk.jobs.outcome import Outcome
from desk.live.tending import tend

JOB = "live"


def tend_live_chats(desk: Desk) -> Outcome:
    """Run once; the error is in the outcome by name."""
    try:
        return Outcome(JOB, tend(desk))
    except DeskError as error:
        return Outcome(JOB, 0, (type(error).__name__,))
