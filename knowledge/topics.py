"""The topics that must have an article, and what each answer must say (`topics.yml`, fixed with the outside world)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from knowledge.articles import Article

TOPICS_FILE = Path(__file__).parent / "topics.yml"


@dataclass(frozen=True, slots=True)
class Topic:
    """One promised article, for `audience`; one of each group of alternatives in `say` must stand in the short text."""

    id: str
    title: str
    audience: tuple[str, ...]
    say: tuple[tuple[str, ...], ...]


def read_topics(path: Path = TOPICS_FILE) -> dict[str, Topic]:
    """All topics by id."""
    areas = yaml.safe_load(path.read_text(encoding="utf-8"))
    topics = (
        Topic(row["id"], row["title"], tuple(row["for"].split(",")), tuple(tuple(s.split("|")) for s in row["say"]))
        for rows in areas.values()
        for row in rows
    )
    return {topic.id: topic for topic in topics}


def broken_promises(topic: Topic, article: Article) -> Iterator[str]:
    """What the topic asks and the article does not keep."""
    if article.title != topic.title:
        yield f"title is not {topic.title!r}"
    for reader in topic.audience:
        if reader not in article.audience:
            yield f"not for {reader!r}"
    short = article.short.lower()
    for alternatives in topic.say:
        if not any(wanted.lower() in short for wanted in alternatives):
            yield f"'kort' does not say {' or '.join(map(repr, alternatives))}"
