"""In every state a cry for help is answered first, and a form neither takes it for an answer nor asks on."""

import tempfile
import unittest
from pathlib import Path
from typing import Any

from components.crisis.settings import INTENT_OF_LEVEL
from components.crisis_first import CrisisFirst
from rasa.core.policies.ensemble import DefaultPolicyPredictionEnsemble
from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActionExecutionRejected, ActiveLoop, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

DOMAIN = Domain.from_yaml(
    """
version: "3.1"
intents: [hulp_crisis, hulp_crisis_gevaar, hulp_crisis_onveilig, tell]
slots:
  what: {type: text, mappings: [{type: from_text}]}
forms:
  report: {required_slots: [what]}
actions: [action_crisis, action_not_understood]
"""
)
IN_FORM = [ActiveLoop("report"), SlotSet("requested_slot", "what"), ActionExecuted("report")]
REJECTED = [*IN_FORM, ActionExecutionRejected("report")]


def said(intent: str) -> UserUttered:
    return UserUttered("...", {"name": intent, "confidence": 1.0})


class Predictions(unittest.TestCase):
    """Our policy beside Rasa's rules, judged by Rasa's own ensemble."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        storage = LocalModelStorage(Path(folder.name))
        context = ExecutionContext(GraphSchema({}), "model")
        rules = {**RulePolicy.get_default_config(), "core_fallback_action_name": "action_not_understood"}
        self.policies: list[Any] = [
            CrisisFirst.create(CrisisFirst.get_default_config(), storage, Resource("first"), context),
            RulePolicy.create(rules, storage, Resource("rules"), context),
        ]
        for policy in self.policies:
            policy.train([], DOMAIN)

    def next_action(self, *events: Any) -> str:
        tracker = DialogueStateTracker.from_events("someone", list(events), DOMAIN.slots, domain=DOMAIN)
        predictions = [policy.predict_action_probabilities(tracker, DOMAIN) for policy in self.policies]
        best = DefaultPolicyPredictionEnsemble().combine_predictions(predictions, tracker, DOMAIN)
        return DOMAIN.action_names_or_texts[best.max_confidence_index]

    def test_each_level_is_answered_in_free_chat_and_in_a_form(self) -> None:
        for intent in INTENT_OF_LEVEL.values():
            for before in ([], IN_FORM, REJECTED):
                listening = [*before, ActionExecuted("action_listen"), said(intent)]
                self.assertEqual(self.next_action(*listening), "action_crisis")

    def test_after_the_card_it_listens(self) -> None:
        for before in ([], IN_FORM):
            answered = [*before, ActionExecuted("action_listen"), said("hulp_crisis"), ActionExecuted("action_crisis")]
            self.assertEqual(self.next_action(*answered), "action_listen")

    def test_a_second_cry_for_help_is_answered_again(self) -> None:
        once = [said("hulp_crisis"), ActionExecuted("action_crisis"), ActionExecuted("action_listen")]
        self.assertEqual(self.next_action(*once, said("hulp_crisis_gevaar")), "action_crisis")

    def test_anything_else_is_left_to_the_form_and_the_rules(self) -> None:
        self.assertEqual(self.next_action(*IN_FORM, ActionExecuted("action_listen"), said("tell")), "report")
        self.assertEqual(self.next_action(ActionExecuted("action_listen"), said("tell")), "action_not_understood")

    def test_it_is_loaded_without_anything_stored(self) -> None:
        first = self.policies[0]
        loaded = CrisisFirst.load(
            CrisisFirst.get_default_config(),
            first._model_storage,
            Resource("nothing"),
            ExecutionContext(GraphSchema({}), "m"),
        )
        self.assertGreater(loaded.priority, self.policies[1].priority)
