"""How well personal data is masked: `python -m tests.measure.privacy [FILE] [--misses]` prints tables in Markdown.

FILE holds texts with the places that must be masked (format: tests/privacy/dev.yml); without it the held-out set is
taken, tests/privacy/texts.yml. A place counts as masked when every letter and digit of it is covered, whatever kind the
covering has; the column "right kind" asks for the kind as well. A masked place that touches none of these is false.
"""

import argparse
import re
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from desk.intake.masking import Kind, Masked, mask

HELD_OUT = Path(__file__).parent.parent / "privacy" / "texts.yml"
SECOND = HELD_OUT.with_name("second.yml")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Place:
    """Something personal in a text: offsets and kind."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Result:
    """A text, what should be masked in it, what was, and how long that took: by the clock, and of the processor."""

    text: str
    wanted: tuple[Place, ...]
    masked: Masked
    milliseconds: float
    busy_milliseconds: float

    def covered(self, place: Place) -> bool:
        """Every letter and digit of `place` is masked."""
        return all(
            any(span.start <= at < span.end for span in self.masked.spans)
            for at in range(place.start, place.end)
            if self.text[at].isalnum()
        )

    def right_kind(self, place: Place) -> bool:
        """Covered, and by a span of the same kind."""
        touching = (span for span in self.masked.spans if span.start < place.end and place.start < span.end)
        return self.covered(place) and any(span.kind == place.kind for span in touching)

    def false_spans(self) -> list[str]:
        """What was masked and touches nothing personal."""
        return [
            self.text[span.start : span.end]
            for span in self.masked.spans
            if not any(span.start < place.end and place.start < span.end for place in self.wanted)
        ]

    def innocent_words(self) -> tuple[int, int]:
        """How many words outside personal data were masked, of how many there are."""
        outside = [
            word.span()
            for word in _WORD.finditer(self.text)
            if not any(word.start() < place.end and place.start < word.end() for place in self.wanted)
        ]
        hidden = [1 for start, end in outside if any(s.start < end and start < s.end for s in self.masked.spans)]
        return len(hidden), len(outside)


def read_cases(path: Path) -> list[tuple[str, tuple[Place, ...]]]:
    """Texts with their places. Raises ValueError where a value does not stand in its text."""
    cases = []
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        text = entry["text"]
        cases.append((text, tuple(_place(text, span) for span in entry.get("spans") or ())))
    return cases


def _place(text: str, span: dict[str, object]) -> Place:
    value, start = str(span["value"]), -1
    for _ in range(int(str(span.get("nth", 1)))):
        start = text.find(value, start + 1)
        if start < 0:
            raise ValueError(f"{value!r} does not stand in {text!r}")
    return Place(start, start + len(value), Kind(str(span["kind"])))


def results(cases: Iterable[tuple[str, tuple[Place, ...]]]) -> list[Result]:
    """Mask every text, once warm."""
    for _ in range(3):
        mask("Even warmdraaien, zei Jan van den Berg op 06-12345678.")
    found = []
    for text, wanted in cases:
        started, busy = time.perf_counter(), time.process_time()
        masked = mask(text)
        took = 1000 * (time.perf_counter() - started), 1000 * (time.process_time() - busy)
        found.append(Result(text, wanted, masked, *took))
    return found


def recall(found: Sequence[Result], kind: Kind | None = None) -> float:
    """Which part of the places (of one kind) is masked."""
    places = [(r, p) for r in found for p in r.wanted if kind in (None, p.kind)]
    return sum(r.covered(p) for r, p in places) / len(places)


def precision(found: Sequence[Result]) -> float:
    """Which part of what was masked touches something personal."""
    return 1 - sum(len(r.false_spans()) for r in found) / sum(len(r.masked.spans) for r in found)


def false_masking(found: Sequence[Result]) -> float:
    """Which part of the words outside personal data was masked."""
    counted = [r.innocent_words() for r in found]
    return sum(hidden for hidden, _ in counted) / sum(words for _, words in counted)


def innocents_touched(found: Sequence[Result]) -> float:
    """Which part of the texts without anything personal lost something."""
    innocent = [r for r in found if not r.wanted]
    return sum(bool(r.masked.spans) for r in innocent) / len(innocent)


def busy_time(found: Sequence[Result], part: float) -> float:
    """Processor time per text in ms that a `part` of the texts stays below."""
    return _at(sorted(r.busy_milliseconds for r in found), part)


def report(found: Sequence[Result]) -> str:
    """The tables."""
    return "\n\n".join([_per_kind(found), _false_masking(found)])


def _per_kind(found: Sequence[Result]) -> str:
    rows = ["| kind | places | masked | right kind | recall |", "|---|---|---|---|---|"]
    for kind in (*Kind, None):
        places = [(r, p) for r in found for p in r.wanted if kind in (None, p.kind)]
        if not places:
            continue
        covered = sum(r.covered(p) for r, p in places)
        right = sum(r.right_kind(p) for r, p in places)
        rows.append(f"| {kind or 'all'} | {len(places)} | {covered} | {right} | {covered / len(places):.3f} |")
    return "\n".join(rows)


def _false_masking(found: Sequence[Result]) -> str:
    false = sum(len(r.false_spans()) for r in found)
    spans = sum(len(r.masked.spans) for r in found)
    innocent = [r for r in found if not r.wanted]
    touched = sum(bool(r.masked.spans) for r in innocent)
    hidden, words = (sum(column) for column in zip(*(r.innocent_words() for r in found), strict=True))
    times = sorted(r.milliseconds for r in found)
    return "\n".join(
        [
            "| measure | value |",
            "|---|---|",
            f"| texts, of which without personal data | {len(found)}, {len(innocent)} |",
            f"| precision (masked places that were personal) | {_share(spans - false, spans)} |",
            f"| texts without personal data that lost something | {_share(touched, len(innocent))} |",
            f"| words outside personal data that were masked | {_share(hidden, words)} |",
            f"| time per message, p50 and p95, in ms | {_at(times, 0.5):.1f}, {_at(times, 0.95):.1f} |",
            f"| of which processor time | {busy_time(found, 0.5):.1f}, {busy_time(found, 0.95):.1f} |",
        ]
    )


def misses(found: Sequence[Result]) -> str:
    """What went wrong, text by text."""
    lines = []
    for r in found:
        missed = [f"{p.kind}:{r.text[p.start : p.end]}" for p in r.wanted if not r.covered(p)]
        other = [f"{p.kind}:{r.text[p.start : p.end]}" for p in r.wanted if r.covered(p) and not r.right_kind(p)]
        false = r.false_spans()
        if missed or other or false:
            lines.append(f"missed {missed} other kind {other} false {false}\n    {r.text!r}\n    {r.masked.text!r}")
    return "\n".join(lines) or "nothing went wrong"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f} ({part}/{whole})" if whole else "-"


def _at(ordered: Sequence[float], part: float) -> float:
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)] if ordered else 0.0


def main() -> int:
    """Score one file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=HELD_OUT)
    parser.add_argument("--misses", action="store_true", help="also list what went wrong")
    arguments = parser.parse_args()
    found = results(read_cases(arguments.file))
    sys.stdout.write(report(found) + "\n")
    if arguments.misses:
        sys.stdout.write(misses(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
