"""Help lines: the one file with phone numbers, and filling them into a text."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from knowledge.errors import HelpLineFormatError, UnknownPlaceholderError

NUMBERS_FILE = Path(__file__).parent / "content" / "numbers.yml"
_PLACEHOLDER = re.compile(r"\{(tel|url):([a-z_0-9]+)\}")


@dataclass(frozen=True, slots=True)
class HelpLine:
    """What people see of a line of help, as `numbers.yml` has it; the rest there is for who looks after the numbers."""

    number: str
    url: str | None


def read_help_lines(path: Path = NUMBERS_FILE) -> dict[str, HelpLine]:
    """All help lines by key.

    Raises:
        HelpLineFormatError: a line lacks a name, a number in quotes or a source with its date; the message names it.
    """
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {key: _line(key, entry) for key, entry in entries.items()}


def _line(key: str, entry: dict[str, Any]) -> HelpLine:
    wanted = (entry.get("name"), entry.get("number"), (entry.get("source") or {}).get("as_of"))
    if not all(isinstance(value, str) and value for value in wanted):
        # Without quotes YAML reads 0113 as the octal number 75.
        raise HelpLineFormatError(f"{key}: needs a name, a number in quotes, and a source with as_of in quotes")
    return HelpLine(entry["number"], entry.get("url"))


def fill_in(text: str, lines: dict[str, HelpLine]) -> str:
    """Replace `{tel:key}` and `{url:key}` in `text`.

    Raises:
        UnknownPlaceholderError: the key is unknown, that line has no address, or a brace is left that names no line.
    """

    def value(match: re.Match[str]) -> str:
        kind, key = match.groups()
        line = lines.get(key)
        filled = None if line is None else (line.number if kind == "tel" else line.url)
        if filled is None:
            raise UnknownPlaceholderError(f"no {kind} for {key!r} in numbers.yml")
        return filled

    filled = _PLACEHOLDER.sub(value, text)
    if left := re.search(r"[{}].{0,20}", filled):
        raise UnknownPlaceholderError(f"no help line is written {left.group()!r}")
    return filled
