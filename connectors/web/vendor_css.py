"""Renews the vendored design-system CSS of the chat page; run by hand, never at start.

Takes from two npm packages (both EUPL-1.2) only what the pages use: the CSS of the components named
below, and the design tokens that this CSS and our own `static/css` refer to. How to run it stands in
`static/vendor/README.md`.
"""

import argparse
import json
import re
import shutil
from pathlib import Path

STATIC = Path(__file__).parent / "static"
VENDOR = STATIC / "vendor"
LIBRARY = "@utrecht/component-library-css"
TOKENS = "@nl-design-system-community/ma-design-tokens"
COMPONENTS = (
    "document",
    "button",
    "button-group",
    "button-link",
    "link",
    "paragraph",
    "heading-1",
    "heading-2",
    "heading-3",
    "unordered-list",
    "alert",
    "textarea",
    "form-label",
    "checkbox",
    "skip-link",
)
NAME = re.compile(r"--(?!_)[a-z][a-z0-9-]*")
DECLARATION = re.compile(r"(--[a-z][a-z0-9-]*):\s*(.+?);")
NOTICE = "/* {package} {version}, EUPL-1.2 (LICENSE-{licence}.md). Changed by us: {change}. See README.md. */\n"


def version(package: Path) -> str:
    return str(json.loads((package / "package.json").read_text("utf-8"))["version"])


def component_css(scope: Path) -> str:
    """The minified CSS of every component we use, each after a line with its name and version."""
    parts = []
    for name in COMPONENTS:
        package = scope / f"{name}-css"
        css = (package / "dist" / "index.min.css").read_text("utf-8").replace('@charset "UTF-8";', "")
        parts.append(f"/* @utrecht/{name}-css {version(package)} */\n{css.strip()}\n")
    return "".join(parts)


def declarations(theme: Path) -> dict[str, str]:
    return dict(DECLARATION.findall(theme.read_text("utf-8")))


def reachable(start: set[str], tokens: dict[str, str]) -> set[str]:
    """The token names used by the CSS, and those that these are built from."""
    found: set[str] = set()
    waiting = start & tokens.keys()
    while waiting:
        found |= waiting
        waiting = {name for used in waiting for name in NAME.findall(tokens[used])} & tokens.keys() - found
    return found


def rule(selector: str, names: set[str], tokens: dict[str, str]) -> str:
    body = "".join(f"{name}:{tokens[name]};" for name in sorted(names & tokens.keys()))
    return f"{selector}{{{body}}}"


def token_css(theme: Path, css: str) -> str:
    light = declarations(theme / "theme.css")
    dark = declarations(theme / "color-scheme-dark" / "theme.css")
    names = reachable(set(NAME.findall(css)), light | dark) | reachable(set(NAME.findall(css)), light)
    return rule(":root", names, light) + "\n@media (prefers-color-scheme:dark){" + rule(":root", names, dark) + "}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("node_modules", type=Path)
    modules: Path = parser.parse_args().node_modules

    components = component_css(modules / "@utrecht")
    own = "".join(path.read_text("utf-8") for path in sorted((STATIC / "css").glob("*.css")))
    tokens = token_css(modules / TOKENS / "dist", components + own)

    for package, licence, change, css in (
        (LIBRARY, "utrecht", "only the components in use, in one file", components),
        (TOKENS, "ma", "only the tokens in use, on :root", tokens),
    ):
        head = NOTICE.format(package=package, version=version(modules / package), licence=licence, change=change)
        (VENDOR / f"{licence}.css").write_text(head + css, "utf-8")
        shutil.copyfile(modules / package / "LICENSE.md", VENDOR / f"LICENSE-{licence}.md")


if __name__ == "__main__":
    main()
