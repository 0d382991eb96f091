"""Optional: a multilingual sentence encoder that has a say in the ranking. Off unless bot/config.yml names a folder.

For a school with a bigger server; not measured by us. How to switch it on: docs/decisions/0007-sentence-encoder.md.
"""

import logging
from pathlib import Path
from typing import Any, Dict, List, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.sentence_centroids import IntentCentroids
from components.sentence_encoder import OnnxSentenceEncoder

logger = logging.getLogger(__name__)

RANKING_LENGTH = 10
STORED = "centroids.npz"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SentenceSimilarity(GraphComponent):
    """Mixes nearness to each intent's sentences into the ranking of the classifier before it.

    Stands directly after TopicClassifier: what later components decide (crisis, thresholds) is not touched.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """`folder`: of the encoder, empty is off; `weight`: its say, 0..1; `temperature`: of the nearness."""
        return {"folder": "", "weight": 0.3, "temperature": 0.05}

    def __init__(
        self, config: Dict[str, Any], storage: ModelStorage, resource: Resource, encoder: Optional[Any] = None
    ) -> None:
        if not 0 <= config["weight"] <= 1:
            raise ValueError("weight of SentenceSimilarity must be between 0 and 1")
        self._config = config
        self._storage = storage
        self._resource = resource
        self._encoder = encoder
        self._centroids: Optional[IntentCentroids] = None

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceSimilarity":
        """An untrained component (called by Rasa). A folder that cannot be read stops the training."""
        encoder = OnnxSentenceEncoder(Path(config["folder"])) if config["folder"] else None
        return cls(config, model_storage, resource, encoder)

    def train(self, training_data: TrainingData) -> Resource:
        """Store the mean direction of each intent's sentences; nothing when it is off."""
        if self._encoder is None:
            return self._resource
        examples = training_data.intent_examples
        vectors = self._encoder.encode([example.get(TEXT) for example in examples])
        labels = [example.get(INTENT) for example in examples]
        self._centroids = IntentCentroids.fit(vectors, labels, self._encoder.fingerprint)
        with self._storage.write_to(self._resource) as folder:
            self._centroids.save(folder / STORED)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "SentenceSimilarity":
        """The trained component; without its encoder it stays out and the classifier goes on alone."""
        component = cls(config, model_storage, resource)
        if config["folder"]:
            try:
                component._restore(OnnxSentenceEncoder(Path(config["folder"])))
            except (ImportError, OSError, ValueError) as error:
                logger.warning("sentence_encoder_off error=%s", type(error).__name__)
        return component

    def _restore(self, encoder: Any) -> None:
        with self._storage.read_from(self._resource) as folder:
            centroids = IntentCentroids.load(folder / STORED)
        if centroids.encoder != encoder.fingerprint:
            raise ValueError("trained with another encoder")
        self._encoder, self._centroids = encoder, centroids

    def process(self, messages: List[Message]) -> List[Message]:
        """Mix ranking and intent of each message; without a ranking (button payloads) it stays as it is."""
        if self._centroids is not None and self._encoder is not None:
            for message in messages:
                if message.get(TEXT) and message.get("intent_ranking"):
                    self._mix(message, self._centroids, self._encoder)
        return messages

    def _mix(self, message: Message, centroids: IntentCentroids, encoder: Any) -> None:
        shares = centroids.shares(encoder.encode([message.get(TEXT)])[0], self._config["temperature"])
        near = {name: float(share) for name, share in zip(centroids.labels, shares)}
        ranking = mixed(message.get("intent_ranking"), near, self._config["weight"])
        before, first = message.get(INTENT), ranking[0]
        if before["name"] == first["name"]:
            first = mixed([before], {first["name"]: near.get(first["name"], 0.0)}, self._config["weight"])[0]
        message.set(INTENT, first, add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)


def mixed(ranking: List[Dict[str, Any]], near: Dict[str, float], weight: float) -> List[Dict[str, Any]]:
    """The convex combination of both, best first: (1 - weight) of the ranking's confidence, weight of nearness."""
    classified = {item["name"]: item["confidence"] for item in ranking}
    names = [*classified, *(name for name in near if name not in classified)]
    scores = {name: (1 - weight) * classified.get(name, 0.0) + weight * near.get(name, 0.0) for name in names}
    best = sorted(names, key=lambda name: -scores[name])[:RANKING_LENGTH]
    return [{"name": name, "confidence": scores[name]} for name in best]
