"""What the documentation names is there: paths, links, commands, numbers."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.measure.counts import README, with_table
from tests.structure.house import ROOT, tracked

DOCUMENTS = tracked("*.md", ":!connectors/web/static/vendor/*", ":!knowledge/content/*")
MADE_LATER = ("var/", ".venv")  # by the commands themselves
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
TARGET = re.compile(r"\bmake ([a-z][a-z-]*)\b")
DOCUMENTED_TARGET = re.compile(r"^([a-z-]+):.*## \S", re.MULTILINE)


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _named_paths(text: str) -> Iterator[str]:
    """Paths from the root that stand between back quotes; a <part> may be anything."""
    tops = {entry.name for entry in ROOT.iterdir()}
    for quoted in CODE.findall(text):
        inside = quoted.split("/")[0] in tops and "/" in quoted
        if inside and not re.search(r"[\s…{(]", quoted) and not quoted.startswith(MADE_LATER):
            yield re.sub(r"<[a-z-]+>", "*", quoted.rstrip("/"))


def _prose(text: str) -> str:
    """Commands as they are meant: between back quotes or in a block of code."""
    blocks = re.findall(r"^```.*?^```", text, re.MULTILINE | re.DOTALL)
    rest = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    return "\n".join([*blocks, *CODE.findall(rest.replace("\n", " "))])


def _anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_path_a_document_names_exists(document: Path) -> None:
    named = set(_named_paths(document.read_text(encoding="utf-8")))
    assert [path for path in sorted(named) if not any(ROOT.glob(path))] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    dead = []
    for link in LINK.findall(document.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = document.parent / file if file else document
        if not target.exists() or (anchor and anchor not in _anchors(target)):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=_name)
def test_every_command_a_document_names_is_in_make_help(document: Path) -> None:
    offered = set(DOCUMENTED_TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    named = set(TARGET.findall(_prose(document.read_text(encoding="utf-8"))))
    assert sorted(named - offered) == []


def test_the_readme_explains_every_folder() -> None:
    folders = {_name(path).split("/")[0] for path in tracked("*/*")}
    rows = re.findall(r"^\| `([a-z]+)/` \|", README.read_text(encoding="utf-8"), re.MULTILINE)
    assert {folder for folder in folders if not folder.startswith(".")} == set(rows)


def test_the_table_of_topics_and_sentences_is_true() -> None:
    """When it is not: `.venv/bin/python -m tests.measure.counts`."""
    readme = README.read_text(encoding="utf-8")
    assert readme == with_table(readme)
