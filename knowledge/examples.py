"""The articles as training examples: `python -m knowledge.examples FILE`.

Each article names three to five ways to ask for it; the classifier learns them beside the sentences of data/nlu. It
learns the article's own sentences too, but lightly, because nobody asks the way an article answers. So an article is
found from its first day, before anyone has written sentences for it (docs/decisions/0003-understanding.md).
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from knowledge.articles import Article, read_articles
from knowledge.errors import KnowledgeError
from knowledge.sentences import sentences

QUESTION_WEIGHT = 1.0
SHORT_WEIGHT = 0.3
LONG_WEIGHT = 0.15
FEWEST_WORDS = 3
_PLAIN = str.maketrans("[]\n", "   ")  # in Rasa's examples brackets mark an entity


def weighed_sentences(article: Article) -> Iterator[tuple[str, float]]:
    """What an article teaches: each text with its weight, where 1 is that of a sentence that somebody asked."""
    yield from ((question, QUESTION_WEIGHT) for question in article.questions)
    for text, weight in ((article.short, SHORT_WEIGHT), (article.long, LONG_WEIGHT)):
        plain = (sentence.translate(_PLAIN).strip(" -") for sentence in sentences(text))
        yield from ((sentence, weight) for sentence in plain if len(sentence.split()) >= FEWEST_WORDS)


def examples(articles: Iterable[Article]) -> dict[str, Any]:
    """Rasa's training data: an intent per article, its examples with their weight as metadata."""
    groups = [
        {
            "intent": article.intent,
            "examples": [{"text": text, "metadata": {"weight": weight}} for text, weight in weighed_sentences(article)],
        }
        for article in articles
    ]
    return {"version": "3.1", "nlu": groups}


def write_examples(articles: Iterable[Article], target: Path) -> None:
    """Write them to `target`."""
    text = yaml.safe_dump(examples(articles), allow_unicode=True, sort_keys=False)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def main() -> int:
    """Write the file named on the command line."""
    try:
        write_examples(read_articles(), Path(sys.argv[1]))
    except KnowledgeError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
