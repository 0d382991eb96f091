"""Verifies the audit log and writes its head to the log, where it can be compared after a restored backup."""

import structlog

from desk.audit import verify_audit
from desk.desk import Desk
from desk.errors import DeskError
from desk.jobs.outcome import Outcome

JOB = "audit"
log = structlog.get_logger()


def check_audit(desk: Desk) -> Outcome:
    """Walk the whole chain; `done` is its length."""
    try:
        with desk.store.reading() as session:
            head = verify_audit(session, desk.pepper)
    except DeskError as error:
        return Outcome(JOB, 0, (type(error).__name__,))
    log.info("audit_head", entries=head.sequence, digest=head.digest.hex())
    return Outcome(JOB, head.sequence)
