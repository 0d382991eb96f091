"""Queues of live chats: who cries for help first, then who waits for a person."""

from collections.abc import Sequence

from desk.accounts.unlocking import Unlocked
from desk.cases.colleagues import names_of
from desk.console.live_texts import LEVELS, UNSEEN, WANTED, waiting_mark
from desk.console.queue import Queue, QueueItem
from desk.desk import Desk
from desk.live.counselling import MAY_CLAIM
from desk.live.queue import LiveSummary, open_chats

SHOWN_OF_ID = 6


def live_queue(code: str, title: str, *, crisis: bool) -> Queue:
    """Make the queue of live chats with, or without, a cry for help."""

    def chosen(desk: Desk, reader: Unlocked) -> list[LiveSummary]:
        return [chat for chat in open_chats(desk, reader.account_id) if (chat.level is not None) is crisis]

    def items(desk: Desk, reader: Unlocked) -> Sequence[QueueItem]:
        chats = chosen(desk, reader)
        names = names_of(desk) if chats else {}
        return [_item(chat, reader, names) for chat in chats]

    def count(desk: Desk, reader: Unlocked) -> int:
        return len(chosen(desk, reader))

    return Queue(code, title, MAY_CLAIM, count, items)


def live_title(live_id: str) -> str:
    """Return how people call a live chat: the start of its meaningless number."""
    return f"Gesprek {live_id[:SHOWN_OF_ID]}"


def _item(chat: LiveSummary, reader: Unlocked, names: dict[str, str]) -> QueueItem:
    marks = [LEVELS[chat.level]] if chat.level else []
    marks += [WANTED] if chat.wanted == reader.account_id else []
    marks += [UNSEEN] if chat.unseen and chat.holder else []
    marks += [waiting_mark(chat.waiting_minutes)] if chat.holder is None else []
    holder = names.get(chat.holder, "?") if chat.holder else None
    return QueueItem(f"/live/{chat.id}", live_title(chat.id), marks=tuple(marks), assignee=holder)
