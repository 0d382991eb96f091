"""The compiled schema judges an action server's answer as Rasa's own check does."""

import unittest
from typing import Any

from components.action_calls import validate_action_result
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

SLOT_SET = {"event": "slot", "timestamp": None, "name": "topic", "value": "stage/bpv"}
GOOD: list[Any] = [{"events": [], "responses": []}, {"events": [SLOT_SET], "responses": [{"text": "hoi"}]}, {}]
BAD: list[Any] = [
    {"events": "none"},
    {"events": [{"name": "no event"}]},
    {"responses": "hoi"},
    {"responses": ["hoi"]},
    [],
]
RASA_CHECK = RemoteAction._validate_action_result


class CompiledValidator(unittest.TestCase):
    """Both checks, on the same answers."""

    def setUp(self) -> None:
        self.action = RemoteAction("action_answer", None)

    def test_good_answers_pass_both(self) -> None:
        for answer in GOOD:
            self.assertTrue(RASA_CHECK(self.action, answer))
            self.assertTrue(validate_action_result(self.action, answer))

    def test_bad_answers_fail_both(self) -> None:
        for answer in BAD:
            with self.assertRaises(ValidationError):
                RASA_CHECK(self.action, answer)
            with self.assertRaises(ValidationError):
                validate_action_result(self.action, answer)
