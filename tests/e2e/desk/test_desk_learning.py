"""Questions and articles in a browser: an editor turns a question into a sentence, and proposes another text."""

import pytest
from playwright.sync_api import Page, expect

from desk.accounts.roles import Role
from desk.intake.questions import Reason, keep_question
from tests.e2e.desk.conftest import LogIn
from tests.e2e.desk.looking import look
from tests.support.console import RunningConsole

pytestmark = pytest.mark.browser


@pytest.fixture
def eva(log_in: LogIn, console: RunningConsole) -> Page:
    """An editor; three questions wait."""
    editor = console.person("Eva Visser", Role.EDITOR)
    desk = console.house.desk
    keep_question(desk, "krijg ik van Soufiane Haddou ook geld als ik meeloop", "stage/vinden", Reason.NOT_HELPFUL)
    keep_question(desk, "mag ik in mijn stage een dag thuis werken", None, Reason.UNANSWERED)
    keep_question(desk, "hoe laat begint het concert", None, Reason.OUT_OF_SCOPE)
    return log_in(editor)


def test_a_question_becomes_a_sentence(eva: Page) -> None:
    eva.goto("/review")
    look(eva, "review")
    eva.get_by_role("link", name="krijg ik van [naam]").click()
    look(eva, "question")
    eva.get_by_role("button", name="Bewaar zin").click()
    expect(eva.get_by_role("alert")).to_contain_text("haken")
    look(eva, "question-problem", picture=False)
    eva.get_by_label("De zin").fill("krijg ik ook geld als ik meeloop")
    eva.get_by_label("Waar gaat de vraag over?").select_option("Krijg ik een stagevergoeding")
    eva.get_by_role("button", name="Bewaar zin").click()
    expect(eva.get_by_text("De zin is bewaard")).to_be_visible()
    look(eva, "review-saved", picture=False)


def test_an_article_with_a_preview_and_what_the_checker_finds(eva: Page) -> None:
    eva.goto("/articles")
    look(eva, "articles")
    eva.get_by_role("link", name="Krijg ik een stagevergoeding").click()
    look(eva, "article")
    text = eva.get_by_label("De hele tekst")
    good = text.input_value()
    text.fill(good.replace("Dan krijg je loon.", "").replace("Vraag ernaar", "Bel 030 123 45 67. Vraag ernaar", 1))
    eva.get_by_role("button", name="Bekijk en controleer").click()
    expect(eva.get_by_role("alert")).to_contain_text("telefoonnummer", timeout=60_000)
    look(eva, "article-problem", picture=False)
    text.fill(good.replace("Vraag ernaar vóór je tekent.", "Vraag ernaar voor je iets tekent."))
    eva.get_by_role("button", name="Bekijk en controleer").click()
    expect(eva.get_by_text("De controle vond niets")).to_be_visible(timeout=60_000)
    look(eva, "article-preview")
    eva.get_by_role("button", name="Bewaar voorstel").click()
    expect(eva.get_by_text("Uw voorstel is bewaard")).to_be_visible(timeout=60_000)
