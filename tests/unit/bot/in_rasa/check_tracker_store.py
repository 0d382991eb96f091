"""The tracker store keeps what a conversation needs, bounded, and nothing that a person typed."""

import asyncio
import tempfile
import unittest
from pathlib import Path

from components.tracker_store import TURNS_KEPT, SparseTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, Restarted, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

CANARY = "kanariepietzevenenveertig"
DOMAIN = Domain.from_yaml(
    """
    version: "3.1"
    intents: [greet]
    slots: {topic: {type: text, influence_conversation: false, mappings: [{type: custom}]}}
    actions: [action_answer]
    """
)


def turn(text: str) -> list[Event]:
    """What one message adds to a tracker."""
    intent = {"name": "greet", "confidence": 1.0}
    entities = [{"entity": "topic", "value": text, "start": 0, "end": len(text)}]
    parsed = {"text": text, "intent": intent, "entities": entities, "intent_ranking": [intent]}
    return [
        ActionExecuted("action_listen"),
        UserUttered(text, intent, entities, parsed),
        ActionExecuted("action_answer"),
        BotUttered(text, {"custom": {"article": "stage/bpv", "kind": "answer", "text": text}}),
    ]


class SparseStore(unittest.TestCase):
    """One conversation in a SQLite database in memory."""

    def setUp(self) -> None:
        self.store = SparseTrackerStore(DOMAIN, "sqlite://")
        self.tracker = DialogueStateTracker("someone", DOMAIN.slots)
        self.add([ActionExecuted("action_session_start"), SessionStarted()])

    def add(self, events: list[Event]) -> None:
        for event in events:
            self.tracker.update(event)

    def stored(self) -> str:
        asyncio.run(self.store.save(self.tracker))
        with self.store.engine.connect() as connection:
            return str(connection.exec_driver_sql("SELECT events FROM bot_trackers").scalar_one())

    def again(self) -> DialogueStateTracker:
        self.stored()
        loaded = asyncio.run(self.store.retrieve("someone"))
        assert loaded is not None
        return loaded

    def test_no_text_of_person_or_assistant_is_stored(self) -> None:
        self.add(turn(CANARY))
        self.assertNotIn(CANARY, self.stored())

    def test_intents_slots_and_articles_survive(self) -> None:
        self.add([*turn("hoi"), SlotSet("topic", "stage/bpv")])
        loaded = self.again()
        self.assertEqual(loaded.get_slot("topic"), "stage/bpv")
        self.assertEqual(loaded.latest_message.intent["name"], "greet")
        self.assertIn("stage/bpv", self.stored())

    def test_history_does_not_grow_with_the_conversation(self) -> None:
        for _ in range(TURNS_KEPT + 1):
            self.add(turn("hoi"))
        short = len(self.stored())
        for _ in range(300):
            self.add(turn("hoi"))
        self.assertLess(len(self.stored()), short * 1.2)

    def test_a_slot_set_long_ago_is_still_set(self) -> None:
        self.add([*turn("hoi"), SlotSet("topic", "stage/bpv")])
        for _ in range(50):
            self.add(turn("hoi"))
        self.assertEqual(self.again().get_slot("topic"), "stage/bpv")

    def test_a_restart_forgets_slots(self) -> None:
        self.add([*turn("hoi"), SlotSet("topic", "stage/bpv"), Restarted(), ActionExecuted("action_listen")])
        self.assertIsNone(self.again().get_slot("topic"))

    def test_erasing_leaves_nothing(self) -> None:
        self.add(turn("hoi"))
        self.stored()
        asyncio.run(self.store.erase("someone"))
        self.assertEqual(asyncio.run(self.store.keys()), [])

    def test_after_erasing_no_file_holds_the_conversation(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            store = SparseTrackerStore(DOMAIN, f"sqlite:///{folder}/bot.sqlite3")
            self.add(turn("hoi"))
            asyncio.run(store.save(self.tracker))
            files = list(Path(folder).iterdir())
            self.assertTrue(any(b"someone" in path.read_bytes() for path in files))
            asyncio.run(store.erase("someone"))
            self.assertFalse(any(b"someone" in path.read_bytes() for path in files))
            store.engine.dispose()

    def test_a_database_that_is_away_does_not_keep_text_in_memory(self) -> None:
        self.add(turn(CANARY))
        with self.store.engine.begin() as connection:
            connection.exec_driver_sql("DROP TABLE bot_trackers")
        with self.assertLogs("components.tracker_store", "ERROR") as logged:
            asyncio.run(self.store.save(self.tracker))
        self.assertNotIn(CANARY, " ".join(logged.output))
