"""Nothing that is measured with was learned from."""

import re
import unicodedata

from knowledge.articles import read_articles
from tests.measure.held_out import DEVELOPMENT_SET, TEST_SET, held_out_questions
from tests.measure.understanding import read_questions
from tests.structure.house import examples, tracked


def _bare(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower())
    return " ".join(re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c))))


def _learned() -> dict[str, str]:
    found = {_bare(sentence): intent for path in tracked("data/nlu/*.yml") for intent, sentence in examples(path)}
    found |= {_bare(question): article.id for article in read_articles() for question in article.questions}
    return found


def test_no_held_out_question_stands_in_the_training_data() -> None:
    learned = _learned()
    checked = read_questions(TEST_SET / "check.jsonl")
    asked = [*held_out_questions(), *held_out_questions(DEVELOPMENT_SET), *checked]
    assert [question.text for question in asked if _bare(question.text) in learned] == []


def test_test_set_and_development_set_share_no_question() -> None:
    developed = {_bare(question.text) for question in held_out_questions(DEVELOPMENT_SET)}
    assert [q.text for q in held_out_questions() if _bare(q.text) in developed] == []


def test_no_sentence_teaches_two_intents() -> None:
    seen: dict[str, str] = {}
    twice = []
    for path in tracked("data/nlu/*.yml"):
        for intent, sentence in examples(path):
            if seen.setdefault(_bare(sentence), intent) != intent:
                twice.append(f"{sentence!r}: {seen[_bare(sentence)]} and {intent}")
    assert twice == []
