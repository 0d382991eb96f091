"""What someone hears who does not write Dutch, per language."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from knowledge.numbers import fill_in, read_help_lines

LANGUAGES_FILE = Path(__file__).parent / "content" / "languages.yml"


@dataclass(frozen=True, slots=True)
class Translation:
    """The answer in one language and the text of the button to a person."""

    text: str
    human: str


def read_translations(path: Path = LANGUAGES_FILE) -> dict[str, Translation]:
    """All translations by language, help lines filled in.

    Raises:
        UnknownPlaceholderError: a text names a help line that does not exist.
    """
    lines = read_help_lines()
    stored = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: Translation(fill_in(entry["text"], lines), entry["human"]) for name, entry in stored.items()}
