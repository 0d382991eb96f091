"""Mails the people of the desk."""

from desk.desk import Desk
from desk.errors import DeskError
from desk.jobs.outcome import Outcome
from desk.mail.notices import mail_daily, mail_who_waits
from desk.mail.settings import read_mail_settings

JOB = "mail"


def send_mail(desk: Desk) -> Outcome:
    """Run once; one letter that fails does not keep the other back. Errors are in the outcome by name."""
    settings, done, failures = read_mail_settings(), 0, []
    for letter in (mail_who_waits, mail_daily):
        try:
            done += letter(desk, settings)
        except DeskError as error:
            failures.append(type(error).__name__)
    return Outcome(JOB, done, tuple(failures))
