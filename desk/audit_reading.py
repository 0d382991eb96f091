"""Reading the audit log: newest first, a page at a time. It holds no content, so who may not read cases may read it."""

from dataclasses import dataclass

from sqlalchemy import select

from desk.accounts.unlocking import Unlocked
from desk.audit import AuditHead, append_audit, verify_audit
from desk.desk import Desk
from desk.store.tables import AuditRow

PAGE = 100


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who (account id, "reporter" or "system") did what with which thing, and when (a day for who is no account)."""

    sequence: int
    at: str
    actor: str
    action: str
    subject: str | None


def read_audit(desk: Desk, *, before: int | None = None, actor: str = "", subject: str = "") -> tuple[AuditEntry, ...]:
    """Return up to a hundred entries, newest first; `before` is the number of the last one on the page before."""
    chosen = select(AuditRow).order_by(AuditRow.sequence.desc()).limit(PAGE)
    if before is not None:
        chosen = chosen.where(AuditRow.sequence < before)
    if actor:
        chosen = chosen.where(AuditRow.actor == actor)
    if subject:
        chosen = chosen.where(AuditRow.subject.startswith(subject, autoescape=True))
    with desk.store.reading() as session:
        return tuple(
            AuditEntry(row.sequence, row.at, row.actor, row.action, row.subject) for row in session.scalars(chosen)
        )


def check_chain(desk: Desk, by: Unlocked) -> AuditHead:
    """Walk the whole log and write down that it was done; raise `AuditBrokenError`."""
    with desk.store.reading() as session:
        head = verify_audit(session, desk.pepper)
    with desk.store.writing() as session:
        append_audit(session, desk.pepper, desk.clock(), by.account_id, "audit_checked", None)
    return head
