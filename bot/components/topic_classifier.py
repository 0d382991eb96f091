"""From a message to the intents it may mean, most likely first."""

from typing import Any, Dict, List, Optional, Tuple

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, METADATA, METADATA_EXAMPLE, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.special import expit, softmax

from components.dutch import normalise
from components.familiarity import Familiarity
from components.linear_model import LinearTopicModel
from components.parts import question_after_thanks, questions_in
from components.several import OUTSIDE, Reading, choose

RANKING_LENGTH = 10


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(GraphComponent, IntentClassifier):
    """A linear classifier on character and word n-grams of the normalised message.

    Sets `intent` and `intent_ranking` as Rasa's own classifiers do. The intent's confidence is the calibrated chance
    that it is right; the ranking's confidences share 1 among all intents. Chosen over DIET by measurement: see
    docs/understanding.md.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """`C`: inverse regularisation; `temperature`: divides the margins before the ranking's softmax.

        `outside_weight`: how much heavier than others a sentence that no article answers weighs in training. An
        example whose metadata has a `weight` counts that much.
        `calibration`: weights of `certainty`, fitted by `python -m tests.measure.calibrate` on the development set.
        """
        calibration = {"bias": 1.0, "margin": 2.0, "gap": 4.0, "outside": -1.0, "known": 1.0}
        calibration.update({"familiar": 0.0, "support": 0.0, "rare": 0.0})
        return {"C": 0.4, "temperature": 0.1, "outside_weight": 2.0, "calibration": calibration}

    def __init__(
        self,
        config: Dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        model: Optional[LinearTopicModel] = None,
        familiarity: Optional[Familiarity] = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model
        self._familiarity = familiarity

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "TopicClassifier":
        """An untrained classifier (called by Rasa)."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from all examples with an intent and store the model."""
        examples = training_data.intent_examples
        texts = [normalise(example.get(TEXT)) for example in examples]
        labels = [example.get(INTENT) for example in examples]
        weights = [self._weight(example) for example in examples]
        self._model = LinearTopicModel.fit(texts, labels, C=self._config["C"], weights=weights)
        self._familiarity = Familiarity.fit(texts, labels, OUTSIDE)
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
            self._familiarity.save(folder)
        return self._resource

    def _weight(self, example: Message) -> float:
        own = (example.get(METADATA) or {}).get(METADATA_EXAMPLE) or {}
        return float(own.get("weight", 1.0)) * (self._config["outside_weight"] if example.get(INTENT) == OUTSIDE else 1)

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "TopicClassifier":
        """The trained classifier from storage (called by Rasa)."""
        with model_storage.read_from(resource) as folder:
            model, familiarity = LinearTopicModel.load(folder), Familiarity.load(folder)
        return cls(config, model_storage, resource, model, familiarity)

    def process(self, messages: List[Message]) -> List[Message]:
        """Set intent, ranking and evidence of the confidence on each message; `also`: a second question's intent."""
        for message in messages:
            text = message.get(TEXT) or ""
            rest = question_after_thanks(text)
            after_thanks = self._read(rest) if rest else None
            found, also = choose(self._read(text), [self._read(part) for part in questions_in(text)], after_thanks)
            intent = {"name": found.intent, "confidence": found.certain}
            message.set(INTENT, intent, add_to_output=True)
            message.set("intent_ranking", found.ranking, add_to_output=True)
            message.set("evidence", found.evidence, add_to_output=True)
            if also is not None:
                message.set("also", also, add_to_output=True)
        return messages

    def _read(self, text: str) -> Reading:
        ranking, evidence = self._rank(normalise(text))
        return Reading(ranking, evidence, certainty(evidence, self._config["calibration"]))

    def _rank(self, text: str) -> Tuple[List[Dict[str, Any]], Dict[str, float]]:
        assert self._model is not None
        margins = self._model.margins(text)
        shares = softmax(margins / self._config["temperature"])
        best = np.argsort(margins)[::-1][:RANKING_LENGTH]
        ranking = [{"name": self._model.labels[i], "confidence": float(shares[i])} for i in best]
        return ranking, self._evidence(margins, best, text)

    def _evidence(self, margins: np.ndarray, best: np.ndarray, text: str) -> Dict[str, float]:
        assert self._model is not None
        assert self._familiarity is not None
        outside = float(margins[self._model.labels.index(OUTSIDE)]) if OUTSIDE in self._model.labels else -1.0
        return {
            "margin": float(margins[best[0]]),
            "gap": float(margins[best[0]] - margins[best[1]]),
            "outside": outside,
            "known": self._model.known_words(text),
            **self._familiarity.evidence(text, self._model.labels[best[0]]),
        }


def certainty(evidence: Dict[str, float], calibration: Dict[str, float]) -> float:
    """How likely the first intent is right, 0..1: a logistic function of the evidence, fitted on held-out data."""
    score = calibration["bias"] + sum(calibration[name] * value for name, value in evidence.items())
    return float(expit(score))
