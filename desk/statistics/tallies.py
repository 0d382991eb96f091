"""Facts about reports, for counting: sealed one by one, so that not even who opens them can put a report together.

Written in the transaction that files the report. Plain counters would not do: with one report in the database they
would tell its ground to whoever copies it. See docs/decisions/0008-statistics.md.
"""

import secrets
from collections import Counter
from collections.abc import Iterator
from datetime import date

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.cases.document import Ground, Phase, ReportDocument
from desk.statistics.sectors import all_sectors, sector_of
from desk.store.statistics_tables import TallyBoxRow, TallyRow

FACT_BYTES = 48
UNKNOWN = "unknown"
# Seals an empty place: each report leaves as many rows as any other.
NOTHING = ""
Fact = tuple[str, str]


def period_of(on: date) -> str:
    """Return the half year of a day: `2026-1` or `2026-2`."""
    return f"{on.year}-{1 if on.month <= 6 else 2}"


def months_of(period: str) -> tuple[str, ...]:
    """Return the six months of a half year, `YYYY-MM`."""
    year, half = period.split("-")
    first = 1 if half == "1" else 7
    return tuple(f"{year}-{month:02}" for month in range(first, first + 6))


def note_report(session: Session, document: ReportDocument, on: date) -> None:
    """Seal what is counted of one report; does nothing while no analyst has made the box."""
    box = session.get(TallyBoxRow, 1)
    if box is None:
        return
    seal = SealedBox(PublicKey(box.public_key))
    for name, value in _facts(document, on):
        fact = f"{name}:{value}".encode().ljust(FACT_BYTES)
        session.add(TallyRow(id=secrets.token_bytes(16), period=period_of(on), sealed=seal.encrypt(fact)))


def dimensions(period: str) -> dict[str, tuple[str, ...]]:
    """Return what is counted of a report and the values each can have."""
    return {
        "month": months_of(period),
        "phase": (*Phase, UNKNOWN),
        "sector": all_sectors(),
        "ground": tuple(Ground),
    }


def open_facts(session: Session, period: str, key: PrivateKey) -> Counter[Fact]:
    """Count the facts of a half year, each value on its own. What does not open is not counted."""
    box = SealedBox(key)
    known = {(name, value) for name, values in dimensions(period).items() for value in values}
    found: Counter[Fact] = Counter()
    for sealed in session.scalars(select(TallyRow.sealed).where(TallyRow.period == period)):
        try:
            name, _, value = box.decrypt(sealed).decode().strip().partition(":")
        except (CryptoError, UnicodeDecodeError):
            continue
        if (name, value) in known:
            found[name, value] += 1
    return found


def _facts(document: ReportDocument, on: date) -> Iterator[Fact]:
    yield "month", f"{on:%Y-%m}"
    yield "phase", document.phase or UNKNOWN
    yield "sector", sector_of(document.sector)
    for ground in Ground:
        yield "ground", ground if ground in document.grounds else NOTHING
