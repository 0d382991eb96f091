"""Help lines: the one file with phone numbers, and filling them into a text."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from knowledge.errors import UnknownPlaceholderError

NUMBERS_FILE = Path(__file__).parent / "content" / "numbers.yml"
PLACEHOLDER = re.compile(r"\{(tel|url):([a-z_0-9]+)\}")


@dataclass(frozen=True, slots=True)
class HelpLine:
    """One line of help as `numbers.yml` has it; `number` and `url` are shown to people as they stand."""

    key: str
    name: str
    number: str
    url: str | None
    hours: str | None
    as_of: str


def read_help_lines(path: Path = NUMBERS_FILE) -> dict[str, HelpLine]:
    """All help lines by key."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {
        key: HelpLine(
            key=key,
            name=entry["name"],
            number=entry["number"],
            url=entry.get("url"),
            hours=entry.get("hours"),
            as_of=entry["source"]["as_of"],
        )
        for key, entry in entries.items()
    }


def fill_in(text: str, lines: dict[str, HelpLine]) -> str:
    """Replace `{tel:key}` and `{url:key}` in `text`.

    Raises:
        UnknownPlaceholderError: the key is unknown, or that line has no address.
    """

    def value(match: re.Match[str]) -> str:
        kind, key = match.groups()
        line = lines.get(key)
        filled = None if line is None else (line.number if kind == "tel" else line.url)
        if filled is None:
            raise UnknownPlaceholderError(f"no {kind} for {key!r} in numbers.yml")
        return filled

    return PLACEHOLDER.sub(value, text)
