"""A tracker store that remembers what a conversation needs and nothing of what a person typed.

Rasa's own SQL store keeps one row per event with the full text and loads all of them for every message. This one
keeps one bounded row per conversation: slots, the active form and the last turns, as intents and action names.
See docs/decisions/0004-privacy.md.
"""

import itertools
import json
import logging
import time
from typing import Any, Dict, Iterable, List, Optional

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SerializedTrackerAsText, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    BotUttered,
    Event,
    LoopInterrupted,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy.exc import SQLAlchemyError

logger = logging.getLogger(__name__)

TURNS_KEPT = 3
INTENTS_KEPT = 3

_metadata = sa.MetaData()
_trackers = sa.Table(
    "bot_trackers",
    _metadata,
    sa.Column("conversation_id", sa.String(64), primary_key=True),
    sa.Column("events", sa.Text, nullable=False),
    sa.Column("last_active", sa.Integer, nullable=False),
)


class SparseTrackerStore(TrackerStore, SerializedTrackerAsText):
    """One row per conversation, without user text, bot text, entities or metadata.

    Args:
        domain: the assistant's domain.
        host: an SQLAlchemy address, as `url` in endpoints.yml.
        event_broker: Rasa's event broker, not used by us.
    """

    def __init__(
        self,
        domain: Optional[Domain] = None,
        host: str = "sqlite://",
        event_broker: Optional[EventBroker] = None,
        **kwargs: Any,
    ) -> None:
        self.engine = sa.create_engine(host, future=True, **_engine_options(host))
        if self.engine.dialect.name == "sqlite":
            sa.event.listen(self.engine, "connect", _prepare_sqlite)
        _metadata.create_all(self.engine)
        super().__init__(domain, event_broker, **kwargs)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Store the bounded, textless form of `tracker`.

        A database that is away must not send the tracker to Rasa's in-memory fallback, where text would stay: the
        turn is answered, the conversation's memory of it is lost, and the log says so.
        """
        await self.stream_events(tracker)
        events = json.dumps([_textless(event) for event in condense(tracker)])
        values = {"events": events, "last_active": int(time.time())}
        mine = _trackers.c.conversation_id == tracker.sender_id
        try:
            with self.engine.begin() as connection:
                updated = connection.execute(sa.update(_trackers).where(mine).values(**values))
                if updated.rowcount == 0:
                    row = {"conversation_id": tracker.sender_id, **values}
                    connection.execute(sa.insert(_trackers).values(**row))
        except SQLAlchemyError as error:
            logger.error("tracker_not_saved error=%s", type(error).__name__)

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """The conversation as last stored, or None."""
        query = sa.select(_trackers.c.events).where(_trackers.c.conversation_id == sender_id)
        with self.engine.connect() as connection:
            stored = connection.execute(query).scalar_one_or_none()
        if stored is None or self.domain is None:
            return None
        return DialogueStateTracker.from_dict(sender_id, json.loads(stored), self.domain.slots)

    async def retrieve_full_tracker(self, conversation_id: str) -> Optional[DialogueStateTracker]:
        """The same as `retrieve`: nothing older is kept."""
        return await self.retrieve(conversation_id)

    async def keys(self) -> Iterable[str]:
        """All conversation ids."""
        with self.engine.connect() as connection:
            return list(connection.execute(sa.select(_trackers.c.conversation_id)).scalars())

    async def erase(self, conversation_id: str) -> None:
        """Delete everything of one conversation.

        Raises:
            SQLAlchemyError: the database did not do it; the caller must say so and try again.
        """
        mine = _trackers.c.conversation_id == conversation_id
        with self.engine.begin() as connection:
            connection.execute(sa.delete(_trackers).where(mine))
        self._empty_journal()

    async def erase_idle(self, seconds: int) -> int:
        """Delete conversations without activity for `seconds`; returns how many."""
        idle = _trackers.c.last_active < int(time.time()) - seconds
        with self.engine.begin() as connection:
            erased = int(connection.execute(sa.delete(_trackers).where(idle)).rowcount)
        self._empty_journal()
        return erased

    def _empty_journal(self) -> None:
        """SQLite's journal still holds what was deleted until it is written back; the connection stays open."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def condense(tracker: DialogueStateTracker) -> List[Event]:
    """The events that rebuild `tracker` well enough to go on: session, slots, form, and the last turns.

    The result's length does not grow with the conversation.
    """
    applied = list(tracker.applied_events())
    recent = _last_turns(applied)
    started = next((e for e in reversed(tracker.events) if isinstance(e, SessionStarted)), None)
    opening: List[Event] = [started] if started else []
    if recent and opening:
        opening[0].timestamp = recent[0].timestamp
    return [*opening, *_state_before(applied, recent), *recent]


def _last_turns(events: List[Event]) -> List[Event]:
    turns = [index for index, event in enumerate(events) if isinstance(event, UserUttered)]
    start = turns[-TURNS_KEPT] if len(turns) >= TURNS_KEPT else 0
    return [event for event in events[start:] if not isinstance(event, SessionStarted)]


def _state_before(applied: List[Event], recent: List[Event]) -> List[Event]:
    """Slots and form as they stood before `recent`; later events then change them again."""
    older = list(itertools.takewhile(lambda event: event is not recent[0], applied)) if recent else []
    slots = {e.key: e for e in older if isinstance(e, SlotSet)}
    loops = [e for e in older if isinstance(e, (ActiveLoop, LoopInterrupted))]
    listening = [e for e in older if isinstance(e, ActionExecuted)][-1:]
    return [*slots.values(), *loops[-1:], *listening]


def _textless(event: Event) -> Dict[str, Any]:
    data = event.as_dict()
    data.pop("metadata", None)
    if isinstance(event, UserUttered):
        data.update(text="", message_id=None, parse_data=_textless_parse(data["parse_data"]))
    if isinstance(event, BotUttered):
        custom = (data.get("data") or {}).get("custom") or {}
        data.update(text=None, data={"custom": {"kind": custom.get("kind"), "article": custom.get("article")}})
    return data


def _textless_parse(parse_data: Dict[str, Any]) -> Dict[str, Any]:
    return {
        "text": "",
        "intent": {key: parse_data["intent"].get(key) for key in ("name", "confidence")},
        "intent_ranking": parse_data.get("intent_ranking", [])[:INTENTS_KEPT],
        "entities": [],
    }


def _engine_options(url: str) -> Dict[str, Any]:
    """SQLAlchemy 1.4 opens an SQLite file anew for each query, which takes longer than the query: keep it open."""
    if not url.startswith("sqlite"):
        return {"pool_pre_ping": True}
    pool = sa.pool.StaticPool if url == "sqlite://" else sa.pool.QueuePool
    return {"poolclass": pool, "connect_args": {"check_same_thread": False}}


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode=WAL", "busy_timeout=5000", "secure_delete=ON", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")
