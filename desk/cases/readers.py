"""Who gets a key to a new case, and who never does."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.accounts.roles import Role
from desk.cases.document import CaseDocument, Exclusions, MessageDocument, ReportDocument
from desk.errors import NoReaderError, NoReaderLeftError
from desk.store.tables import AccountRow


class CaseKind(StrEnum):
    """What a case is about; each kind has its own readers."""

    REPORT = "report"
    MESSAGE = "message"
    SME_MESSAGE = "sme_message"


READS: dict[CaseKind, frozenset[Role]] = {
    CaseKind.REPORT: frozenset({Role.COUNSELLOR}),
    # Left by students and parents.
    CaseKind.MESSAGE: frozenset({Role.COUNSELLOR}),
    # Left by companies.
    CaseKind.SME_MESSAGE: frozenset({Role.COORDINATOR}),
}

DOCUMENTS: dict[CaseKind, type[CaseDocument]] = {
    CaseKind.REPORT: ReportDocument,
    CaseKind.MESSAGE: MessageDocument,
    CaseKind.SME_MESSAGE: MessageDocument,
}


@dataclass(frozen=True, slots=True)
class PossibleReader:
    """A reader as a reporter may see one, to say who may not read the report."""

    id: str
    name: str
    organisation: str | None
    is_school: bool


def active_readers(session: Session, kind: CaseKind, *, hold: bool = False) -> list[AccountRow]:
    """Return the accounts that read this kind; `hold` keeps their keys as they are until the transaction ends."""
    chosen = select(AccountRow).where(AccountRow.active, AccountRow.role.in_(READS[kind])).order_by(AccountRow.id)
    return list(session.scalars(chosen.with_for_update(read=True) if hold else chosen))


def permitted_readers(
    session: Session, kind: CaseKind, exclusions: Exclusions, *, hold: bool = False
) -> list[AccountRow]:
    """Return who may read a new case; raise `NoReaderError`, or `NoReaderLeftError` when all are excluded."""
    everyone = active_readers(session, kind, hold=hold)
    if not everyone:
        raise NoReaderError
    permitted = [account for account in everyone if not is_excluded(account, exclusions)]
    if not permitted:
        raise NoReaderLeftError
    return permitted


def is_excluded(account: AccountRow, exclusions: Exclusions) -> bool:
    """Return whether the reporter does not want this account to read.

    "My own school" without saying which shuts out everyone who works for a school: better one reader less than
    one too many. Who does say which is given in `organisations`, with `own_school` left false.
    """
    if account.id in exclusions.readers or (exclusions.own_school and account.is_school):
        return True
    if account.organisation is None:
        return False
    own = plain_name(account.organisation)
    return any(own == plain_name(named) for named in exclusions.organisations)


def named_readers(everyone: Iterable[PossibleReader], text: str) -> list[PossibleReader]:
    """Return readers whose name or organisation shares a word of four letters or more with the text."""
    said = _telling_words(text)
    return [one for one in everyone if said & _telling_words(f"{one.name} {one.organisation or ''}")]


def plain_name(name: str) -> str:
    """Return a name without capitals, accents, signs and double spaces, to compare with."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return re.sub(r"[\W_]+", " ", "".join(sign for sign in letters if not unicodedata.combining(sign))).strip()


def _telling_words(text: str) -> set[str]:
    return {word for word in plain_name(text).split() if len(word) >= 4}
