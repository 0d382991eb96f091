"""How well a cry for help is heard: `python -m tests.measure.crisis [--development]` prints tables in Markdown.

Takes the held-out messages of tests/crisis (crisis.yml, look_alikes.yml), or with `--development` dev.yml. Every
message goes through the trained assistant's whole understanding. No message is ever printed: the held-out ones stay
unseen.
"""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.measure.understanding import parse, share

FOLDER = Path(__file__).parent.parent / "crisis"
HELD_OUT = ("crisis.yml", "look_alikes.yml")
DEVELOPMENT = ("dev.yml",)
NONE = "none"


@dataclass(frozen=True, slots=True)
class Case:
    """One message; `level` is danger, suicide, unsafe or none, `type` the most striking trait of how it is put."""

    text: str
    level: str
    type: str


@dataclass(frozen=True, slots=True)
class Heard:
    """A message and the level that was heard in it, None when it was taken for ordinary talk."""

    case: Case
    level: str | None

    @property
    def alarm(self) -> bool:
        return self.level is not None

    @property
    def right_level(self) -> bool:
        return self.level == self.case.level


def read_cases(names: Iterable[str] = HELD_OUT) -> list[Case]:
    """All messages of some files of tests/crisis."""
    entries = (entry for name in names for entry in yaml.safe_load((FOLDER / name).read_text(encoding="utf-8")))
    return [Case(entry["text"], entry.get("level", NONE), entry["type"]) for entry in entries]


def listen(cases: Sequence[Case]) -> list[Heard]:
    """What the trained assistant hears in each message."""
    parsed = parse(case.text for case in cases)
    return [Heard(case, _level(message)) for case, message in zip(cases, parsed, strict=True)]


def _level(message: dict[str, Any]) -> str | None:
    level: str | None = (message.get("crisis") or {}).get("level")
    return level


def recall(found: Sequence[Heard]) -> float:
    """Part of the cries for help that is heard, at whatever level."""
    return share([heard.alarm for heard in found if heard.case.level != NONE])


def false_alarms(found: Sequence[Heard]) -> float:
    """Part of the look-alikes that gets a card."""
    return share([heard.alarm for heard in found if heard.case.level == NONE])


def report(found: Sequence[Heard]) -> str:
    """Two tables and a closing line."""
    cries = [heard for heard in found if heard.case.level != NONE]
    others = [heard for heard in found if heard.case.level == NONE]
    rows = ["| cry for help | messages | heard | recall | right level |", "|---|---|---|---|---|"]
    rows += [_cry_row(name, group) for name, group in _groups(cries, lambda heard: heard.case.level)]
    rows += [_cry_row(name, group) for name, group in _groups(cries, lambda heard: heard.case.type)]
    rows += [_cry_row("all", cries), "", "| look-alike | messages | false alarms | part |", "|---|---|---|---|"]
    rows += [_other_row(name, group) for name, group in _groups(others, lambda heard: heard.case.type)]
    closing = (
        f"recall: {recall(found):.3f} ({sum(heard.alarm for heard in cries)}/{len(cries)}),"
        f" false alarms: {false_alarms(found):.3f} ({sum(heard.alarm for heard in others)}/{len(others)})"
    )
    return "\n".join([*rows, _other_row("all", others), "", closing])


def _groups(found: Sequence[Heard], key: Callable[[Heard], str]) -> list[tuple[str, list[Heard]]]:
    names = sorted({key(heard) for heard in found})
    return [(name, [heard for heard in found if key(heard) == name]) for name in names]


def _cry_row(name: str, group: Sequence[Heard]) -> str:
    alarms = sum(heard.alarm for heard in group)
    right = share([heard.right_level for heard in group if heard.alarm])
    return f"| {name} | {len(group)} | {alarms} | {recall(group):.3f} | {right:.3f} |"


def _other_row(name: str, group: Sequence[Heard]) -> str:
    return f"| {name} | {len(group)} | {sum(heard.alarm for heard in group)} | {false_alarms(group):.3f} |"


def main() -> int:
    """Print the tables for one of the sets."""
    names = DEVELOPMENT if sys.argv[1:] == ["--development"] else HELD_OUT
    sys.stdout.write(report(listen(read_cases(names))) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
