"""From what all recognisers found to places that do not overlap."""

import re
from collections.abc import Iterable
from dataclasses import replace

from desk.intake.masking.masked import Kind, Span

_EDGE = " ,.-\n\t"
# what is left of a name beside an address: not "de" or "van"
_WORTH_IT = re.compile(r"\d|[^\W\d_]{4}|[A-Z][^\W\d_]")
_BETWEEN_NAMES = re.compile(r"[ \t]+|-|\. ?|[ ]?['’][ ]?")


def without_overlap(text: str, found: Iterable[tuple[Span, float]]) -> list[Span]:
    """The longest places, the surest first among equals; what sticks out of a winner is covered too."""
    covered = bytearray(len(text))
    kept: list[Span] = []
    for span, _score in sorted(found, key=_longest_first):
        free = _free_part(text, span, covered)
        if free:
            covered[free.start : free.end] = b"\x01" * (free.end - free.start)
            kept.append(free)
    return _names_together(text, sorted(kept, key=lambda span: span.start))


def _longest_first(item: tuple[Span, float]) -> tuple[float, int]:
    span, score = item
    return -(span.end - span.start + score), span.start


def _free_part(text: str, span: Span, covered: bytearray) -> Span | None:
    """`span` without what is covered already; None when nothing worth masking is left."""
    start, end = span.start, span.end
    if not any(covered[start:end]):
        return span
    while start < end and (covered[start] or text[start] in _EDGE):
        start += 1
    stop = covered.find(1, start, end)
    end = end if stop < 0 else stop
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return replace(span, start=start, end=end) if _WORTH_IT.search(text, start, end) else None


def _names_together(text: str, spans: list[Span]) -> list[Span]:
    """First name and surname found apart become one place."""
    joined: list[Span] = []
    for span in spans:
        before = joined[-1] if joined else None
        if before and before.kind is span.kind is Kind.NAME and _BETWEEN_NAMES.fullmatch(text[before.end : span.start]):
            joined[-1] = replace(before, end=span.end)
        else:
            joined.append(span)
    return joined
