"""A place in a message that looks like a person and is none."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """Offsets in characters, end exclusive."""

    start: int
    end: int
