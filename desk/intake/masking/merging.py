"""From what all recognisers found to places that do not overlap."""

import re
from collections.abc import Iterable
from dataclasses import replace

from desk.intake.masking.masked import Kind, Span

_WORTH_IT = re.compile(r"\d|[^\W\d_]{4}|[A-Z][^\W\d_]")  # what is left of a name beside an address: not "de" or "van"
_BETWEEN_NAMES = re.compile(r"[ \t]+|-|\. ?|[ ]?['’][ ]?")


def without_overlap(text: str, found: Iterable[tuple[Span, float]]) -> list[Span]:
    """The longest places, the surest first among equals; what sticks out of a winner is covered too."""
    taken: list[Span] = []
    for span, _score in sorted(found, key=lambda item: (-_weight(item), item[0].start)):
        taken = _added(taken, span, text)
    return _names_together(text, sorted(taken, key=lambda span: span.start))


def _weight(item: tuple[Span, float]) -> float:
    span, score = item
    return (span.end - span.start) + score


def _added(taken: list[Span], span: Span, text: str) -> list[Span]:
    for other in taken:
        if other.start <= span.start and span.end <= other.end:
            return taken
        if span.start < other.end and other.start < span.end:
            start = other.end if span.start >= other.start else span.start
            end = span.end if span.start >= other.start else other.start
            rest = text[start:end]
            start += len(rest) - len(rest.lstrip(" ,.-"))
            end -= len(rest) - len(rest.rstrip(" ,.-"))
            span = replace(span, start=start, end=max(start, end))
            if not _WORTH_IT.search(text[span.start : span.end]):
                return taken
    return [*taken, span]


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
