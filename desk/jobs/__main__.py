"""`python -m desk.jobs retention` runs once and ends with status 1 on failure; `--every 600` goes on until stopped.

Jobs: `retention` (old cases, questions, drafts, submissions), `drafts` (only the last two), `live` (live chats:
closing time, silence, what is over; mail that somebody waits, and the daily letter), `mail` (only the letters),
`audit` (verifies the log).
"""

import argparse
import signal
import sys
import threading
from collections.abc import Callable

import structlog

from desk.desk import Desk, open_desk
from desk.errors import DeskError
from desk.jobs.audit_check import check_audit
from desk.jobs.drafts import delete_old_drafts
from desk.jobs.live import tend_live_chats
from desk.jobs.mail import send_mail
from desk.jobs.outcome import Outcome, report_outcome
from desk.jobs.questions import delete_old_questions
from desk.jobs.retention import delete_old_cases
from desk.settings import read_settings

Job = Callable[[Desk], Outcome]

JOBS: dict[str, tuple[Job, ...]] = {
    "retention": (delete_old_drafts, delete_old_questions, delete_old_cases),
    "drafts": (delete_old_drafts,),
    "live": (tend_live_chats, send_mail),
    "mail": (send_mail,),
    "audit": (check_audit,),
}
log = structlog.get_logger()


def run_jobs(desk: Desk, name: str) -> bool:
    """Run all parts of a job, each also when the one before failed; return whether all went well."""
    return all([report_outcome(desk, job(desk)) for job in JOBS[name]])


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and run; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m desk.jobs", description="Jobs of the desk.")
    parser.add_argument("job", choices=sorted(JOBS))
    parser.add_argument("--every", type=float, metavar="SECONDS", help="repeat until stopped")
    chosen = parser.parse_args(arguments)
    try:
        desk = open_desk(read_settings())
    except DeskError as error:
        log.critical("alarm", job=chosen.job, failures=[type(error).__name__])
        return 1
    if chosen.every is None:
        return 0 if run_jobs(desk, chosen.job) else 1
    return _repeat(desk, chosen.job, chosen.every)


def _repeat(desk: Desk, name: str, seconds: float) -> int:
    """Run until SIGTERM or SIGINT; a failure raises its alarm and the next turn tries again."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    succeeded = run_jobs(desk, name)
    while not stop.wait(seconds):
        succeeded = run_jobs(desk, name)
    return 0 if succeeded else 1


if __name__ == "__main__":
    sys.exit(main())
