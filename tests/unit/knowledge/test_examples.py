"""What the classifier learns from the articles themselves."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import yaml

from knowledge.articles import CONTENT_DIR, read_articles
from knowledge.examples import LONG_WEIGHT, QUESTION_WEIGHT, SHORT_WEIGHT, examples, weighed_sentences
from tests.structure.house import ROOT

BEGELEIDING = next(article for article in read_articles() if article.id == "stage/begeleiding")


def test_a_question_counts_fully_and_what_the_article_says_counts_lightly() -> None:
    article = replace(BEGELEIDING, questions=("Wie helpt mij?",), short="Jij hebt hulp.", long="Bel dan je school.")
    assert list(weighed_sentences(article)) == [
        ("Wie helpt mij?", QUESTION_WEIGHT),
        ("Jij hebt hulp.", SHORT_WEIGHT),
        ("Bel dan je school.", LONG_WEIGHT),
    ]
    assert QUESTION_WEIGHT > SHORT_WEIGHT > LONG_WEIGHT > 0


def test_list_marks_brackets_and_bits_of_a_sentence_are_left_out() -> None:
    article = replace(BEGELEIDING, questions=(), short="- werkt bij [het] bedrijf\n- kort ding", long="Ja.")
    assert [text for text, _ in weighed_sentences(article)] == ["werkt bij  het  bedrijf"]


def test_every_article_teaches_its_own_intent() -> None:
    groups = examples(read_articles())["nlu"]
    assert {group["intent"] for group in groups} == {article.intent for article in read_articles()}
    assert all(len(group["examples"]) >= 3 for group in groups)


def test_the_command_writes_what_rasa_reads(tmp_path: Path) -> None:
    target = tmp_path / "new" / "articles.yml"
    subprocess.run([sys.executable, "-m", "knowledge.examples", str(target)], cwd=ROOT, check=True)
    content = yaml.safe_load(target.read_text(encoding="utf-8"))
    assert content == examples(read_articles(CONTENT_DIR))
