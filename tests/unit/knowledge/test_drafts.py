"""A proposed text for an article is checked as if it stood in its place."""

import io
from datetime import date

import pytest

from knowledge.articles import CONTENT_DIR
from knowledge.draft import draft_problems, main
from tests.support.articles import GOOD

ID = "stage/vergoeding"
TEXT = (CONTENT_DIR / f"{ID}.md").read_text(encoding="utf-8")
DAY = date(2026, 11, 21)


def test_the_text_that_stands_there_has_no_problems() -> None:
    assert list(draft_problems(ID, TEXT, DAY)) == []


def test_a_draft_is_held_to_the_promises_of_its_topic_and_to_the_articles_that_exist() -> None:
    draft = TEXT.replace("title: Krijg ik een", "title: Hoeveel is de").replace(
        "[stage/gemeente-utrecht,", "[stage/g-u,"
    )
    assert list(draft_problems(ID, draft, DAY)) == [
        "unknown article 'stage/g-u'",
        "title is not 'Krijg ik een stagevergoeding'",
    ]


def test_a_draft_may_name_the_help_lines_of_the_house_and_no_others() -> None:
    named = TEXT.replace("Kom je niet rond?", "Bel {tel:kindertelefoon}.")
    assert list(draft_problems(ID, named, DAY)) == []
    assert list(draft_problems(ID, named.replace("kindertelefoon", "tante"), DAY)) == [
        "stage/vergoeding.md: no tel for 'tante' in numbers.yml"
    ]


def test_a_draft_for_another_article_is_told_to_keep_the_id() -> None:
    assert "id does not match the file name stage/vergoeding" in list(draft_problems(ID, GOOD, DAY))


@pytest.mark.parametrize(
    ("text", "status", "said"), [(TEXT, 0, ""), (TEXT.replace("## meer", ""), 1, "stage/vergoeding.md: ValueError")]
)
def test_the_command_says_by_its_status_whether_there_was_a_problem(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str, status: int, said: str
) -> None:
    monkeypatch.setattr("sys.argv", ["draft", ID])
    monkeypatch.setattr("sys.stdin", io.StringIO(text.replace('"2027-02-01"', '"9999-01-01"')))
    assert main() == status
    out = capsys.readouterr().out
    assert out.startswith(said)
    assert out.count("\n") == status
