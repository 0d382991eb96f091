"""The same question twice gets the longer text, whether the classifier was sure or the search decided."""

import asyncio
from types import SimpleNamespace
from typing import Any

import pytest
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.answers import action_answer, action_second_chance, messages
from actions.answers.action_answer import ActionAnswer
from actions.answers.action_second_chance import ActionSecondChance
from knowledge.articles import read_articles
from knowledge.labels import read_labels
from knowledge.search.lexical import ArticleIndex
from knowledge.store.lookup import Shelf

SHELF = Shelf(read_articles())
ABOUT_PAY = SHELF.by_id("stage/vergoeding")


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    found = SimpleNamespace(
        shelf=SHELF, labels=read_labels(), index=ArticleIndex(list(read_articles())), translations={}
    )
    for module in (action_answer, action_second_chance, messages):
        monkeypatch.setattr(module, "services", lambda: found)


def said(action: Action, intent: str, told: dict[str, Any]) -> str:
    ranking = [{"name": ABOUT_PAY.intent, "confidence": 0.99}]
    text = "krijg ik een stagevergoeding"
    parsed = {"text": text, "intent": {"name": intent, "confidence": 0.6}, "intent_ranking": ranking, "entities": []}
    dispatcher = CollectingDispatcher()
    tracker = Tracker("someone", told, parsed, [], False, None, {}, "action_listen")
    asyncio.run(action.run(dispatcher, tracker, {}))
    return str(dispatcher.messages[0]["text"])


@pytest.mark.parametrize(
    ("action", "intent"), [(ActionAnswer(), ABOUT_PAY.intent), (ActionSecondChance(), "unsure")], ids=["sure", "search"]
)
def test_short_then_long_then_short_again(action: Action, intent: str) -> None:
    assert said(action, intent, {}) == ABOUT_PAY.short
    assert said(action, intent, {slots.TOPIC: ABOUT_PAY.id, slots.TOLD_LONG: False}) == ABOUT_PAY.long
    assert said(action, intent, {slots.TOPIC: ABOUT_PAY.id, slots.TOLD_LONG: True}) == ABOUT_PAY.short
