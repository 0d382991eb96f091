"""`make demo`: an invented desk in which everyone who is printed can log in and finds something to look at."""

import re
from pathlib import Path

import pytest

from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, unlock
from desk.audit import verify_audit
from desk.cases.casework import list_cases, open_case
from desk.cases.readers import CaseKind
from desk.demo.__main__ import main
from desk.demo.filling import PLAN
from desk.desk import Desk, open_desk
from desk.learning.articles import read_article
from desk.review.reading import list_questions
from desk.settings import read_settings
from desk.statistics.periods import every_period
from desk.statistics.suppression import Shown
from desk.topics import read_topic_names

pytestmark = pytest.mark.slow
TOLD = re.compile(r"^(\w+): (\S+)\n  password: (\S+)\n  TOTP secret: ([A-Z2-7]{32})$", re.MULTILINE)
ROOT = Path(__file__).parents[3]


def test_a_newcomer_gets_a_desk_that_is_alive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert main() == 0
    told = TOLD.findall(capsys.readouterr().out)
    assert {role for role, *_ in told} == set(Role)
    desk = open_desk(read_settings())
    people = {name.partition("@")[0]: unlock(desk, name, password) for _, name, password, _ in told}
    expect_cases(desk, people)
    expect_questions_and_figures(desk, people["eva"])
    with desk.store.reading() as session:
        verify_audit(session, desk.pepper)
    assert main() == 1
    assert "has accounts or cases already" in capsys.readouterr().err


def expect_cases(desk: Desk, people: dict[str, Unlocked]) -> None:
    anna, bas, carla = (people[name] for name in ("anna", "bas", "carla"))
    reports = [case for case in list_cases(desk, anna.account_id) if case.kind is CaseKind.REPORT]
    assert len(reports) == 4
    assert all(
        "(verzonnen)" in (open_case(desk, anna, one.id).document.model_dump()["what_happened"]) for one in reports
    )
    assert len([case for case in list_cases(desk, bas.account_id) if case.kind is CaseKind.REPORT]) == 3
    assert [case.kind for case in list_cases(desk, carla.account_id)] == [CaseKind.SME_MESSAGE]
    assert not people["ada"].must_choose_password


def expect_questions_and_figures(desk: Desk, editor: Unlocked) -> None:
    asked = [question.text for question in list_questions(desk, editor)]
    assert len(asked) == 5
    assert not [text for text in asked if "Soufiane" in text]
    periods = every_period(desk, [topic.id for topic in read_topic_names(read_settings().topics_file)])
    shown = [cell.shown for made in periods.values() for one in made for table in one.tables for cell in table.cells]
    assert len(periods) >= 11
    assert shown.count(Shown.EXACT) > 100


def test_it_names_only_articles_that_there_are() -> None:
    named = set(re.findall(r"\b(?:stage|studiekeuze|discriminatie|hulp|plekken|mkb)/[a-z-]+", PLAN.read_text("utf-8")))
    for article in named:
        assert read_article(ROOT / "knowledge" / "content", article).title
