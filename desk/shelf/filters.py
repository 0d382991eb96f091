"""Saved views of the cases, each person's own. Words that were searched for are never among them."""

import secrets
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import delete, select

from desk.accounts.unlocking import Unlocked
from desk.desk import Desk
from desk.errors import TextTooLongError
from desk.shelf.labels import checked_title
from desk.store.work_tables import SavedFilterRow

LONGEST_TITLE = 80
LONGEST_QUERY = 300
KEPT = ("kind", "status", "whose", "label", "unseen")


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """One view: its title, and the query of its address."""

    id: str
    title: str
    query: str


def own_filters(desk: Desk, reader: Unlocked) -> tuple[SavedFilter, ...]:
    """Return the views of this person by title."""
    chosen = select(SavedFilterRow).where(SavedFilterRow.account_id == reader.account_id)
    with desk.store.reading() as session:
        rows = session.scalars(chosen.order_by(SavedFilterRow.title, SavedFilterRow.id))
        return tuple(SavedFilter(row.id, row.title, row.query) for row in rows)


def save_filter(desk: Desk, reader: Unlocked, title: str, query: str) -> None:
    """Keep a view, without the words. Raise `EmptyTextError`, `TextTooLongError`."""
    kept = urlencode([(name, value) for name, value in parse_qsl(query) if name in KEPT])
    if len(kept) > LONGEST_QUERY:
        raise TextTooLongError
    row = SavedFilterRow(id=secrets.token_urlsafe(16), account_id=reader.account_id, query=kept)
    row.title = checked_title(title, LONGEST_TITLE)
    with desk.store.writing() as session:
        session.add(row)


def drop_filter(desk: Desk, reader: Unlocked, filter_id: str) -> None:
    """Forget a view of one's own; of somebody else's nothing happens."""
    with desk.store.writing() as session:
        own = SavedFilterRow.account_id == reader.account_id
        session.execute(delete(SavedFilterRow).where(SavedFilterRow.id == filter_id, own))
