"""Articles for tests: a file that is right in everything, to be spoiled as needed, and articles of a few words."""

from datetime import date
from pathlib import Path
from typing import Any

from knowledge.articles import Article, NextStep, Source
from knowledge.numbers import HelpLine

ID = "stage/reiskosten"
KNOWN = {ID, "stage/vinden"}
TODAY = date(2026, 11, 21)
LINES = {
    "praatlijn": HelpLine("0800-0432", "https://praatlijn.example"),
    "noodlijn": HelpLine("112", None),
}
GOOD = """---
id: stage/reiskosten
title: Krijg ik mijn reiskosten terug
audience: [student, parent]
subject: reiskosten
aspect: kosten
questions:
  - Wie betaalt mijn bus?
  - Krijg ik reiskosten terug?
  - Is de trein duur?
facets:
  plaats: Dat geldt in heel Utrecht.
sources:
  - title: Stagewijzer
    url: https://stagewijzer.example/reizen
    as_of: "2026-02"
review_by: "2027-02-01"
related: [stage/vinden]
next_steps:
  - article: stage/vinden
---
## kort

Vraag het bedrijf om je reiskosten. Dat mag altijd.

## meer

In 2025 kreeg 42% van de studenten geld voor de reis. Bel {tel:praatlijn} als je vastloopt.
"""


def spoiled(old: str, new: str) -> str:
    """The good file with one piece of it replaced."""
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def write_article(folder: Path, text: str = GOOD, article_id: str = ID) -> Path:
    """Write the file of an article where its id says; return its path."""
    path = folder / f"{article_id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def article(article_id: str, **fields: Any) -> Article:
    """An article that says nothing but what `fields` say; its title is its name when they give none."""
    given: dict[str, Any] = {
        "title": article_id.split("/")[1],
        "audience": ("student",),
        "subject": article_id.split("/")[1],
        "aspect": "wat",
        "questions": (),
        "short": "",
        "long": "",
        "sources": (Source("Stagewijzer", "https://stagewijzer.example", "2026-02"),),
        "review_by": date(2027, 2, 1),
        "related": (),
        "next_steps": (NextStep(action="human"),),
    }
    return Article(id=article_id, **(given | fields))
