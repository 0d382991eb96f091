"""The levels of a cry for help, as the assistant's detector names them, most urgent first."""

from enum import StrEnum


class Level(StrEnum):
    """Direct danger, thoughts of suicide or self-harm, not being safe."""

    DANGER = "danger"
    SUICIDE = "suicide"
    UNSAFE = "unsafe"


URGENCY = {level: place for place, level in enumerate(Level)}


def more_urgent(known: str | None, heard: Level | None) -> Level | None:
    """Return the more urgent of two levels; none is the least."""
    levels = [level for level in (Level(known) if known else None, heard) if level is not None]
    return min(levels, key=URGENCY.__getitem__, default=None)
