"""Turns a low confidence into the intent `unsure`, so that the assistant asks instead of guesses."""

from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

UNSURE = "unsure"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class AnswerOrAsk(GraphComponent):
    """Keeps the classifier's intent when it is confident enough; the ranking stays for the second chance."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """`answer`: least confidence (0..1) to act on; chosen on the development set, docs/understanding.md."""
        return {"answer": 0.4}

    def __init__(self, config: Dict[str, Any]) -> None:
        self._answer = config["answer"]

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "AnswerOrAsk":
        """Called by Rasa."""
        return cls(config)

    def process(self, messages: List[Message]) -> List[Message]:
        """Replace the intent of each message that is below the threshold."""
        for message in messages:
            intent = message.get(INTENT) or {}
            if intent.get("confidence", 0.0) < self._answer:
                unsure = {"name": UNSURE, "confidence": 1.0 - intent.get("confidence", 0.0)}
                message.set(INTENT, unsure, add_to_output=True)
        return messages
