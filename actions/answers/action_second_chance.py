"""Asks instead of guessing: for messages the classifier is unsure about."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answers.context import weighed
from actions.answers.messages import Button, last_article, tell, topic_button
from actions.answers.misses import card_before, say_miss
from actions.answers.second_chance import Thresholds, choices, scores_for
from actions.people.asked import TOLD, asked
from actions.services import services
from knowledge.articles import Article

SENSITIVE = "discriminatie/"

PERSON = "hulp/medewerker"


class ActionSecondChance(Action):
    """Answers, offers two or three titles, or says honestly that it does not know; the third miss offers a person."""

    def name(self) -> str:
        return "action_second_chance"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[dict[str, Any]]:
        after_a_card = card_before(tracker) is not None  # then no guess: a wrong article would hurt
        found = [] if after_a_card else _find(tracker.latest_message, last_article(tracker))
        if len(found) == 1:
            return [*tell(dispatcher, tracker, found[0]), asked(TOLD)]
        if found:
            _offer(dispatcher, found)
            return [asked(None)]
        return say_miss(dispatcher, tracker, "utter_not_understood")


class ActionNotUnderstood(ActionSecondChance):
    """What Rasa falls back to when no rule fits: the same second chance."""

    def name(self) -> str:
        return "action_not_understood"


def _find(message: dict[str, Any], last: Article | None) -> list[Article]:
    shelf, thresholds = services().shelf, Thresholds()
    scores = scores_for(message, services().index, thresholds)
    known = [(shelf.by_id(article_id), score) for article_id, score in scores]
    in_context = weighed(known, last, shelf.by_id(PERSON))
    found = choices([(article.id, score) for article, score in in_context], thresholds)
    return [shelf.by_id(article_id) for article_id in found]


def _offer(dispatcher: CollectingDispatcher, articles: list[Article]) -> None:
    other: Button = {"title": services().labels["something_else"], "payload": "/something_else"}
    sensitive = all(article.id.startswith(SENSITIVE) for article in articles)
    dispatcher.utter_message(
        response="utter_choices_discriminatie" if sensitive else "utter_choices",
        buttons=[*(topic_button(article) for article in articles), other],
        json_message={"kind": "choices"},
    )
