"""The articles as the desk sees them: files read by path, since this room imports no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import frontmatter
import yaml

from desk.errors import ArticlesUnreadableError, UnknownTopicError

ARTICLE = re.compile(r"[a-z0-9-]{1,50}/[a-z0-9-]{1,60}")


@dataclass(frozen=True, slots=True)
class ArticleSource:
    """Where a fact comes from, and of when it is."""

    title: str
    url: str | None
    as_of: str


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """One article: what an editor wants to know, and the whole file."""

    id: str
    title: str
    review_by: date
    sources: tuple[ArticleSource, ...]
    text: str = field(repr=False)
    body: str = field(repr=False)


def list_articles(folder: Path) -> tuple[ArticleFile, ...]:
    """Return every article, the one that is to be looked at first first. Raise `ArticlesUnreadableError`."""
    return tuple(sorted(_all(folder), key=lambda one: (one.review_by, one.id)))


def read_article(folder: Path, article_id: str) -> ArticleFile:
    """Return one article. Raise `UnknownTopicError`, `ArticlesUnreadableError`."""
    path = folder / f"{article_id}.md"
    if not ARTICLE.fullmatch(article_id) or not path.is_file():
        raise UnknownTopicError
    return _read(folder, path)


def split_article(text: str) -> tuple[dict[str, Any], str]:
    """Return front matter and body; raise `ArticlesUnreadableError` when it has none that can be read."""
    try:
        document = frontmatter.loads(text)
    except yaml.YAMLError as error:
        raise ArticlesUnreadableError from error
    return document.metadata, document.content


def _all(folder: Path) -> Iterator[ArticleFile]:
    for path in folder.glob("*/*.md"):
        yield _read(folder, path)


def _read(folder: Path, path: Path) -> ArticleFile:
    try:
        text = path.read_text(encoding="utf-8")
        meta, body = split_article(text)
        sources = tuple(ArticleSource(str(s["title"]), s["url"], str(s["as_of"])) for s in meta["sources"])
        review_by = date.fromisoformat(str(meta["review_by"]))
        return ArticleFile(
            path.relative_to(folder).with_suffix("").as_posix(), meta["title"], review_by, sources, text, body
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ArticlesUnreadableError from error
