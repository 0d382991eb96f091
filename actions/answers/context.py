"""What was talked about before says for whom a doubtful message is, and what it is about.

"Wie kan ik bellen?" from a company must not get the children's help line, and "hoeveel verdien je dan?" after an answer
about bbl is about bbl. It only counts while the classifier itself is not sure.
"""

from collections.abc import Sequence

from knowledge.articles import Article

COMPANIES = "sme"
TRUSTED = 0.9
SAME_SUBJECT = 2.0
SAME_AREA = 1.5
OTHER_AUDIENCE = 0.25


def is_doubtful(article: Article, confidence: float, last: Article | None) -> bool:
    """Whether an article is for others than the last one and the classifier not sure of it."""
    return last is not None and confidence < TRUSTED and not _shares_audience(article, last)


def weighed(scores: Sequence[tuple[Article, float]], last: Article | None) -> list[tuple[Article, float]]:
    """Scores in the light of the last article, best first; the same scores when there is none."""
    if last is None:
        return list(scores)
    heavier = [(article, min(score * _weight(article, last), 1.0)) for article, score in scores]
    return sorted(heavier, key=lambda item: (-item[1], item[0].id))


def _weight(article: Article, last: Article) -> float:
    if not _shares_audience(article, last):
        return OTHER_AUDIENCE
    if article.subject == last.subject and article.id != last.id:
        return SAME_SUBJECT
    return SAME_AREA if article.id.split("/")[0] == last.id.split("/")[0] else 1.0


def _shares_audience(article: Article, last: Article) -> bool:
    """What is for companies alone and what is not for companies at all never go together; students and parents do."""
    return not (_is_apart(article, last) or _is_apart(last, article))


def _is_apart(one: Article, other: Article) -> bool:
    return set(one.audience) == {COMPANIES} and COMPANIES not in other.audience
