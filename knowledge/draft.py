"""`python -m knowledge.draft AREA/NAME < new-text`: checks a text that somebody proposes for an article.

A process of its own, so that the desk can have a draft checked without knowing this room.
"""

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from knowledge.articles import CONTENT_DIR, article_paths
from knowledge.check import check_path
from knowledge.numbers import read_help_lines
from knowledge.topics import read_topics


def draft_problems(article_id: str, text: str, today: date) -> Iterator[str]:
    """What is wrong with this text as the file of this article, in words; nothing when all is well."""
    known = {f"{path.parent.name}/{path.stem}" for path in article_paths()}
    lines = read_help_lines(CONTENT_DIR / "numbers.yml")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{article_id}.md"
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        yield from check_path(path, lines, known, today, read_topics().get(article_id))


def main() -> int:
    """Print every problem on a line; exit status 1 when there is one."""
    found = list(draft_problems(sys.argv[1], sys.stdin.read(), date.today()))
    sys.stdout.writelines(f"{problem}\n" for problem in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
