"""The policy that answers a cry for help before anything else, also in the middle of a form."""

from typing import Any, Dict, List, Optional

from rasa.core.policies.policy import Policy, PolicyPrediction, SupportedData
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.generator import TrackerWithCachedStates
from rasa.shared.core.trackers import DialogueStateTracker

from components.crisis.settings import INTENT_OF_LEVEL

ACTION = "action_crisis"
ABOVE_RULES = 10
INTENTS = frozenset(INTENT_OF_LEVEL.values())


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class CrisisFirst(Policy):
    """After a message with a crisis intent: action_crisis, then listen; otherwise it has no opinion.

    A rule cannot do this: while a form is active Rasa asks the form first, and its answer overrules every prediction
    that looks at what the user said. So this one is marked like the form's own ("no user"), with a higher priority.
    """

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """`priority`: above RulePolicy."""
        return {"priority": ABOVE_RULES}

    @staticmethod
    def supported_data() -> SupportedData:
        """It learns nothing; rules are named so that Rasa builds no story trackers for it."""
        return SupportedData.RULE_DATA

    @classmethod
    def load(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "CrisisFirst":
        """There is nothing to load (called by Rasa)."""
        return cls(config, model_storage, resource, execution_context)

    def train(self, training_trackers: List[TrackerWithCachedStates], domain: Domain, **kwargs: Any) -> Resource:
        """There is nothing to learn; Rasa asks for the resource."""
        return self._resource

    def predict_action_probabilities(
        self, tracker: DialogueStateTracker, domain: Domain, **kwargs: Any
    ) -> PolicyPrediction:
        """Shape (actions,): all on one action after a cry for help, all zero otherwise."""
        action = next_action(tracker)
        scores = self._default_predictions(domain)
        if action is None:
            return self._prediction(scores)
        scores[domain.index_for_action(action)] = 1.0
        return self._prediction(scores, is_no_user_prediction=True)


def next_action(tracker: DialogueStateTracker) -> Optional[str]:
    """What must be done now when the last message is a cry for help, or None when it is not."""
    said = tracker.latest_message
    if said is None or (said.intent or {}).get("name") not in INTENTS:
        return None
    return ACTION_LISTEN_NAME if tracker.latest_action_name == ACTION else ACTION
