"""The queue of questions that got no good answer: what stands outside the seal, so no key is needed to see it."""

from collections.abc import Sequence

from desk.accounts.unlocking import Unlocked
from desk.console.learning_texts import QUESTION, REASONS
from desk.console.queue import Queue, QueueItem
from desk.desk import Desk
from desk.review.keys import REVIEWERS
from desk.review.reading import count_open, waiting_questions

SHOWN = 10
SHOWN_OF_ID = 6


def review_queue(code: str, title: str) -> Queue:
    """Make the queue; the oldest few stand in the inbox, all of them on a page of their own."""
    return Queue(code, title, REVIEWERS, lambda desk, _reader: count_open(desk), _items, all_at="/review")


def _items(desk: Desk, _reader: Unlocked) -> Sequence[QueueItem]:
    return [
        QueueItem(f"/review/{one.id}", f"{QUESTION} {one.id[:SHOWN_OF_ID]}", one.on_day, (REASONS[one.reason],))
        for one in waiting_questions(desk, SHOWN)
    ]
