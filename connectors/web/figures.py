"""The public page with figures: made from what the desk published, at most once in a few minutes."""

import threading
import time
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from desk.intake.figures import DeskError, Figures

TEMPLATES = Path(__file__).parent / "templates"
KEPT_SECONDS = 300.0


class FiguresPage:
    """Keeps the page for a while, so that nobody keeps the desk busy by asking again."""

    def __init__(self, figures: Figures) -> None:
        self._figures = figures
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._template = environment.get_template("cijfers.html")
        self._html, self._until = "", 0.0
        self._lock = threading.Lock()

    def html(self) -> tuple[str, bool]:
        """Return the page and whether the figures could be read; blocks. Without figures it says so, with a way on."""
        with self._lock:
            if time.monotonic() < self._until:
                return self._html, True
            try:
                years = self._figures.years()
            except DeskError:
                return self._template.render(years=(), trouble=True), False
            self._html = self._template.render(years=years, trouble=False)
            self._until = time.monotonic() + KEPT_SECONDS
            return self._html, True

    def close(self) -> None:
        """Let go of the desk's database."""
        self._figures.close()
