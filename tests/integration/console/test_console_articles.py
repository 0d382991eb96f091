"""Articles at the desk: what an editor sees, a proposal with preview and checker, and its export."""

import subprocess
from pathlib import Path

import pytest

from desk.accounts.roles import Role
from desk.intake.counting import Counted
from desk.learning.checking import check_proposal
from desk.learning.exporting import export
from desk.learning.proposals import saved_proposals
from desk.statistics.counts import add_counts, keys_of
from desk.topics import read_topic_names
from tests.support.console import DeskClient, RunningConsole

ROOT = Path(__file__).parents[3]
PATH = "/articles/stage/vergoeding"
FILE = ROOT / "knowledge" / "content" / "stage" / "vergoeding.md"
BETTER = FILE.read_text("utf-8").replace("Vraag ernaar vóór je tekent.", "Vraag ernaar voor je iets tekent.")


@pytest.fixture
def editor(console: RunningConsole) -> DeskClient:
    """An editor, logged in."""
    return console.log_in(console.person("Eva", Role.EDITOR))


def proposals(console: RunningConsole) -> list[str]:
    with console.house.desk.store.reading() as session:
        return list(saved_proposals(session))


def test_an_editor_sees_every_article_with_its_date(editor: DeskClient) -> None:
    page = editor.page("/articles")
    assert page.count('href="/articles/') == len(list((ROOT / "knowledge/content").glob("*/*.md")))
    assert "1 februari 2027" in page


def test_an_article_shows_text_sources_and_how_often_it_helped(console: RunningConsole, editor: DeskClient) -> None:
    counts = dict.fromkeys(keys_of(Counted.HELPFUL, console.house.clock(), "stage/vergoeding"), 17)
    counts |= dict.fromkeys(keys_of(Counted.NOT_HELPFUL, console.house.clock(), "stage/vergoeding"), 3)
    with console.house.desk.store.writing() as session:
        add_counts(session, counts, console.house.clock())
    console.house.clock.pass_by(days=30)
    page = console.log_in(console.person("Ewout", Role.EDITOR)).page(PATH)
    assert "Stagepact MBO (Rijksoverheid), 2023-02" in page
    assert "<dt>Dit hielp</dt><dd>17</dd>" in page or "<dt>Dit hielp</dt><dd>niet getoond</dd>" in page
    assert "<dt>Dit hielp niet</dt><dd>minder dan 5</dd>" in page


def test_a_preview_keeps_nothing_and_a_proposal_waits(console: RunningConsole, editor: DeskClient) -> None:
    editor.page(PATH)
    shown = editor.post(f"{PATH}/preview", {"text": BETTER})
    assert "Vraag ernaar voor je iets tekent." in shown.text
    assert "De controle vond niets" in shown.text
    assert proposals(console) == []
    assert editor.post(PATH, {"text": BETTER}).status_code == 303
    assert proposals(console) == ["stage/vergoeding"]
    assert "Er ligt een voorstel" in editor.page(PATH)
    assert editor.post(f"{PATH}/withdraw").status_code == 303
    assert proposals(console) == []


def test_what_the_checker_finds_is_told_in_dutch_and_not_kept(console: RunningConsole, editor: DeskClient) -> None:
    editor.page(PATH)
    worse = BETTER.replace("Dat hangt af van je soort opleiding.", "Bel 030 123 45 67. In dit vak krijg je 400 euro.")
    response = editor.post(PATH, {"text": worse})
    assert response.status_code == 422
    assert "Er staat een telefoonnummer in" in response.text
    assert "zet het jaar bij dit getal" in response.text
    assert proposals(console) == []


@pytest.mark.parametrize("text", ["---\n- : [\n", "zonder gegevens", BETTER.replace("## kort", "## lang")])
def test_a_text_that_is_no_article_is_refused_with_a_reason(editor: DeskClient, text: str) -> None:
    editor.page(PATH)
    response = editor.post(PATH, {"text": text})
    assert response.status_code == 422
    assert 'role="alert"' in response.text


def test_a_proposal_can_bring_no_code_into_the_page(editor: DeskClient) -> None:
    editor.page(PATH)
    evil = (
        "<script>kanarie()</script> <img src=x onerror=kanarie()> [a](javascript:kanarie()) ![x](//kanarie.example/x)"
    )
    shown = editor.post(f"{PATH}/preview", {"text": BETTER.replace("Dat hangt af", f"{evil} Dat hangt af")}).text
    assert "<script>kanarie" not in shown
    assert "<img src=x" not in shown
    assert 'href="javascript' not in shown
    assert 'src="//kanarie' not in shown


@pytest.mark.parametrize(
    "path", ["/articles/stage/bestaat-niet", "/articles/..%2F..%2Fetc/passwd", "/articles/numbers"]
)
def test_only_articles_can_be_asked_for(editor: DeskClient, path: str) -> None:
    assert editor.get(path).status_code in {404, 422}


@pytest.mark.parametrize("role", [Role.COUNSELLOR, Role.COORDINATOR, Role.ANALYST, Role.ADMIN])
def test_others_propose_nothing(console: RunningConsole, role: Role) -> None:
    client = console.log_in(console.person("Iemand", role))
    for path in ("/articles", PATH):
        assert client.get(path).status_code == 403
    assert client.post(PATH, {"text": BETTER}).status_code == 403


def test_a_proposal_is_exported_as_a_patch(console: RunningConsole, editor: DeskClient, tmp_path: Path) -> None:
    editor.page(PATH)
    editor.post(PATH, {"text": BETTER.replace("\n", "\r\n")})
    done = export(console.house.desk, ROOT, tmp_path, read_topic_names(console.inside.settings.topics_file))
    assert done.folder is not None
    subprocess.run(["git", "apply", "--check", done.folder / "change.patch"], cwd=ROOT, check=True)
    patch = (done.folder / "change.patch").read_text("utf-8")
    assert len([line for line in patch.splitlines() if line.startswith("+") and not line.startswith("+++")]) == 1
    assert proposals(console) == []


def test_every_article_as_it_is_passes_the_check_an_editor_gets() -> None:
    assert check_proposal("stage/vergoeding", FILE.read_text("utf-8")) == ()
