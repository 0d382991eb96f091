"""Who of the desk has a key to a case, and who could get one."""

from dataclasses import dataclass, field

from sqlalchemy import select

from desk.accounts.unlocking import Unlocked
from desk.cases.casework import OpenCase
from desk.cases.readers import CaseKind, active_readers, is_excluded
from desk.desk import Desk
from desk.store.tables import AccountRow, WrapRow


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone of the desk as colleagues see them."""

    id: str
    name: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Circle:
    """Around one case: who has a key (the reader too), and who may be let in. Who is excluded is in neither."""

    readers: tuple[Colleague, ...]
    may_join: tuple[Colleague, ...]

    def others(self, reader: Unlocked) -> tuple[Colleague, ...]:
        """The readers but for oneself."""
        return tuple(one for one in self.readers if one.id != reader.account_id)


def circle_of(desk: Desk, case: OpenCase) -> Circle:
    """Return the people around an opened case."""
    with desk.store.reading() as session:
        every = active_readers(session, CaseKind(case.kind))
    readers = [one for one in every if one.id in case.readers]
    joinable = [one for one in every if one.id not in case.readers and not is_excluded(one, case.document.may_not_read)]
    return Circle(_named(readers), _named(joinable))


def names_of(desk: Desk) -> dict[str, str]:
    """Return the name of every account by its id, those switched off too."""
    with desk.store.reading() as session:
        return {found.id: found.name for found in session.execute(select(AccountRow.id, AccountRow.name))}


def has_key(desk: Desk, account_id: str, case_id: str) -> bool:
    """Return whether this account has a key to this case."""
    with desk.store.reading() as session:
        return session.get(WrapRow, (case_id, account_id)) is not None


def _named(rows: list[AccountRow]) -> tuple[Colleague, ...]:
    return tuple(Colleague(row.id, row.name) for row in sorted(rows, key=lambda row: row.name.casefold()))
