"""New texts of articles that editors propose. They change nothing until someone takes the exported change over."""

from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desk.accounts.unlocking import Unlocked
from desk.audit import append_audit
from desk.clock import day_of
from desk.desk import Desk
from desk.errors import EmptyTextError, TextTooLongError
from desk.store.learning_tables import ProposalRow

LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """The whole new file of an article, and since when it waits."""

    article: str
    text: str = field(repr=False)
    on_day: date


def tidy_article(text: str) -> str:
    """Return the text with plain line ends and one at its end; raise `EmptyTextError`, `TextTooLongError`."""
    tidy = text.replace("\r\n", "\n").strip() + "\n"
    if tidy == "\n":
        raise EmptyTextError
    if len(tidy) > LONGEST:
        raise TextTooLongError
    return tidy


def propose(desk: Desk, editor: Unlocked, article: str, text: str) -> None:
    """Keep the new text of an article for the next export, in place of an earlier one. Raises as `tidy_article`."""
    tidy = tidy_article(text)
    with desk.store.writing() as session:
        session.merge(ProposalRow(article=article, text=tidy, on_day=day_of(desk.clock())))
        append_audit(session, desk.pepper, desk.clock(), editor.account_id, "article_proposed", article)


def withdraw(desk: Desk, editor: Unlocked, article: str) -> None:
    """Take a proposal back; does nothing when there is none."""
    with desk.store.writing() as session:
        session.execute(delete(ProposalRow).where(ProposalRow.article == article))
        append_audit(session, desk.pepper, desk.clock(), editor.account_id, "article_withdrawn", article)


def saved_proposals(session: Session) -> dict[str, Proposal]:
    """Return what waits for the next export, by article."""
    rows = session.scalars(select(ProposalRow).order_by(ProposalRow.article))
    return {row.article: Proposal(row.article, row.text, row.on_day) for row in rows}
