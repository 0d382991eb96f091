"""Sending a letter by SMTP: one mail per person, so that nobody sees the address of another."""

import smtplib
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage

from desk.errors import MailFailedError
from desk.mail.settings import MailSettings
from desk.mail.texts import Letter

SECONDS = 20.0


def send(settings: MailSettings, letter: Letter, addresses: Iterable[str]) -> int:
    """Send to each address; return how many the server took. Raise `MailFailedError` when it took none."""
    sent, failed = 0, 0
    try:
        with _connection(settings) as server:
            for address in addresses:
                sent, failed = _one(server, _mail(settings, letter, address), sent, failed)
    except (OSError, smtplib.SMTPException):
        # The cause is left out on purpose: it may name an address.
        raise MailFailedError from None
    if failed and not sent:
        raise MailFailedError
    return sent


def _one(server: smtplib.SMTP, mail: EmailMessage, sent: int, failed: int) -> tuple[int, int]:
    """Send one; a single address that is refused does not keep the others waiting."""
    try:
        server.send_message(mail)
    except smtplib.SMTPRecipientsRefused:
        return sent, failed + 1
    return sent + 1, failed


def _mail(settings: MailSettings, letter: Letter, address: str) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = letter.subject, settings.smtp_from, address
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.text)
    return mail


@contextmanager
def _connection(settings: MailSettings) -> Iterator[smtplib.SMTP]:
    host, port = settings.smtp_host or "", settings.smtp_port
    secure = ssl.create_default_context()
    tls = settings.smtp_security == "tls"
    opened = (
        smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=secure)
        if tls
        else smtplib.SMTP(host, port, timeout=SECONDS)
    )
    with opened as server:
        if settings.smtp_security == "starttls":
            server.starttls(context=secure)
        if settings.smtp_user and settings.smtp_password:
            server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
        yield server
