"""Rasa's calls to the action server, without the waste that costs more than the action itself.

Rasa 3.6.21 checks its own JSON schema again at every call, opens a new connection for each, and looks through all
classes of events for each event that comes back. Measured on two cores: an action message went from 28 to 7.5 ms with
the schema compiled once; docs/performance.md tells the rest. Rasa 3.6.21 is the last release of its line, so what is
replaced here will not change under us; a test compares it with Rasa's own on good and bad answers.
"""

import asyncio
from functools import lru_cache
from typing import Any, Dict

from aiohttp import ClientSession
from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event
from rasa.utils.endpoints import EndpointConfig

_KEPT = "_kept_session"
_fresh_session = EndpointConfig.session
_validator = Draft7Validator(RemoteAction.action_response_format_spec())
_SLOT = {"event", "timestamp", "name", "value"}


def validate_action_result(_action: RemoteAction, result: Dict[str, Any]) -> bool:
    """True when `result` is a valid answer of the action server.

    Raises:
        jsonschema.ValidationError: it is not.
    """
    if _is_plainly_right(result):
        return True
    error = best_match(_validator.iter_errors(result))
    if error is not None:
        raise error
    return True


def _is_plainly_right(result: Any) -> bool:
    """Responses and slots, which nearly all answers consist of; what else is right, the schema says."""
    if not isinstance(result, dict):
        return False
    events, responses = result.get("events"), result.get("responses")
    return (
        isinstance(events, list)
        and all(map(_is_plain_slot, events))
        and isinstance(responses, list)
        and all(isinstance(response, dict) for response in responses)
    )


def _is_plain_slot(event: Any) -> bool:
    return (
        isinstance(event, dict)
        and event.keys() == _SLOT
        and event["event"] == "slot"
        and isinstance(event["name"], str)
        and event["timestamp"] is None
    )


class KeptSession:
    """A client session that stays open after `async with`, so that its connection serves the next call too."""

    def __init__(self, session: ClientSession) -> None:
        self.session = session
        self.loop = asyncio.get_running_loop()

    async def __aenter__(self) -> ClientSession:
        return self.session

    async def __aexit__(self, *_raised: Any) -> None:
        """Leaves the session open; `close_kept_session` closes it."""


def kept_session(endpoint: EndpointConfig) -> KeptSession:
    """The endpoint's session in the running loop, made as Rasa makes it at its first call.

    aiohttp hangs up after 15 idle seconds, before the action server does (actions/__main__.py).
    """
    kept: Any = endpoint.__dict__.get(_KEPT)
    if kept is None or kept.session.closed or kept.loop is not asyncio.get_running_loop():
        kept = endpoint.__dict__[_KEPT] = KeptSession(_fresh_session(endpoint))
    assert isinstance(kept, KeptSession)
    return kept


async def close_kept_session(endpoint: EndpointConfig) -> None:
    """Close the endpoint's session, if it has one."""
    kept: Any = endpoint.__dict__.pop(_KEPT, None)
    if kept is not None:
        await kept.session.close()


def make_action_calls_cheap() -> None:
    """Make every remote action of this process use what stands above."""
    RemoteAction._validate_action_result = validate_action_result
    EndpointConfig.session = kept_session
    if not hasattr(Event.resolve_by_type, "cache_info"):
        Event.resolve_by_type = staticmethod(lru_cache(maxsize=None)(Event.resolve_by_type))
