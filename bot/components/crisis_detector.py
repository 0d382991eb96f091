"""Hears a cry for help in every message, whatever the intent classifier makes of it. See docs/safety.md."""

import hashlib
from pathlib import Path
from typing import Any, Dict, List, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from components.crisis.model import CrisisModel
from components.crisis.settings import DEFAULTS, INTENT_OF_LEVEL, ROOT
from components.crisis.training import FitSettings, fit, read_sentences
from components.languages import language_of

CODE = Path(__file__).parent / "crisis"
CRISIS = "crisis"
RANKING = "intent_ranking"
ENGLISH = "english"
FIT = ("C", "variants", "background", "background_parts")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class CrisisDetector(GraphComponent):
    """Runs last. On a cry for help it replaces the intent by the card's and says so under `crisis` in the output.

    Learns from its own sentences (data/crisis, which Rasa's importer passes over) against the ordinary questions of
    the training data.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """See components.crisis.settings."""
        return dict(DEFAULTS)

    def __init__(
        self,
        config: Dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        model: Optional[CrisisModel] = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "CrisisDetector":
        """An untrained detector (called by Rasa)."""
        return cls(config, model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[str, Any]) -> Optional[str]:
        """Sentences and code of our own are no input of Rasa's graph; without this its cache would miss a change."""
        digest = hashlib.sha256()
        settings = {**cls.get_default_config(), **config}
        for path in [
            *sorted((ROOT / settings["sentences"]).glob("*.yml")),
            *sorted(CODE.glob("*.py")),
            *sorted(CODE.glob("*.yml")),
        ]:
            digest.update(path.name.encode() + path.read_bytes())
        return digest.hexdigest()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn and store the model."""
        unclear = set(self._config["unclear"])
        examples = (e for e in training_data.intent_examples if e.get(INTENT) not in unclear)
        self._model = fit(
            read_sentences(ROOT / self._config["sentences"]),
            [example.get(TEXT) for example in examples],
            FitSettings(*(self._config[name] for name in FIT)),
        )
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "CrisisDetector":
        """The trained detector from storage (called by Rasa)."""
        with model_storage.read_from(resource) as folder:
            model = CrisisModel.load(folder)
        return cls(config, model_storage, resource, model)

    def process(self, messages: List[Message]) -> List[Message]:
        """Set intent and `crisis` on each message that is a cry for help; a button's payload never is one."""
        for message in messages:
            text = message.get(TEXT) or ""
            if not text.startswith(INTENT_MESSAGE_PREFIX):
                self._listen(message, text)
        return messages

    def _listen(self, message: Message, text: str) -> None:
        assert self._model is not None
        heard = self._model.judge(text)
        if heard.score < self._config["threshold"]:
            return
        if heard.score < self._config["foreign"] and language_of(text) not in (None, ENGLISH):
            return
        intent = {"name": INTENT_OF_LEVEL[heard.level], "confidence": 1.0}
        message.set(INTENT, intent, add_to_output=True)
        message.set(RANKING, [intent, *(message.get(RANKING) or [])], add_to_output=True)
        message.set(CRISIS, {"level": heard.level, "score": heard.score}, add_to_output=True)
