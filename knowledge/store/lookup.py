"""From an article id, an intent or a subject to the article."""

from collections.abc import Iterable

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from knowledge.articles import Article, NextStep, Source
from knowledge.errors import UnknownArticleError
from knowledge.store.tables import ArticleRow


class Shelf:
    """All articles at hand in memory: some hundred and thirty, read once, so that an answer needs no query.

    The store is filled at start and not changed while it is read (knowledge.store.load).
    """

    def __init__(self, articles: Iterable[Article]) -> None:
        self._by_id = {article.id: article for article in articles}
        self._by_intent = {article.intent: article for article in self._by_id.values()}

    def by_id(self, article_id: str) -> Article:
        """The article `<area>/<name>`.

        Raises:
            UnknownArticleError: there is none.
        """
        return _found(self._by_id.get(article_id), article_id)

    def by_intent(self, intent: str) -> Article:
        """The article that answers an intent (`stage_geen_stage` → `stage/geen-stage`).

        Raises:
            UnknownArticleError: there is none.
        """
        return _found(self._by_intent.get(intent), intent)

    def neighbour(self, article: Article, aspect: str) -> Article | None:
        """Another article on the same subject that answers `aspect`, or None."""
        near = (
            other
            for other in self._by_id.values()
            if other.subject == article.subject and other.aspect == aspect and other.id != article.id
        )
        return min(near, key=lambda other: other.id, default=None)


def all_articles(engine: Engine) -> list[Article]:
    """Every article, by id."""
    with Session(engine) as session:
        rows = session.scalars(select(ArticleRow).order_by(ArticleRow.id)).unique()
        return [_article(row) for row in rows]


def _found(article: Article | None, wanted: str) -> Article:
    if article is None:
        raise UnknownArticleError(wanted)
    return article


def _article(row: ArticleRow) -> Article:
    document = row.document
    return Article(
        id=row.id,
        title=row.title,
        audience=tuple(document["audience"]),
        subject=row.subject,
        aspect=row.aspect,
        questions=tuple(document["questions"]),
        short=row.short,
        long=row.long,
        sources=tuple(Source(s.title, s.url, s.as_of) for s in row.sources),
        review_by=row.review_by,
        related=tuple(document["related"]),
        next_steps=tuple(NextStep(**step) for step in document["next_steps"]),
        facets=document["facets"],
    )
