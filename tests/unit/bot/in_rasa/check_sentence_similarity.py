# mypy: ignore-errors
"""The component inside Rasa, with an encoder that is handed in."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
from components.sentence_similarity import SentenceSimilarity, mixed
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

EXAMPLES = [("stage", "stage_bpv"), ("stage lopen", "stage_bpv"), ("geld", "hulp_geld")]


class CountingEncoder:
    """Direction of a text: how often it says stage and geld."""

    fingerprint = "counting"

    def encode(self, texts):
        rows = np.array([[text.count("stage"), text.count("geld")] for text in texts], dtype=np.float32)
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)


class SentenceSimilarityCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.storage = LocalModelStorage(Path(folder.name))

    def component(self, encoder=None, **config):
        settings = {**SentenceSimilarity.get_default_config(), **config}
        return SentenceSimilarity(settings, self.storage, Resource("similarity"), encoder)

    def trained(self, **config):
        component = self.component(CountingEncoder(), **config)
        component.train(TrainingData([Message({"text": t, "intent": i}) for t, i in EXAMPLES]))
        return component

    def message(self, text, first="hulp_geld", confidence=0.9):
        ranking = [{"name": first, "confidence": confidence}]
        return Message({"text": text, "intent": dict(ranking[0]), "intent_ranking": ranking})

    def test_it_is_off_by_default(self):
        component = SentenceSimilarity.create(
            SentenceSimilarity.get_default_config(), self.storage, Resource("similarity"), None
        )
        component.train(TrainingData([Message({"text": "stage", "intent": "stage_bpv"})]))
        found = component.process([self.message("stage")])[0]
        assert found.get("intent") == {"name": "hulp_geld", "confidence": 0.9}

    def test_nearness_can_turn_an_unsure_ranking(self):
        found = self.trained(weight=0.6).process([self.message("stage", confidence=0.5)])[0]
        assert found.get("intent")["name"] == "stage_bpv"
        assert 0.55 < found.get("intent")["confidence"] <= 0.6
        assert [item["name"] for item in found.get("intent_ranking")] == ["stage_bpv", "hulp_geld"]

    def test_agreement_keeps_the_intent_and_mixes_its_confidence(self):
        found = self.trained(weight=0.5).process([self.message("geld", confidence=0.6)])[0]
        assert found.get("intent")["name"] == "hulp_geld"
        assert abs(found.get("intent")["confidence"] - 0.8) < 0.01

    def test_a_message_without_a_ranking_stays_as_it_is(self):
        button = Message({"text": "/hulp_geld", "intent": {"name": "hulp_geld", "confidence": 1.0}})
        assert self.trained().process([button])[0].get("intent")["confidence"] == 1.0

    def test_what_was_trained_is_there_after_loading(self):
        self.trained(weight=0.6)
        again = self.component(weight=0.6)
        again._restore(CountingEncoder())
        assert again.process([self.message("stage", confidence=0.5)])[0].get("intent")["name"] == "stage_bpv"

    def test_vectors_of_another_encoder_are_refused(self):
        self.trained()
        other = CountingEncoder()
        other.fingerprint = "other"
        with self.assertRaisesRegex(ValueError, "another encoder"):
            self.component()._restore(other)

    def test_a_lost_folder_leaves_the_classifier_alone_and_is_logged(self):
        self.trained()
        config = {**SentenceSimilarity.get_default_config(), "folder": "absent"}
        with self.assertLogs("components.sentence_similarity", "WARNING"):
            loaded = SentenceSimilarity.load(config, self.storage, Resource("similarity"), None)
        assert loaded.process([self.message("stage")])[0].get("intent") == {"name": "hulp_geld", "confidence": 0.9}

    def test_a_weight_outside_its_range_is_refused(self):
        for weight in (-0.1, 1.1):
            with self.assertRaises(ValueError):
                self.component(weight=weight)


class MixedCase(unittest.TestCase):
    def test_weight_zero_is_the_ranking_and_one_is_nearness(self):
        ranking = [{"name": "a", "confidence": 0.7}, {"name": "b", "confidence": 0.3}]
        near = {"a": 0.1, "c": 0.9}
        assert mixed(ranking, near, 0)[:2] == ranking
        assert mixed(ranking, near, 1)[0] == {"name": "c", "confidence": 0.9}


if __name__ == "__main__":
    unittest.main()
