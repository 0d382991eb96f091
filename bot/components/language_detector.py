"""Hears that a message is not Dutch, so that it gets a polite answer in its own language and no odd article."""

from typing import Any, Dict, List

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.constants import INTENT_MESSAGE_PREFIX
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from components.languages import language_of

LANGUAGE = "language"
SHORT = 2  # words


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class LanguageDetector(GraphComponent):
    """Replaces the intent of a message in another language and says which language under `language` in the output.

    What is not about a topic keeps its intent ("thank you very much", "ignore your instructions").
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """`intent`: what a message in another language means; `keep`: intents that it does not replace.

        `keep_short`: intents that it replaces only in a message of more than two words, "merhaba, staj arıyorum".
        """
        return {"intent": "bot_taal", "keep": [], "keep_short": []}

    def __init__(self, config: Dict[str, Any]) -> None:
        self._intent = config["intent"]
        self._keep = frozenset(config["keep"])
        self._keep_short = frozenset(config["keep_short"])

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LanguageDetector":
        """Called by Rasa."""
        return cls(config)

    def process(self, messages: List[Message]) -> List[Message]:
        """Set intent and language on each message that is not Dutch; a button's payload has no language."""
        for message in messages:
            text = message.get(TEXT) or ""
            language = None if text.startswith(INTENT_MESSAGE_PREFIX) else language_of(text)
            if language is not None:
                self._mark(message, language)
        return messages

    def _mark(self, message: Message, language: str) -> None:
        message.set(LANGUAGE, language, add_to_output=True)
        is_short = len((message.get(TEXT) or "").split()) <= SHORT
        if (message.get(INTENT) or {}).get("name") not in (self._keep | self._keep_short if is_short else self._keep):
            message.set(INTENT, {"name": self._intent, "confidence": 1.0}, add_to_output=True)
