"""What actions call, made once per process."""

from dataclasses import dataclass
from functools import cache

from actions.settings import ActionSettings
from knowledge.labels import read_labels
from knowledge.languages import Translation, read_translations
from knowledge.search.lexical import ArticleIndex
from knowledge.store.engine import make_engine
from knowledge.store.lookup import Shelf, all_articles


@dataclass(frozen=True, slots=True)
class Services:
    """The articles, their search index, the texts of buttons, and what to say in other languages."""

    shelf: Shelf
    index: ArticleIndex
    labels: dict[str, str]
    translations: dict[str, Translation]


@cache
def services() -> Services:
    """Built at the first call (`python -m actions` makes it at start); the store must be loaded by then."""
    articles = all_articles(make_engine(ActionSettings().knowledge_url))
    return Services(Shelf(articles), ArticleIndex(articles), read_labels(), read_translations())
