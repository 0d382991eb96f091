"""How a job ends: recorded in the database for the console, in the log for whoever watches, as exit status."""

from dataclasses import dataclass

import structlog
from sqlalchemy.exc import IntegrityError

from desk.clock import stamp_of
from desk.desk import Desk
from desk.errors import DeskUnavailableError
from desk.store.tables import JobRunRow

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Outcome:
    """Name of the job, how much it deleted or checked, and the names of the errors it met."""

    job: str
    done: int
    failures: tuple[str, ...] = ()

    @property
    def succeeded(self) -> bool:
        """Whether nothing went wrong."""
        return not self.failures


def report_outcome(desk: Desk, outcome: Outcome) -> bool:
    """Log it, an alarm when it failed, and record it; return whether all went well."""
    if outcome.succeeded:
        log.info("job_done", job=outcome.job, done=outcome.done)
    else:
        log.critical("alarm", job=outcome.job, done=outcome.done, failures=list(outcome.failures))
    try:
        with desk.store.writing() as session:
            row = session.get(JobRunRow, outcome.job) or JobRunRow(job=outcome.job)
            row.at, row.succeeded, row.done = stamp_of(desk.clock()), outcome.succeeded, outcome.done
            row.succeeded_at = row.at if outcome.succeeded else row.succeeded_at
            session.add(row)
    except (DeskUnavailableError, IntegrityError):
        log.critical("alarm", job=outcome.job, failures=["NotRecorded"])
        return False
    return outcome.succeeded
