"""Shows a proposed text as it would read. What was typed can never become markup of ours: no HTML, no pictures."""

from markdown_it import MarkdownIt
from markupsafe import Markup

_READER = MarkdownIt("commonmark", {"html": False}).disable("image")


def as_html(text: str) -> Markup:
    """Return CommonMark as HTML in which only the marks of CommonMark itself are tags; links are checked by scheme."""
    return Markup(_READER.render(text))  # noqa: S704  # everything else in it is escaped by the renderer
