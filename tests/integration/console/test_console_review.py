"""Questions without a good answer become sentences to learn from: edited by a person, about nobody."""

import re
import subprocess
from pathlib import Path

import pytest

from desk.accounts.roles import Role
from desk.audit import verify_audit
from desk.intake.questions import Reason, keep_question
from desk.learning.exporting import export
from desk.learning.lessons import saved_lessons
from desk.topics import read_topic_names
from tests.support.console import DeskClient, DeskPerson, RunningConsole

ROOT = Path(__file__).parents[3]
ASKED = "krijg ik van Soufiane Haddou ook kanarie-geld als ik bij de bakker meeloop"
EDITED = "krijg ik ook kanarie-geld als ik bij de bakker meeloop"


@pytest.fixture
def eva(console: RunningConsole) -> DeskPerson:
    """An editor who has the key of the questions."""
    return console.person("Eva", Role.EDITOR)


@pytest.fixture
def editor(console: RunningConsole, eva: DeskPerson) -> DeskClient:
    """Eva's browser, after one question came in."""
    keep_question(console.house.desk, ASKED, "stage/vinden", Reason.NOT_HELPFUL)
    return console.log_in(eva)


def first(client: DeskClient) -> str:
    found = re.search(r'href="(/review/[\w-]{22})"', client.page("/review"))
    assert found is not None
    return found[1]


def saved(console: RunningConsole) -> list[tuple[str, str | None, str]]:
    with console.house.desk.store.reading() as session:
        return [(one.lesson.use, one.lesson.topic, one.lesson.text) for one in saved_lessons(session)]


def test_an_edited_question_becomes_a_sentence_and_is_gone(console: RunningConsole, editor: DeskClient) -> None:
    path = first(editor)
    page = editor.page(path)
    assert "[naam]" in page
    assert "Soufiane" not in page
    response = editor.post(path, {"text": EDITED, "topic": "stage/vergoeding", "use": "train"})
    assert response.status_code == 303
    assert saved(console) == [("train", "stage/vergoeding", EDITED)]
    assert "Er wachten geen vragen" in editor.page("/review")
    assert editor.get(path).status_code == 404
    with console.house.desk.store.reading() as session:
        verify_audit(session, console.house.desk.pepper)


@pytest.mark.parametrize(
    ("text", "topic", "said"),
    [
        ("krijg ik van [naam] ook geld", "stage/vergoeding", "Er staan nog haken"),
        ("krijg ik van Soufiane Haddou ook geld", "stage/vergoeding", "misschien nog een naam"),
        ("   ", "stage/vergoeding", "U heeft niets ingevuld"),
        (EDITED, "", "Kies een onderwerp"),
        ("geld " * 70, "stage/vergoeding", "te lang"),
    ],
)
def test_a_sentence_that_is_not_ready_is_not_saved(
    console: RunningConsole, editor: DeskClient, text: str, topic: str, said: str
) -> None:
    path = first(editor)
    editor.page(path)
    response = editor.post(path, {"text": text, "topic": topic, "use": "train"})
    assert response.status_code == 422
    assert said in response.text
    assert saved(console) == []
    assert first(editor) == path


def test_a_person_may_say_that_a_name_is_nobody(console: RunningConsole, editor: DeskClient) -> None:
    path = first(editor)
    editor.page(path)
    text = "kan ik bij Soufiane Haddou stage lopen"
    refused = editor.post(path, {"text": text, "topic": "-", "use": "test"})
    assert 'name="looked"' in refused.text
    assert editor.post(path, {"text": text, "topic": "-", "use": "test", "looked": "1"}).status_code == 303
    assert saved(console) == [("test", None, text)]


def test_an_unknown_topic_is_refused(console: RunningConsole, editor: DeskClient) -> None:
    path = first(editor)
    editor.page(path)
    response = editor.post(path, {"text": EDITED, "topic": "../../etc", "use": "train"})
    assert response.status_code == 404
    assert saved(console) == []


def test_a_question_can_be_deleted_and_a_sentence_taken_back(console: RunningConsole, editor: DeskClient) -> None:
    path = first(editor)
    editor.page(path)
    assert editor.post(f"{path}/dismiss").status_code == 303
    assert editor.get(path).status_code == 404
    keep_question(console.house.desk, ASKED, None, Reason.UNANSWERED)
    editor.post(first(editor), {"text": EDITED, "topic": "-", "use": "train"})
    found = re.search(r'action="(/review/saved/[\w-]{22}/drop)"', editor.page("/review"))
    assert found is not None
    assert editor.post(found[1]).status_code == 303
    assert saved(console) == []


def test_the_inbox_tells_counsellors_that_questions_wait_without_their_words(console: RunningConsole) -> None:
    console.person("Eva", Role.EDITOR)
    anna = console.person("Anna")
    keep_question(console.house.desk, ASKED, None, Reason.UNANSWERED)
    page = console.log_in(anna).page("/inbox")
    assert "Vragen zonder goed antwoord" in page
    assert "geen antwoord" in page
    assert "bakker" not in page


def test_a_newcomer_without_the_key_is_told_what_to_do(console: RunningConsole, editor: DeskClient) -> None:
    newcomer = console.log_in(console.person("Nadia"))
    assert newcomer.get("/review").status_code == 403
    assert "Vraag een collega" in newcomer.get("/review").text
    editor.page("/review")
    assert newcomer.get("/review").status_code == 200


def test_the_export_is_a_patch_that_git_takes_and_changes_nothing_itself(
    console: RunningConsole, editor: DeskClient, tmp_path: Path
) -> None:
    editor.page(first(editor))
    editor.post(first(editor), {"text": EDITED, "topic": "stage/vergoeding", "use": "train"})
    for text, topic, use in (
        ('hoeveel "kanariegeld" krijg ik: is dat veel?', "stage/vergoeding", "test"),
        ("fluit een kanarie op een podium", "-", "train"),
        ("krijg ik betaald voor mijn stage", "stage/vergoeding", "train"),
    ):
        keep_question(console.house.desk, text, None, Reason.UNANSWERED)
        editor.post(first(editor), {"text": text, "topic": topic, "use": use})
    before = status()
    topics = read_topic_names(console.inside.settings.topics_file)
    done = export(console.house.desk, ROOT, tmp_path / "export", topics)
    assert (done.sentences, done.articles, done.doubles) == (3, 0, 1)
    assert done.folder is not None
    assert status() == before
    subprocess.run(["git", "apply", "--check", done.folder / "change.patch"], cwd=ROOT, check=True)
    training = (done.folder / "data/nlu/stage/vergoeding.desk.yml").read_text("utf-8")
    assert training == f'version: "3.1"\nnlu:\n  - intent: stage_vergoeding\n    examples: |\n      - {EDITED}\n'
    assert "intent: out_of_scope" in (done.folder / "data/nlu/conversation/out_of_scope.desk.yml").read_text("utf-8")
    tests = (done.folder / "tests/nlu/desk.yml").read_text("utf-8")
    assert r'{text: "hoeveel \"kanariegeld\" krijg ik: is dat veel?", style: desk}' in tests
    assert saved(console) == []
    assert export(console.house.desk, ROOT, tmp_path / "export", topics).folder is None


def status() -> str:
    done = subprocess.run(["git", "status", "--porcelain"], cwd=ROOT, check=True, capture_output=True, text=True)
    return done.stdout
