"""One direction of traffic: who may import whom (docs/architecture.md)."""

import pytest

from tests.structure.house import ROOT, imported_modules, tracked

ROOMS = {
    "actions",
    "bot",
    "components",
    "connectors",
    "deploy",
    "desk",
    "evaluation",
    "knowledge",
    "lean_rasa",
    "tests",
}
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "actions": ("actions", "knowledge", "desk.intake"),
    "bot": ("components", "evaluation", "lean_rasa"),
    "connectors": ("connectors", "desk.intake"),
    "deploy": ("deploy",),
    "desk": ("desk",),
    "knowledge": ("knowledge",),
}


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_a_room_imports_only_what_the_architecture_allows(room: str) -> None:
    files = tracked(f"{room}/*.py")
    assert files
    wrong = [
        f"{path.relative_to(ROOT)} imports {module}"
        for path in files
        for module in imported_modules(path)
        if module.split(".")[0] in ROOMS and not _allowed(module, MAY_IMPORT[room])
    ]
    assert wrong == []


def _allowed(module: str, allowed: tuple[str, ...]) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in allowed)
