"""`python -m tests.measure.counts` rewrites the table of areas, topics and sentences in README.md.

tests/structure/test_readme.py fails while that table is not true.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.articles import read_articles
from knowledge.topics import read_topics
from tests.measure.held_out import DEVELOPMENT_SET, held_out_questions
from tests.measure.understanding import Question
from tests.structure.house import ROOT, examples

README = ROOT / "README.md"
NLU = ROOT / "data" / "nlu"
CONVERSATION = "conversation"
START, END = "<!-- counts -->\n", "<!-- /counts -->"


@dataclass(frozen=True, slots=True)
class Area:
    """What there is of one area; `topics` are intents where the area is the conversation itself."""

    name: str
    topics: int
    articles: int
    sentences: int
    fewest: int
    tested: int
    developed: int

    def row(self) -> str:
        """One line of the table."""
        articles = f"{self.articles}" if self.articles else "-"
        learned = f"| {self.name} | {self.topics} | {articles} | {self.sentences:,} | {self.fewest} "
        return learned + f"| {self.tested:,} | {self.developed:,} |"


def counted() -> Iterator[Area]:
    """Every area in the order of knowledge/topics.yml, then the conversation itself."""
    articles = Counter(article.id.split("/")[0] for article in read_articles())
    tested, developed = _per_area(held_out_questions()), _per_area(held_out_questions(DEVELOPMENT_SET))
    topics = Counter(topic_id.split("/")[0] for topic_id in read_topics())
    for name in (*topics, CONVERSATION):
        sentences = _sentences(NLU / name)
        yield Area(
            name=name,
            topics=len(sentences),
            articles=articles[name],
            sentences=sum(sentences.values()),
            fewest=min(sentences.values(), default=0),
            tested=tested[name],
            developed=developed[name],
        )


def table() -> str:
    """The table in Markdown, ending in a line break."""
    areas = list(counted())
    heading = "| area | topics | articles | training sentences | fewest for one topic | test set | development set |"
    total = Area(
        name="all",
        topics=sum(area.topics for area in areas),
        articles=sum(area.articles for area in areas),
        sentences=sum(area.sentences for area in areas),
        fewest=min(area.fewest for area in areas),
        tested=sum(area.tested for area in areas),
        developed=sum(area.developed for area in areas),
    )
    return "\n".join([heading, "|---|---|---|---|---|---|---|", *(area.row() for area in (*areas, total)), ""])


def with_table(readme: str) -> str:
    """`readme` with a fresh table between the markers."""
    before, rest = readme.split(START)
    return f"{before}{START}{table()}{END}{rest.split(END)[1]}"


def _per_area(questions: list[Question]) -> Counter[str]:
    return Counter(question.topic.split("/")[0] if question.topic else CONVERSATION for question in questions)


def _sentences(folder: Path) -> Counter[str]:
    return Counter(intent for path in folder.glob("*.yml") for intent, _ in examples(path))


def main() -> int:
    """Rewrite README.md."""
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(table())
    return 0


if __name__ == "__main__":
    sys.exit(main())
