"""A topic has the same word everywhere: article, sentences, intent, rule, held-out questions."""

from collections import Counter

import pytest

from knowledge.articles import intent_of, read_articles
from knowledge.topics import read_topics
from tests.measure.held_out import DEVELOPMENT_SET, held_out_questions
from tests.structure.house import ROOT, examples, load_yaml, tracked

LEAST_SENTENCES = 60
LEAST_QUESTIONS = 8
TOPICS = read_topics()
CARDS = {"hulp/crisis-gevaar", "hulp/crisis-onveilig"}  # chosen by the crisis detector, not by the classifier


def test_every_article_is_a_promised_topic_or_a_crisis_card() -> None:
    assert {article.id for article in read_articles()} == set(TOPICS) | CARDS


@pytest.mark.parametrize("topic_id", sorted(TOPICS))
def test_a_topic_has_enough_training_sentences_of_its_own(topic_id: str) -> None:
    area, name = topic_id.split("/")
    found = [pair for path in (ROOT / "data" / "nlu" / area).glob(f"{name}.*yml") for pair in examples(path)]
    assert {intent for intent, _ in found} == {intent_of(topic_id)}
    assert len({sentence for _, sentence in found}) >= LEAST_SENTENCES


def test_every_topic_has_its_rule() -> None:
    ruled = {
        step["intent"]
        for path in tracked("data/stories/*.yml")
        for rule in load_yaml(path)["rules"]
        for step in rule["steps"]
        if "intent" in step
    }
    assert {intent_of(topic_id) for topic_id in TOPICS} <= ruled


def test_every_topic_has_held_out_questions() -> None:
    counted = Counter(question.topic for question in held_out_questions())
    assert [topic_id for topic_id in TOPICS if counted[topic_id] < LEAST_QUESTIONS] == []


def test_held_out_labels_are_real_articles() -> None:
    known = {*TOPICS, *CARDS, None}
    asked = [*held_out_questions(), *held_out_questions(DEVELOPMENT_SET)]
    assert {label for question in asked for label in (question.topic, *question.also)} <= known
