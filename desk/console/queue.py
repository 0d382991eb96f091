"""What a queue of the inbox is. The queues there are stand in `desk/console/queues.py`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked
from desk.desk import Desk


@dataclass(frozen=True, slots=True)
class QueueItem:
    """One thing that waits, without its content: a link, a Dutch title, what marks it, since when, whose it is."""

    href: str
    title: str
    since: date | None = None
    marks: tuple[str, ...] = ()
    assignee: str | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue: its code in addresses, its Dutch title, who sees it, how many wait, and what waits.

    `items` may give the first few only; all of them then stand on the page at `all_at`.
    """

    code: str
    title: str
    roles: frozenset[Role]
    count: Callable[[Desk, Unlocked], int]
    items: Callable[[Desk, Unlocked], Sequence[QueueItem]]
    nothing: str = "Hier wacht niets."
    all_at: str = ""
