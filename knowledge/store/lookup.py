"""From an article id, an intent or a subject to the article."""

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from knowledge.articles import Article, NextStep, Source
from knowledge.errors import UnknownArticleError
from knowledge.store.tables import ArticleRow


def article_by_id(engine: Engine, article_id: str) -> Article:
    """The article `<area>/<name>`.

    Raises:
        UnknownArticleError: there is none.
    """
    with Session(engine) as session:
        row = session.get(ArticleRow, article_id)
        return _article(row, article_id)


def article_by_intent(engine: Engine, intent: str) -> Article:
    """The article that answers an intent (`stage_geen_stage` → `stage/geen-stage`).

    Raises:
        UnknownArticleError: there is none.
    """
    with Session(engine) as session:
        row = session.scalar(select(ArticleRow).where(ArticleRow.intent == intent))
        return _article(row, intent)


def neighbour(engine: Engine, article: Article, aspect: str) -> Article | None:
    """Another article on the same subject that answers `aspect`, or None."""
    query = select(ArticleRow).where(
        ArticleRow.subject == article.subject,
        ArticleRow.aspect == aspect,
        ArticleRow.id != article.id,
    )
    with Session(engine) as session:
        row = session.scalar(query.order_by(ArticleRow.id).limit(1))
        return _article(row, article.id) if row else None


def all_articles(engine: Engine) -> list[Article]:
    """Every article, by id."""
    with Session(engine) as session:
        rows = session.scalars(select(ArticleRow).order_by(ArticleRow.id))
        return [_article(row, row.id) for row in rows]


def _article(row: ArticleRow | None, wanted: str) -> Article:
    if row is None:
        raise UnknownArticleError(wanted)
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
