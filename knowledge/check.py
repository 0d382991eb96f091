"""The content checker behind `make check-content`: reads every article and says what is not right.

Readability is Flesch–Douma (textstat, Dutch): 100 is very easy. The bar stands where honest texts about mbo,
with words such as "praktijkovereenkomst", still pass; see docs/decisions/0005-content.md.
"""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import textstat
from phonenumbers import Leniency, PhoneNumberMatcher

from knowledge.articles import CONTENT_DIR, Article, article_paths, read_article
from knowledge.errors import KnowledgeError
from knowledge.numbers import HelpLine, read_help_lines
from knowledge.sentences import sentences, without_addresses
from knowledge.topics import Topic, broken_promises, read_topics

SHORT_WORDS = 60
LONG_WORDS = 200
LONGEST_SENTENCE = 24
READABILITY_BAR = 55.0
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(
    r"€\s*\d|\b\d[\d.,]*\s*(?:%|procent|euro|miljoen|miljard)"
    r"|\b\d{1,3}(?:\.\d{3})+\b|\b\d+\s+op\s+de\s+\d+|\b[eé][eé]n\s+op\s+de\s+(?:vijf|tien)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\b(?:0800|0900|0\d{2,3})[- ]?\d{2}[\d ]{2,}\b")


def readability(text: str) -> float:
    """Flesch–Douma score of a Dutch text (0–100, higher is easier)."""
    textstat.set_lang("nl_NL")
    return float(textstat.flesch_reading_ease(". ".join(s.strip(" .-") for s in sentences(text)) + "."))


def check_article(article: Article, known: set[str], today: date) -> Iterator[str]:
    """What is wrong with one article, in words; nothing when all is well."""
    yield from _check_length("kort", article.short, SHORT_WORDS)
    yield from _check_length("meer", article.long, LONG_WORDS)
    for name, text in (("kort", article.short), ("meer", article.long), *article.facets.items()):
        yield from _check_figures(name, text)
        yield from _check_sentences(name, text)
    score = readability(article.short + "\n" + article.long)
    if score < READABILITY_BAR:
        yield f"too hard to read: Flesch-Douma {score:.0f}, bar {READABILITY_BAR:.0f}"
    yield from _check_front_matter(article, known, today)


def _check_length(name: str, text: str, most: int) -> Iterator[str]:
    words = len(text.split())
    if not 1 <= words <= most:
        yield f"'{name}' has {words} words, at most {most}"


def _check_figures(name: str, text: str) -> Iterator[str]:
    for sentence in sentences(text):
        # An amount such as 2000 euro is not a year.
        if _FIGURE.search(sentence) and not _YEAR.search(_FIGURE.sub("", sentence)):
            yield f"'{name}': a figure without its year: {sentence.strip()!r}"


def _check_sentences(name: str, text: str) -> Iterator[str]:
    for sentence in sentences(text):
        if len(sentence.split()) > LONGEST_SENTENCE:
            yield f"'{name}': sentence of {len(sentence.split())} words: {sentence.strip()!r}"
    if re.search(r"\*\*|^#|\]\(", text, re.MULTILINE):
        yield f"'{name}' holds Markdown markup; articles are plain text"


def _check_front_matter(article: Article, known: set[str], today: date) -> Iterator[str]:
    linked = [*article.related, *(step.article for step in article.next_steps if step.article)]
    yield from (f"unknown article {other!r}" for other in linked if other not in known)
    if article.id in linked:
        yield "links to itself"
    if not article.sources:
        yield "no source"
    for source in article.sources:
        if not re.fullmatch(r"\d{4}(-\d\d)?", source.as_of):
            yield f"source {source.title!r}: as_of {source.as_of!r} is not a year or year-month"
    if article.review_by < today:
        yield f"review_by {article.review_by} has passed"
    if not 3 <= len(article.questions) <= 5:
        yield f"{len(article.questions)} questions, wanted three to five"
    if not 1 <= len(article.next_steps) <= 4:
        yield f"{len(article.next_steps)} next steps, wanted one to four"


def _check_file(path: Path, raw: str) -> Iterator[str]:
    article_id = f"{path.parent.name}/{path.stem}"
    if f"\nid: {article_id}\n" not in raw:
        yield f"id does not match the file name {article_id}"
    text = without_addresses(raw)
    if _PHONE.search(text) or PhoneNumberMatcher(text, "NL", leniency=Leniency.VALID).has_next():
        yield "a phone number stands in the article; use {tel:...} and numbers.yml"


def problems(content: Path, today: date) -> Iterator[tuple[str, str]]:
    """All problems below `content` as (article id, what is wrong)."""
    lines = read_help_lines(content / "numbers.yml")
    paths = {f"{path.parent.name}/{path.stem}": path for path in article_paths(content)}
    topics = read_topics()
    yield from ((topic_id, "no article") for topic_id in topics if topic_id not in paths)
    for article_id, path in paths.items():
        found = check_path(path, lines, set(paths), today, topics.get(article_id))
        yield from ((article_id, problem) for problem in found)


def check_path(
    path: Path, lines: dict[str, HelpLine], known: set[str], today: date, topic: Topic | None
) -> Iterator[str]:
    """What is wrong with the article in this file, in words."""
    yield from _check_file(path, path.read_text(encoding="utf-8", errors="replace"))
    try:
        article = read_article(path, lines)
    except KnowledgeError as error:
        yield str(error)
        return
    yield from check_article(article, known, today)
    if topic is not None:
        yield from broken_promises(topic, article)


def main() -> int:
    """Print every problem; exit status 1 when there is one."""
    found = list(problems(CONTENT_DIR, date.today()))
    for article_id, problem in found:
        sys.stdout.write(f"{article_id}: {problem}\n")
    sys.stdout.write(f"{len(article_paths())} articles, {len(found)} problems\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
