"""What actions call, made once per process."""

from dataclasses import dataclass
from functools import cache

from sqlalchemy import Engine

from actions.settings import ActionSettings
from knowledge.labels import read_labels
from knowledge.search.lexical import ArticleIndex
from knowledge.store.engine import make_engine
from knowledge.store.lookup import all_articles


@dataclass(frozen=True, slots=True)
class Services:
    """The knowledge base, its search index and the texts of buttons."""

    engine: Engine
    index: ArticleIndex
    labels: dict[str, str]


@cache
def services() -> Services:
    """Built at the first call (`python -m actions` makes it at start); the store must be loaded by then."""
    engine = make_engine(ActionSettings().knowledge_url)
    return Services(engine, ArticleIndex(all_articles(engine)), read_labels())
