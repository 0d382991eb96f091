"""Runs axe-core in every frame of a page. Put in with `evaluate`: the strict CSP blocks a script tag."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Page

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "var" / "node" / "node_modules" / "axe-core" / "axe.min.js"
# Every frame is looked at by itself, so axe need not look into frames.
RUN = "async () => (await axe.run(document, {iframes: false, resultTypes: ['violations']})).violations"


def violations(page: Page) -> list[str]:
    """Return what axe finds, one line for each element."""
    return [line for frame in page.frames for line in _in_frame(frame)]


def expect_no_violations(page: Page) -> None:
    """Fail with the full list."""
    found = violations(page)
    assert not found, "\n".join(found)


def _in_frame(frame: Frame) -> list[str]:
    if not AXE.exists():
        raise FileNotFoundError(f"{AXE.relative_to(ROOT)} is missing; `make test` installs it")
    frame.evaluate(AXE.read_text("utf-8"))
    found: list[dict[str, Any]] = frame.evaluate(RUN)
    return [
        f"{frame.url} {rule['id']} ({rule['impact']}): {node['target']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]
