"""An editor reads in Dutch what the content checker finds."""

from pathlib import Path

import pytest

from desk.console.learning_texts import UNKNOWN_FINDING, finding
from knowledge.check import check_path
from knowledge.topics import Topic, broken_promises
from tests.support.articles import ID, KNOWN, LINES, TODAY, article, spoiled, write_article
from tests.support.spoiled_articles import SPOILED

UNKNOWN = UNKNOWN_FINDING.format("")


@pytest.mark.parametrize(("old", "new", "said"), SPOILED.values(), ids=SPOILED)
def test_everything_the_checker_finds_is_said_in_dutch(tmp_path: Path, old: str, new: str, said: str) -> None:
    [problem] = check_path(write_article(tmp_path, spoiled(old, new)), LINES, KNOWN, TODAY, None)
    assert not finding(problem).startswith(UNKNOWN)


def test_a_broken_promise_is_said_in_dutch() -> None:
    topic = Topic(ID, "Reiskosten", ("student", "sme"), (("baas",),))
    said = [finding(problem) for problem in broken_promises(topic, article(ID, title="Reis", short="Vraag het."))]
    assert [line for line in said if line.startswith(UNKNOWN)] == []
    assert len(said) == 3


def test_what_has_no_dutch_words_yet_is_still_shown() -> None:
    assert finding("something new") == UNKNOWN_FINDING.format("something new")
