"""The figures anyone may see: counts per year, made only from what is published anyway. Opens no report."""

from dataclasses import dataclass
from pathlib import Path

from desk.clock import Clock, amsterdam_now
from desk.desk import Desk, open_desk
from desk.errors import DeskError
from desk.settings import DeskSettings, read_settings
from desk.statistics.periods import every_period
from desk.statistics.sheets import Line, Sheet, sheets_of
from desk.topics import read_topic_names

__all__ = ["DeskError", "DeskSettings", "Figures", "Line", "Sheet", "YearFigures", "read_settings"]


@dataclass(frozen=True, slots=True)
class YearFigures:
    """One year: what the chat did and what was reported."""

    year: str
    sheets: tuple[Sheet, ...]


class Figures:
    """The door for the public page. Opens the desk at the first question, so that a website starts without it."""

    def __init__(self, settings: DeskSettings, clock: Clock = amsterdam_now) -> None:
        self._settings, self._clock = settings, clock
        self._desk: Desk | None = None

    def years(self) -> tuple[YearFigures, ...]:
        """Return every year with figures, newest first; blocks. Raise a `DeskError`."""
        if self._desk is None:
            self._desk = open_desk(self._settings, clock=self._clock)
        return yearly_figures(self._desk, self._settings.topics_file)

    def close(self) -> None:
        """Let go of the database."""
        if self._desk is not None:
            self._desk.store.engine.dispose()


def yearly_figures(desk: Desk, topics_file: Path) -> tuple[YearFigures, ...]:
    """Return every year with figures, newest first. Raise `DeskUnavailableError`, `TopicsUnreadableError`."""
    topics = read_topic_names(topics_file)
    periods = every_period(desk, [topic.id for topic in topics])
    return tuple(YearFigures(name, sheets_of(made, topics)) for name, made in periods.items() if name.isdigit())
