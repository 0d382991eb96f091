"""The figures anyone may see: counts per year, made only from what is published anyway. Opens no report."""

from dataclasses import dataclass
from pathlib import Path

from desk.desk import Desk, open_desk
from desk.errors import DeskError
from desk.settings import DeskSettings, read_settings
from desk.statistics.suppression import Cell, Shown, Table
from desk.statistics.years import Period, published_halves, published_months, year_of
from desk.topics import read_topic_names

__all__ = ["Cell", "DeskError", "DeskSettings", "Figures", "Period", "Shown", "Table", "YearFigures", "read_settings"]


@dataclass(frozen=True, slots=True)
class YearFigures:
    """One year: what the chat did and what was reported; either may be missing."""

    year: str
    chat: Period | None
    reports: Period | None


class Figures:
    """The door for the public page. Opens the desk at the first question, so that a website starts without it."""

    def __init__(self, settings: DeskSettings) -> None:
        self._settings = settings
        self._desk: Desk | None = None

    def years(self) -> tuple[YearFigures, ...]:
        """Return every year with figures, newest first; blocks. Raise a `DeskError`."""
        if self._desk is None:
            self._desk = open_desk(self._settings)
        return yearly_figures(self._desk, self._settings.topics_file)

    def close(self) -> None:
        """Let go of the database."""
        if self._desk is not None:
            self._desk.store.engine.dispose()


def yearly_figures(desk: Desk, topics_file: Path) -> tuple[YearFigures, ...]:
    """Return every year with figures, newest first. Raise `DeskUnavailableError`, `TopicsUnreadableError`."""
    topics = [topic.id for topic in read_topic_names(topics_file)]
    with desk.store.reading() as session:
        months = list(published_months(session, topics, desk.clock()).values())
        halves = list(published_halves(session).values())
    years = sorted({period.name[:4] for period in (*months, *halves)}, reverse=True)
    return tuple(YearFigures(year, year_of(year, months), year_of(year, halves)) for year in years)
