"""How an article becomes a message, and what is remembered of it."""

from dataclasses import asdict
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slots
from actions.services import services
from knowledge.articles import Article, NextStep, intent_of
from knowledge.languages import Translation

EARLIER_KEPT = 5
STEP_PAYLOADS = {
    "report": "/melding_beginnen",
    "follow": "/melding_volgen",
    "message": "/hulp_medewerker",
    "human": "/hulp_medewerker",
}

Button = dict[str, str]


def say_article(
    dispatcher: CollectingDispatcher, article: Article, text: str, *, more: bool, next_steps: bool = True
) -> None:
    """Say `text` as this article's answer, with its source and next steps; `more` adds the longer text's button."""
    buttons = [more_button(article)] if more else []
    steps = article.next_steps if next_steps else ()
    buttons += [button for step in steps if _leads_elsewhere(button := _step_button(step), article)]
    dispatcher.utter_message(
        text=text,
        buttons=buttons,
        json_message={"kind": "answer", "article": article.id, "source": asdict(article.sources[0])},
    )


def tell(dispatcher: CollectingDispatcher, tracker: Tracker, article: Article) -> list[dict[str, Any]]:
    """Say the short text, or the longer one to whoever asks the same again; slot events as `remember` gives them."""
    again = tracker.get_slot(slots.TOPIC) == article.id
    long = again and not tracker.get_slot(slots.TOLD_LONG)
    say_article(dispatcher, article, article.long if long else article.short, more=not long)
    return remember(tracker, article, told_long=long)


def say_translated(dispatcher: CollectingDispatcher, article: Article, translation: Translation) -> None:
    """Say what this article says, in another language, with a button to a person."""
    dispatcher.utter_message(
        text=translation.text,
        buttons=[{"title": translation.human, "payload": STEP_PAYLOADS["human"]}],
        json_message={"kind": "answer", "article": article.id, "source": asdict(article.sources[0])},
    )


def offer_second(dispatcher: CollectingDispatcher, article: Article) -> None:
    """Offer the answer to a second question of the same message."""
    dispatcher.utter_message(response="utter_second_question", buttons=[topic_button(article)])


def topic_button(article: Article) -> Button:
    """A button that leads to an article."""
    return {"title": article.title, "payload": f"/{article.intent}"}


def more_button(article: Article) -> Button:
    """A button that tells the longer text of an article."""
    return {"title": services().labels["more"], "payload": f'/more{{"topic": "{article.id}"}}'}


def last_article(tracker: Tracker) -> Article | None:
    """The article that was answered last, or None."""
    topic = tracker.get_slot(slots.TOPIC)
    return services().shelf.by_id(topic) if topic else None


def remember(tracker: Tracker, article: Article, *, told_long: bool) -> list[dict[str, Any]]:
    """Slot events: this is the topic now, the one before can be gone back to, nothing was missed."""
    before = tracker.get_slot(slots.TOPIC)
    earlier = list(tracker.get_slot(slots.EARLIER_TOPICS) or [])
    if before and before != article.id:
        earlier = [*earlier, before][-EARLIER_KEPT:]
    return [
        SlotSet(slots.TOPIC, article.id),
        SlotSet(slots.TOLD_LONG, told_long),
        SlotSet(slots.EARLIER_TOPICS, earlier),
        SlotSet(slots.MISSES, 0.0),
        SlotSet(slots.ASKED, None),
    ]


def _leads_elsewhere(button: Button, article: Article) -> bool:
    return button["payload"] != f"/{article.intent}"


def _step_button(step: NextStep) -> Button:
    if step.url is not None:
        return {"title": step.title or step.url, "payload": "/affirm", "url": step.url}
    if step.action is not None:
        title = step.title or services().labels[step.action]
        return {"title": title, "payload": STEP_PAYLOADS[step.action]}
    assert step.article is not None
    title = step.title or services().shelf.by_id(step.article).title
    return {"title": title, "payload": f"/{intent_of(step.article)}"}
