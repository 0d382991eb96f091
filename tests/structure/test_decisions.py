"""The decisions are all in their index, and every dependency has its reason."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.structure.house import ROOT, load_yaml, tracked

DECISIONS = ROOT / "docs" / "decisions"
NOTES = sorted(path for path in DECISIONS.glob("[0-9]*.md"))
NAME = re.compile(r"^[a-zA-Z0-9-]+")
ROW = re.compile(r"^\| `([a-z0-9-]+)` \| (.+) \|$", re.MULTILINE)


def _section(heading: str) -> dict[str, str]:
    """Packages and reasons of one table of 0002."""
    text = (DECISIONS / "0002-dependencies.md").read_text(encoding="utf-8")
    return dict(ROW.findall(text.split(f"## {heading}")[1].split("\n## ")[0]))


def _names(requirements: list[str]) -> set[str]:
    return {match[0].lower() for line in requirements if (match := NAME.match(line))}


def _pyproject() -> dict[str, list[str]]:
    read = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {"running": read["project"]["dependencies"], "dev": read["dependency-groups"]["dev"]}


def test_the_index_names_every_decision_once_and_nothing_else() -> None:
    linked = re.findall(r"\]\(([0-9]{4}-[a-z-]+\.md)\)", (DECISIONS / "README.md").read_text(encoding="utf-8"))
    assert linked == [path.name for path in NOTES]


@pytest.mark.parametrize("note", NOTES, ids=lambda path: path.stem)
def test_a_decision_has_its_number_a_date_and_a_status(note: Path) -> None:
    text = note.read_text(encoding="utf-8")
    assert text.startswith(f"# {note.name[:4]} ")
    assert re.search(r"^Date: 20\d\d-\d\d-\d\d\. Status: \w+", text, re.MULTILINE)


def test_every_dependency_for_running_has_its_reason() -> None:
    assert set(_section("For running")) == _names(_pyproject()["running"])


def test_every_dependency_for_tests_has_its_reason() -> None:
    assert set(_section("For tests and checks")) == _names(_pyproject()["dev"])


def test_every_dependency_of_the_bot_has_its_reason() -> None:
    lines = (ROOT / "bot" / "requirements.in").read_text(encoding="utf-8").splitlines()
    assert set(_section("For the bot")) == _names(lines)


def test_publiccode_names_files_that_exist_and_keeps_the_lengths_of_the_standard() -> None:
    described = load_yaml(ROOT / "publiccode.yml")
    assert (ROOT / described["logo"]) in tracked("connectors/web/static/img/*")
    for text in described["description"].values():
        assert len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]
