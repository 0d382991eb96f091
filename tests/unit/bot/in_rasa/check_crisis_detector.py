"""The detector as part of Rasa's graph: it learns, is stored without pickle, and touches only what it must."""

import tempfile
import unittest
from pathlib import Path
from typing import Any, ClassVar

from components.crisis.settings import INTENT_OF_LEVEL, ROOT
from components.crisis_detector import CrisisDetector
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.data import is_nlu_file
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

SENTENCES = """
crisis:
  - level: suicide
    type: plain
    examples: |
      - ik wil niet meer leven
      - ik denk aan zelfmoord en ik ben bang
      - niemand zou me missen als ik dood ben
  - level: unsafe
    type: plain
    examples: |
      - mijn vader slaat mij elke dag
      - ik word thuis geslagen door mijn vader
      - mijn ex bedreigt mij en slaat mij
  - level: danger
    type: plain
    examples: |
      - er staat iemand met een mes voor me
      - hij heeft een mes en staat voor de deur
      - iemand met een mes loopt op school
  - level: none
    type: everyday
    examples: |
      - ik lach me dood om dit rooster
      - ik kap met deze stage
      - mijn vader komt mij ophalen van stage
      - ik heb een mes nodig voor de koksopleiding
"""
QUESTIONS = ["krijg ik geld voor mijn stage", "waar is de open dag", "hoe vind ik een stage", "wat kost de opleiding"]


class DetectorCase(unittest.TestCase):
    """One small detector, trained and loaded through Rasa's own storage."""

    folder: ClassVar[Any]
    detector: ClassVar[CrisisDetector]
    files: ClassVar[set[str]]

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        root = Path(cls.folder.name)
        (root / "sentences").mkdir()
        (root / "sentences" / "few.yml").write_text(SENTENCES, encoding="utf-8")
        (root / "storage").mkdir()
        storage, resource = LocalModelStorage(root / "storage"), Resource("crisis")
        few = {"sentences": str(root / "sentences"), "threshold": 0.3}  # of so few sentences it cannot be surer
        config = {**CrisisDetector.get_default_config(), **few}
        asked = TrainingData([Message.build(text, "stage") for text in QUESTIONS])
        CrisisDetector.create(config, storage, resource, None).train(asked)
        cls.files = {path.suffix for path in (root / "storage").rglob("*.*")}
        cls.detector = CrisisDetector.load(config, storage, resource, None)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.folder.cleanup()

    def heard(self, text: str) -> Message:
        message = Message.build(text)
        message.set("intent", {"name": "stage", "confidence": 0.9})
        return self.detector.process([message])[0]

    def test_each_level_gets_the_intent_of_its_card(self) -> None:
        said = {
            "suicide": "ik wil niet meer leven",
            "unsafe": "mijn vader slaat mij elke dag",
            "danger": "er staat iemand met een mes voor me",
        }
        for level, text in said.items():
            message = self.heard(text)
            self.assertEqual(message.get("intent"), {"name": INTENT_OF_LEVEL[level], "confidence": 1.0})
            self.assertEqual(message.get("intent_ranking")[0], message.get("intent"))
            self.assertEqual(message.get("crisis")["level"], level)
            self.assertIn("crisis", message.as_dict(only_output_properties=True))

    def test_other_talk_keeps_its_intent(self) -> None:
        for text in ("ik lach me dood om dit rooster", "waar is de open dag"):
            self.assertEqual(self.heard(text).get("intent")["name"], "stage")
            self.assertIsNone(self.heard(text).get("crisis"))

    def test_another_language_is_heard_by_its_sentences_alone(self) -> None:
        self.assertEqual(self.heard("je veux mourir").get("intent")["name"], INTENT_OF_LEVEL["suicide"])
        self.assertEqual(self.heard("мене б'є чоловік").get("crisis")["level"], "unsafe")
        for text in ("je cherche un stage", "ich bin nicht sicher ob mein Vater mit mir zur Schule kann"):
            self.assertIsNone(self.heard(text).get("crisis"), text)

    def test_a_button_is_never_a_cry_for_help(self) -> None:
        message = self.heard("/ik wil niet meer leven")
        self.assertEqual(message.get("intent")["name"], "stage")

    def test_an_empty_message_is_no_crisis(self) -> None:
        self.assertIsNone(self.heard("").get("crisis"))
        self.assertIsNone(self.heard("?!").get("crisis"))

    def test_it_is_stored_as_arrays_and_json(self) -> None:
        self.assertEqual(self.files, {".json", ".npz"})

    def test_a_changed_sentence_makes_rasa_train_again(self) -> None:
        config = {**CrisisDetector.get_default_config(), "sentences": f"{self.folder.name}/sentences"}
        before = CrisisDetector.fingerprint_addon(config)
        self.assertEqual(before, CrisisDetector.fingerprint_addon(config))
        extra = Path(self.folder.name) / "sentences" / "more.yml"
        extra.write_text("crisis: []\n", encoding="utf-8")
        self.addCleanup(extra.unlink)
        self.assertNotEqual(before, CrisisDetector.fingerprint_addon(config))


class Sentences(unittest.TestCase):
    """data/crisis is ours alone."""

    def test_rasa_reads_none_of_the_files(self) -> None:
        files = sorted((ROOT / "data" / "crisis").glob("*.yml"))
        self.assertTrue(files)
        for file in files:
            self.assertFalse(is_nlu_file(str(file)), file.name)
            self.assertFalse(YAMLStoryReader.is_stories_file(str(file)), file.name)
