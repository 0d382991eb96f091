"""The audit log: who did what to which case, without content. Appended only, each entry chained to the one before.

The chain is keyed with the pepper, so whoever changes rows in the database cannot make it fit again. A whole
database put back to an older state is not noticed here: compare the head with the one in the job's log.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.clock import day_of, stamp_of
from desk.errors import AuditBrokenError
from desk.store.tables import AuditHeadRow, AuditRow
from desk.vault.pepper import Pepper

# What is not an account: these leave a day, never a time.
REPORTER = "reporter"
SYSTEM = "system"
START = bytes(32)


@dataclass(frozen=True, slots=True)
class AuditHead:
    """How many entries there are and the digest of the last one (32 bytes)."""

    sequence: int
    digest: bytes


def prepare_audit(session: Session, pepper: Pepper) -> None:
    """Begin an empty log."""
    session.add(AuditHeadRow(id=1, sequence=0, digest=START, seal=_seal(pepper, 0, START)))


def append_audit(session: Session, pepper: Pepper, now: datetime, actor: str, action: str, subject: str | None) -> None:
    """Add one entry in the caller's transaction: what is not logged does not happen either."""
    head = session.scalars(select(AuditHeadRow).with_for_update()).one()
    at = day_of(now).isoformat() if actor in {REPORTER, SYSTEM} else stamp_of(now)
    row = AuditRow(sequence=head.sequence + 1, at=at, actor=actor, action=action, subject=subject)
    row.digest = _digest(pepper, head.digest, row)
    head.sequence, head.digest = row.sequence, row.digest
    head.seal = _seal(pepper, row.sequence, row.digest)
    session.add(row)


def verify_audit(session: Session, pepper: Pepper) -> AuditHead:
    """Walk the whole chain; raise `AuditBrokenError` with the first entry that is not as it was."""
    sequence, digest = 0, START
    for row in session.scalars(select(AuditRow).order_by(AuditRow.sequence)):
        sequence += 1
        digest = _digest(pepper, digest, row)
        if row.sequence != sequence or row.digest != digest:
            raise AuditBrokenError(sequence)
    head = session.get(AuditHeadRow, 1)
    whole = head is not None and (head.sequence, head.digest) == (sequence, digest)
    if head is None or not whole or head.seal != _seal(pepper, sequence, digest):
        raise AuditBrokenError(sequence + 1)
    return AuditHead(sequence, digest)


def _digest(pepper: Pepper, previous: bytes, row: AuditRow) -> bytes:
    fields = json.dumps([previous.hex(), row.sequence, row.at, row.actor, row.action, row.subject])
    return pepper.mac("audit", fields.encode())


def _seal(pepper: Pepper, sequence: int, digest: bytes) -> bytes:
    return pepper.mac("audit-head", f"{sequence}:{digest.hex()}".encode())
