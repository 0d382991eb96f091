"""When somebody is mailed: at once when a live chat waits, and once a day at a fixed hour whatever there is."""

from collections.abc import Iterable

from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError

from desk.accounts.roles import Role
from desk.clock import AMSTERDAM
from desk.desk import Desk
from desk.errors import MailFailedError
from desk.live.machine import Owner
from desk.mail.sending import send
from desk.mail.settings import MailSettings
from desk.mail.texts import DAILY, WAITING
from desk.store.live_tables import LiveRow, LiveWrapRow, MailedDayRow
from desk.store.tables import AccountRow

DAILY_READERS = frozenset({Role.COUNSELLOR, Role.COORDINATOR})


def mail_who_waits(desk: Desk, settings: MailSettings) -> int:
    """Tell whoever has a key that somebody waits, once per time of waiting; return how many mails went out.

    Raise `MailFailedError`; then the next run tries again.
    """
    if settings.smtp_host is None:
        return 0
    with desk.store.writing() as session:
        waits = LiveRow.owner == Owner.WAITING
        chosen = update(LiveRow).where(waits, ~LiveRow.alerted).values(alerted=True).returning(LiveRow.id)
        waiting = list(session.scalars(chosen))
        keys = select(LiveWrapRow.account_id).where(LiveWrapRow.live_id.in_(waiting))
        who = select(AccountRow.email).where(AccountRow.id.in_(keys), AccountRow.active)
        addresses = sorted(set(session.scalars(who)))
    try:
        return send(settings, WAITING, addresses) if waiting else 0
    except MailFailedError:
        _not_told(desk, waiting)
        raise


def mail_daily(desk: Desk, settings: MailSettings) -> int:
    """Send everyone the same letter at or after the hour, once a day. Raise `MailFailedError`; tried again then."""
    now = desk.clock().astimezone(AMSTERDAM)
    if settings.smtp_host is None or now.hour < settings.smtp_digest_hour:
        return 0
    try:
        with desk.store.writing() as session:
            session.execute(delete(MailedDayRow).where(MailedDayRow.day < now.date()))
            session.add(MailedDayRow(day=now.date()))
            who = select(AccountRow.email).where(AccountRow.active, AccountRow.role.in_(DAILY_READERS))
            addresses = sorted(session.scalars(who))
            session.flush()
    except IntegrityError:
        return 0
    try:
        return send(settings, DAILY, addresses)
    except MailFailedError:
        with desk.store.writing() as session:
            session.execute(delete(MailedDayRow))
        raise


def _not_told(desk: Desk, live_ids: Iterable[str]) -> None:
    with desk.store.writing() as session:
        session.execute(update(LiveRow).where(LiveRow.id.in_(list(live_ids))).values(alerted=False))
