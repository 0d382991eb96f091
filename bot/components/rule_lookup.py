"""Rasa's RulePolicy, looking only at rules that can apply.

Rasa compares every rule with every state at each prediction: with a rule for each of some hundred and fifty topics
that was a fifth of a message's processor time. Here the rules stand in an index by what their last state asks for
(previous action and intent); what the index gives goes through Rasa's own comparison, so the outcome is the same.
"""

from collections import defaultdict
from typing import Any, Dict, List, Optional, Set, Tuple

from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import PREVIOUS_ACTION, SHOULD_NOT_BE_SET, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT, TEXT

Wanted = Tuple[Optional[str], Optional[str]]
Index = Dict[Wanted, List[str]]


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True)
class IndexedRulePolicy(RulePolicy):
    """The same predictions as RulePolicy, from an index of its rules; settings as RulePolicy's."""

    def _get_possible_keys(self, lookup: Dict[str, str], states: List[State]) -> Set[str]:
        action, intent = wanted(states[-1]) if states else (None, None)
        if action is None:  # the start of a conversation, where Rasa compares otherwise
            return set(super()._get_possible_keys(lookup, states))
        index = self._index_of(lookup)
        ways = {(action, intent), (action, None), (None, intent), (None, None)}
        near = {key: lookup[key] for way in ways for key in index.get(way, ())}
        return set(super()._get_possible_keys(near, states))

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> Tuple[Optional[str], Optional[str], bool]:
        if use_text_for_last_user_input and not tracker.active_loop_name and not self._has_text_rules():
            return None, None, False  # what Rasa finds after computing all states
        found: Tuple[Optional[str], Optional[str], bool] = super()._find_action_from_rules(
            tracker, domain, use_text_for_last_user_input
        )
        return found

    @staticmethod
    def format_tracker_states(_states: List[Dict]) -> str:
        """Nothing: Rasa makes and copies this text for its debug log at every prediction, whatever the level."""
        return ""

    def _index_of(self, lookup: Dict[str, str]) -> Index:
        """The index of one of the policy's lookups, made at first use; training takes rules out, so it counts them."""
        made: Dict[int, Tuple[Dict[str, str], int, Index]] = self.__dict__.setdefault("_indexes", {})
        of, size, index = made.get(id(lookup), (None, 0, {}))
        if of is not lookup or size != len(lookup):
            index = index_rules({key: self._rule_key_to_state(key) for key in lookup})
            made[id(lookup)] = (lookup, len(lookup), index)
        return index

    def _has_text_rules(self) -> bool:
        return bool(self._index_of(self.lookup["rules"]).get(_TEXT))


_TEXT: Wanted = (TEXT, TEXT)


def index_rules(rules: Dict[str, List[State]]) -> Index:
    """Keys of rules by what their last state asks for; None where it asks for nothing in particular.

    Rules with a state that asks for a text stand under `_TEXT` as well.
    """
    index: Index = defaultdict(list)
    for key, states in rules.items():
        index[wanted(states[-1])].append(key)
        if any(TEXT in state.get(USER, {}) for state in states):
            index[_TEXT].append(key)
    return dict(index)


def wanted(state: State) -> Wanted:
    """Previous action and intent of a state, None for what is not set or must not be."""
    return _value(state, PREVIOUS_ACTION, ACTION_NAME), _value(state, USER, INTENT)


def _value(state: State, part: str, name: str) -> Optional[str]:
    value: Any = state.get(part, {}).get(name)
    return value if value and value != SHOULD_NOT_BE_SET else None
