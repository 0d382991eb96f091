""".env.example lists exactly what the processes read from their environment, each with its meaning."""

import ast
import re
from collections import Counter

from actions.settings import ActionSettings
from connectors.settings import WebSettings
from connectors.telegram.settings import TelegramSettings
from deploy.run import PORTS
from desk.console.settings import ConsoleSettings
from desk.mail.settings import MailSettings
from desk.settings import DeskSettings
from tests.structure.house import ROOT, tracked

EXAMPLE = (ROOT / ".env.example").read_text(encoding="utf-8")
LISTED = re.compile(r"^#?([A-Z][A-Z0-9_]*)=", re.MULTILINE)
IN_YAML = re.compile(r"\$\{([A-Z0-9_]+)\}")


def _declared() -> set[str]:
    processes = (ActionSettings, ConsoleSettings, DeskSettings, MailSettings, TelegramSettings, WebSettings)
    fields = {name.upper() for settings in processes for name in settings.model_fields}
    in_bot = {name for path in tracked("bot/*.yml") for name in IN_YAML.findall(path.read_text(encoding="utf-8"))}
    return fields | in_bot | set(PORTS) | _read_by_hand()


def _read_by_hand() -> set[str]:
    """Names in `os.environ.get("NAME")` and `os.environ["NAME"]` of all rooms."""
    found = set()
    for path in tracked("actions/*.py", "bot/*.py", "connectors/*.py", "deploy/*.py", "desk/*.py", "knowledge/*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            key: ast.expr | None = None
            if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in {"os.environ.get", "os.getenv"}:
                key = node.args[0]
            elif isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
                key = node.slice
            if isinstance(key, ast.Constant):
                found.add(str(key.value))
    return found


def test_the_example_lists_exactly_the_settings_there_are() -> None:
    listed = LISTED.findall(EXAMPLE)
    assert [name for name, count in Counter(listed).items() if count > 1] == []
    assert set(listed) == _declared()


def test_every_setting_has_a_meaning_of_its_own() -> None:
    lines = EXAMPLE.splitlines()
    bare = [
        line
        for before, line in zip(["", *lines], lines, strict=False)
        if LISTED.match(line) and (LISTED.match(before) or not before.startswith("# "))
    ]
    assert bare == []


def test_the_example_changes_nothing_when_it_is_used_as_it_is() -> None:
    assert [line for line in EXAMPLE.splitlines() if line and not line.startswith("#")] == []
