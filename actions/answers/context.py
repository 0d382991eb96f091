"""What was talked about before says for whom a doubtful message is, and what it is about.

"Wie kan ik bellen?" from a company must not get the children's help line, and "hoeveel verdien je dan?" after an answer
about bbl is about bbl. It only counts while the classifier itself is not sure.
"""

from collections.abc import Sequence

from knowledge.articles import Article

COMPANIES = "sme"
HELP = "hulp"
TRUSTED = 0.9
SAME_SUBJECT = 2.0
SAME_AREA = 1.5
NOT_FOR_COMPANIES = 0.5

Scores = Sequence[tuple[Article, float]]


def is_doubtful(article: Article, confidence: float, last: Article | None) -> bool:
    """Whether someone who asked as a company gets an article that is not for companies, on less than a sure message."""
    return confidence < TRUSTED and _is_company(last) and COMPANIES not in article.audience


def weighed(scores: Scores, last: Article | None, person: Article) -> list[tuple[Article, float]]:
    """Scores in the light of the last article; for a company, help for students becomes the way to a person.

    Best first; the same scores when there is no last article.
    """
    if last is None:
        return list(scores)
    found: dict[str, tuple[Article, float]] = {}
    for article, score in scores:
        meant = person if _is_company(last) and _is_help_for_students(article) else article
        weight = min(score * _weight(meant, last), 1.0)
        found[meant.id] = max(found.get(meant.id, (meant, 0.0)), (meant, weight), key=lambda item: item[1])
    return sorted(found.values(), key=lambda item: (-item[1], item[0].id))


def _weight(article: Article, last: Article) -> float:
    if _is_company(last) and COMPANIES not in article.audience:
        return NOT_FOR_COMPANIES
    if article.subject == last.subject and article.id != last.id:
        return SAME_SUBJECT
    return SAME_AREA if _area(article) == _area(last) else 1.0


def _is_company(last: Article | None) -> bool:
    return last is not None and set(last.audience) == {COMPANIES}


def _is_help_for_students(article: Article) -> bool:
    return _area(article) == HELP and COMPANIES not in article.audience


def _area(article: Article) -> str:
    return article.id.split("/")[0]
