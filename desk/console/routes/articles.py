"""The articles: what stands in them, when they must be looked at, whether they helped, and what they could become."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Path, Request
from fastapi.responses import RedirectResponse, Response

from desk.accounts.roles import Role
from desk.clock import day_of
from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import sentence_of
from desk.console.house import ConsoleHouse
from desk.console.learning_texts import DONE, finding
from desk.console.markdown import as_html
from desk.console.pages import render
from desk.errors import ArticlesUnreadableError
from desk.learning.articles import list_articles, read_article, split_article
from desk.learning.checking import check_proposal
from desk.learning.proposals import propose, saved_proposals, tidy_article, withdraw
from desk.statistics.helped import helped
from desk.statistics.sheets import cell_text

router = APIRouter(prefix="/articles")

Editor = Annotated[Visitor, Depends(require(Role.EDITOR))]
Area = Annotated[str, Path(pattern=r"^[a-z0-9-]{1,50}$")]
Name = Annotated[str, Path(pattern=r"^[a-z0-9-]{1,60}$")]
NewText = Annotated[str, Form(max_length=60_000)]


@router.get("")
def articles(request: Request, house: InHouse, _visitor: Editor) -> Response:
    """Show every article, the one that must be looked at first first."""
    found = list_articles(house.settings.articles_dir)
    with house.desk.store.reading() as session:
        proposals = saved_proposals(session)
    votes = _votes(house, [one.id for one in found])
    today = day_of(house.desk.clock())
    return render(request, "learning/articles.html", articles=found, proposals=proposals, votes=votes, today=today)


@router.get("/{area}/{name}")
def article(request: Request, house: InHouse, _visitor: Editor, area: Area, name: Name) -> Response:
    """Show one article, with a form to propose another text."""
    return _page(request, house, f"{area}/{name}")


@router.post("/{area}/{name}/preview")
def preview(request: Request, house: InHouse, _visitor: Editor, area: Area, name: Name, text: NewText = "") -> Response:
    """Show how a text would read and what the content checker says; keeps nothing."""
    return _page(request, house, f"{area}/{name}", tidy_article(text))


@router.post("/{area}/{name}")
def keep(request: Request, house: InHouse, visitor: Editor, area: Area, name: Name, text: NewText = "") -> Response:
    """Keep a proposal that the checker finds nothing wrong with; otherwise show what is."""
    article_id, tidy = f"{area}/{name}", tidy_article(text)
    read_article(house.settings.articles_dir, article_id)
    if check_proposal(article_id, tidy):
        return _page(request, house, article_id, tidy, status=422)
    propose(house.desk, visitor.unlocked, article_id, tidy)
    return _back(visitor, article_id, "proposed")


@router.post("/{area}/{name}/withdraw")
def take_back(house: InHouse, visitor: Editor, area: Area, name: Name) -> Response:
    """Take a proposal back."""
    withdraw(house.desk, visitor.unlocked, f"{area}/{name}")
    return _back(visitor, f"{area}/{name}", "withdrawn")


def _page(
    request: Request, house: ConsoleHouse, article_id: str, given: str | None = None, status: int = 200
) -> Response:
    one = read_article(house.settings.articles_dir, article_id)
    with house.desk.store.reading() as session:
        proposal = saved_proposals(session).get(article_id)
    text = given or (proposal.text if proposal else one.text)
    values: dict[str, Any] = {"article": one, "proposal": proposal, "text": text, "body": as_html(one.body)}
    values |= {"preview": None, "problems": (), "votes": _votes(house, [article_id])[article_id]}
    values |= {"today": day_of(house.desk.clock())}
    if given is not None:
        values |= _looked_at(article_id, given)
    return render(request, "learning/article.html", status=status, **values)


def _looked_at(article_id: str, text: str) -> dict[str, Any]:
    """Return the preview of a text and, in Dutch, what is wrong with it."""
    problems = tuple(finding(problem) for problem in check_proposal(article_id, text))
    try:
        _, body = split_article(text)
    except ArticlesUnreadableError as error:
        return {"preview": as_html(""), "problems": (*problems, sentence_of(error))}
    return {"preview": as_html(body), "problems": problems}


def _votes(house: ConsoleHouse, articles: list[str]) -> dict[str, tuple[str, str]]:
    """Return how often each helped and did not, as people read it."""
    with house.desk.store.reading() as session:
        every = [one.id for one in list_articles(house.settings.articles_dir)]
        found = helped(session, every, house.desk.clock())
    return {one: (cell_text(found[one][0]), cell_text(found[one][1])) for one in articles}


def _back(visitor: Visitor, article_id: str, done: str) -> Response:
    visitor.session.flash = DONE[done]
    return RedirectResponse(f"/articles/{article_id}", 303)
