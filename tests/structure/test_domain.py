"""The domain is one whole: no key twice, every action there, Dutch texts only where they belong."""

import ast
from collections import Counter

import pytest

from tests.structure.house import ROOT, load_yaml, tracked

SECTIONS = ("intents", "entities", "slots", "forms", "actions", "responses")


def _keys(section: str) -> list[str]:
    keys: list[str] = []
    for path in tracked("bot/domain/*.yml"):
        for item in load_yaml(path).get(section) or []:
            keys.append(next(iter(item)) if isinstance(item, dict) else item)
    return keys


@pytest.mark.parametrize("section", SECTIONS)
def test_no_key_stands_twice_in_the_domain(section: str) -> None:
    """Rasa only warns and takes the last one."""
    assert [key for key, count in Counter(_keys(section)).items() if count > 1] == []


def test_yaml_files_repeat_no_key_within_one_file() -> None:
    repeated = [
        f"{path.relative_to(ROOT)}: {line}"
        for path in tracked("bot/domain/*.yml")
        for line, count in Counter(_top_keys(path.read_text(encoding="utf-8"))).items()
        if count > 1
    ]
    assert repeated == []


def _top_keys(text: str) -> list[str]:
    """Keys at indent 0 and 2, with their section, as written."""
    section, found = "", []
    for line in text.splitlines():
        if line and line[0].isalpha() and line.rstrip().endswith(":"):
            section = line.strip()
            found.append(section)
        elif line.startswith("  ") and line[2:3].isalpha() and ":" in line:
            found.append(section + line.strip().split(":")[0])
    return found


def test_every_action_of_the_domain_is_written_and_the_other_way_round() -> None:
    written = {
        value.value
        for path in tracked("actions/*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name == "name"
        for statement in ast.walk(node)
        if isinstance(statement, ast.Return) and isinstance(value := statement.value, ast.Constant)
    }
    assert written == set(_keys("actions"))


def test_actions_hold_no_texts_for_people() -> None:
    """What people read stands in bot/domain and knowledge/content; an action passes it on."""
    literal = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in tracked("actions/*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.keyword) and node.arg == "text" and isinstance(node.value, ast.Constant)
    ]
    assert literal == []


def test_slot_names_in_actions_are_those_of_the_domain() -> None:
    module = ast.parse((ROOT / "actions" / "slots.py").read_text(encoding="utf-8"))
    named = {
        node.value.value
        for node in module.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
    }
    assert named == set(_keys("slots"))
