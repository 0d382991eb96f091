"""The index of rules never changes what Rasa's RulePolicy finds: with and without forms, slots, texts and starts."""

import itertools
import json
import unittest
from typing import Any

from components.rule_lookup import IndexedRulePolicy
from rasa.core.policies.rule_policy import RulePolicy
from rasa.shared.core.constants import SHOULD_NOT_BE_SET

State = dict[str, dict[str, Any]]

ACTIONS: list[State] = [
    {},
    {"prev_action": {"action_name": "action_listen"}},
    {"prev_action": {"action_name": "action_answer"}},
    {"prev_action": {"action_text": "hoi"}},
]
USERS: list[State] = [
    {},
    {"user": {"intent": "stage_bpv"}},
    {"user": {"intent": "stop", "entities": ["topic"]}},
    {"user": {"text": "stop"}},
]
REST: list[State] = [
    {},
    {"active_loop": {"name": "melding"}},
    {"active_loop": {"name": SHOULD_NOT_BE_SET}},
    {"slots": {"topic": [1.0]}},
]


def all_states() -> list[State]:
    """Each way of combining a previous action, what the user said and a form or slot."""
    return [{**one, **two, **three} for one, two, three in itertools.product(ACTIONS, USERS, REST)]


def all_rules() -> dict[str, str]:
    """A rule for each state, and for each second state after one of a few."""
    states = all_states()
    alone = [[state] for state in states]
    after = [[before, state] for before in states[::7] for state in states[::2]]
    return {json.dumps(rule, sort_keys=True): "action_listen" for rule in [*alone, *after]}


def as_in_conversation(state: State) -> State:
    """Rasa's own states hold tuples where stored rules hold lists."""
    return {
        part: {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
        for part, values in state.items()
    }


class TheSameRules(unittest.TestCase):
    """Both ways of finding, on the same rules and states."""

    def setUp(self) -> None:
        self.policy = IndexedRulePolicy.__new__(IndexedRulePolicy)
        self.rules = all_rules()

    def compare(self, states: list[State]) -> int:
        states = [as_in_conversation(state) for state in states]
        wanted = RulePolicy._get_possible_keys(self.policy, self.rules, states)
        self.assertEqual(self.policy._get_possible_keys(self.rules, states), wanted)
        return len(wanted)

    def test_in_every_state(self) -> None:
        found = sum(self.compare([state]) for state in all_states())
        self.assertGreater(found, len(self.rules))

    def test_after_another_state(self) -> None:
        found = sum(self.compare([before, state]) for before in all_states()[::5] for state in all_states()[::3])
        self.assertGreater(found, 0)

    def test_before_anything_happened(self) -> None:
        self.assertEqual(self.compare([]), len(self.rules))

    def test_rules_that_training_takes_out_are_found_no_more(self) -> None:
        state = {**ACTIONS[1], **USERS[1]}
        before = self.compare([state])
        del self.rules[json.dumps([state], sort_keys=True)]
        self.assertEqual(self.compare([state]), before - 1)
