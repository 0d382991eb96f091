"""Reading articles: Markdown files with front matter, one per topic (docs/writing-content.md)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import frontmatter
import yaml

from knowledge.errors import ArticleFormatError, UnknownPlaceholderError
from knowledge.numbers import HelpLine, fill_in, read_help_lines

CONTENT_DIR = Path(__file__).parent / "content"
ASPECTS = frozenset(
    {"wat", "doen", "meedoen", "plaats", "kosten", "doelgroep", "rechten", "problemen", "cijfers", "bedrijven", "hulp"}
)
AUDIENCES = frozenset({"student", "parent", "sme", "counsellor"})
STEP_ACTIONS = frozenset({"report", "follow", "message", "human"})
_SECTION = re.compile(r"^## (kort|meer)\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from; `as_of` is a year or year-month ("2023-02")."""

    title: str
    url: str | None
    as_of: str


@dataclass(frozen=True, slots=True)
class NextStep:
    """A button under an answer; exactly one of `article`, `action` and `url` is set."""

    title: str | None = None
    article: str | None = None
    action: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One answer. `short` is said first, `long` behind "Meer uitleg"; `facets` answer follow-ups by aspect."""

    id: str
    title: str
    audience: tuple[str, ...]
    subject: str
    aspect: str
    questions: tuple[str, ...]
    short: str
    long: str
    sources: tuple[Source, ...]
    review_by: date
    related: tuple[str, ...]
    next_steps: tuple[NextStep, ...]
    facets: dict[str, str] = field(default_factory=dict)

    @property
    def intent(self) -> str:
        return intent_of(self.id)


def intent_of(article_id: str) -> str:
    """The Rasa intent of an article: `stage/geen-stage` → `stage_geen_stage`."""
    return article_id.replace("/", "_").replace("-", "_")


def article_paths(content_dir: Path = CONTENT_DIR) -> list[Path]:
    """All article files, sorted."""
    return sorted(content_dir.glob("*/*.md"))


def read_articles(content_dir: Path = CONTENT_DIR) -> Iterator[Article]:
    """Every article below `content_dir`, help lines filled in.

    Raises:
        HelpLineFormatError: numbers.yml is not right.
        ArticleFormatError, UnknownPlaceholderError: as `read_article`.
    """
    lines = read_help_lines(content_dir / "numbers.yml")
    for path in article_paths(content_dir):
        yield read_article(path, lines)


def read_article(path: Path, lines: dict[str, HelpLine]) -> Article:
    """One article from its file; the message of an error names the file.

    Raises:
        ArticleFormatError: a field is missing or of the wrong kind.
        UnknownPlaceholderError: it names a help line that does not exist.
    """
    name = f"{path.parent.name}/{path.name}"
    try:
        document = frontmatter.loads(path.read_text(encoding="utf-8"))
        return _build(document.metadata, document.content, lines)
    except UnknownPlaceholderError as error:
        raise UnknownPlaceholderError(f"{name}: {error}") from error
    except yaml.YAMLError as error:
        raise ArticleFormatError(f"{name}: {' '.join(str(error).split())}") from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ArticleFormatError(f"{name}: {error!r}") from error


def _build(meta: dict[str, Any], body: str, lines: dict[str, HelpLine]) -> Article:
    sections = _sections(body)
    return Article(
        id=_text(meta, "id"),
        title=_text(meta, "title"),
        audience=_one_of(meta["audience"], AUDIENCES),
        subject=_text(meta, "subject"),
        aspect=_one_of([meta["aspect"]], ASPECTS)[0],
        questions=_texts(meta, "questions"),
        short=fill_in(sections["kort"], lines),
        long=fill_in(sections["meer"], lines),
        sources=tuple(_source(source) for source in meta["sources"]),
        review_by=date.fromisoformat(str(meta["review_by"])),
        related=_texts(meta, "related"),
        next_steps=tuple(_step(step) for step in meta["next_steps"]),
        facets={_one_of([key], ASPECTS)[0]: fill_in(text, lines) for key, text in (meta.get("facets") or {}).items()},
    )


def _text(raw: dict[str, Any], field_name: str) -> str:
    value = raw[field_name]
    if not isinstance(value, str) or not value:
        raise TypeError(f"{field_name}: {value!r} is not a text")
    return value


def _text_or_none(raw: dict[str, Any], field_name: str) -> str | None:
    return None if raw.get(field_name) is None else _text(raw, field_name)


def _texts(raw: dict[str, Any], field_name: str) -> tuple[str, ...]:
    values = raw[field_name] or []
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise TypeError(f"{field_name}: {values!r} is not a list of texts")
    return tuple(values)


def _source(raw: dict[str, Any]) -> Source:
    return Source(_text(raw, "title"), None if raw["url"] is None else _text(raw, "url"), str(raw["as_of"]))


def _sections(body: str) -> dict[str, str]:
    parts = _SECTION.split(body)
    if parts[0].strip() or parts[1::2] != ["kort", "meer"]:
        raise ValueError("the body must be '## kort' and '## meer', in that order")
    return {name: text.strip() for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def _one_of(values: list[str], allowed: frozenset[str]) -> tuple[str, ...]:
    unknown = [value for value in values if value not in allowed]
    if unknown or not values:
        raise ValueError(f"{unknown or 'nothing'} is not among {sorted(allowed)}")
    return tuple(values)


def _step(raw: dict[str, Any]) -> NextStep:
    step = NextStep(*(_text_or_none(raw, name) for name in ("title", "article", "action", "url")))
    if sum(target is not None for target in (step.article, step.action, step.url)) != 1:
        raise ValueError(f"next step {raw} needs exactly one of article, action, url")
    if step.action is not None:
        _one_of([step.action], STEP_ACTIONS)
    if step.url is not None and not step.title:
        raise ValueError(f"next step {raw} needs a title")
    return step
