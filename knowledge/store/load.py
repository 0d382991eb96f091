"""Put the articles from the Markdown files into the database; doing it again changes nothing."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, datetime

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from knowledge.articles import Article
from knowledge.store.engine import wait_for_turn
from knowledge.store.tables import ArticleRow, RevisionRow, SourceRow


def load(engine: Engine, articles: Iterable[Article]) -> int:
    """Write new and changed articles, remove vanished ones; returns how many changed.

    Processes that start together take turns. Every change appends a revision; a removed article's revision has no
    fingerprint.
    """
    wanted = {article.id: article for article in articles}
    with Session(engine) as session, session.begin():
        wait_for_turn(session.connection())
        stored = {row.id: row for row in session.scalars(select(ArticleRow)).unique()}
        changed = [a for a in wanted.values() if _differs(a, stored.get(a.id))]
        for article in changed:
            if article.id in stored:
                session.delete(stored[article.id])
        gone = [row for row in stored.values() if row.id not in wanted]
        for row in gone:
            session.delete(row)
        session.flush()
        session.add_all(_row(article) for article in changed)
        session.add_all(_revision(a.id, fingerprint(a)) for a in changed)
        session.add_all(_revision(row.id, None) for row in gone)
    return len(changed) + len(gone)


def fingerprint(article: Article) -> str:
    """A digest that changes with any word of the article."""
    return hashlib.sha256(repr(article).encode()).hexdigest()


def _differs(article: Article, row: ArticleRow | None) -> bool:
    return row is None or row.fingerprint != fingerprint(article)


def _revision(article_id: str, digest: str | None) -> RevisionRow:
    return RevisionRow(article_id=article_id, fingerprint=digest, live_from=datetime.now(UTC))


def _row(article: Article) -> ArticleRow:
    return ArticleRow(
        id=article.id,
        intent=article.intent,
        title=article.title,
        subject=article.subject,
        aspect=article.aspect,
        short=article.short,
        long=article.long,
        review_by=article.review_by,
        fingerprint=fingerprint(article),
        document={
            "audience": article.audience,
            "questions": article.questions,
            "related": article.related,
            "facets": article.facets,
            "next_steps": [asdict(step) for step in article.next_steps],
        },
        sources=[
            SourceRow(position=position, title=source.title, url=source.url, as_of=source.as_of)
            for position, source in enumerate(article.sources)
        ],
    )
