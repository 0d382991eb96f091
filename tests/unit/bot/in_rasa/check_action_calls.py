"""Calls to the action server: answers are judged as Rasa's own check judges them, over one connection."""

import asyncio
import unittest
from typing import Any

from aiohttp import web
from components.action_calls import close_kept_session, make_action_calls_cheap, validate_action_result
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event, SlotSet, UserUttered
from rasa.utils.endpoints import EndpointConfig

SLOT_SET = {"event": "slot", "timestamp": None, "name": "topic", "value": "stage/bpv"}
LOOP = {"event": "active_loop", "timestamp": None, "name": "melding"}
GOOD: list[Any] = [
    {"events": [], "responses": []},
    {"events": [SLOT_SET], "responses": [{"text": "hoi"}]},
    {"events": [SLOT_SET, LOOP], "responses": []},
    {"events": [{**SLOT_SET, "timestamp": 1.0, "metadata": {}}], "responses": []},
    {},
]
BAD: list[Any] = [
    {"events": [{**SLOT_SET, "name": 3}], "responses": []},
    {"events": [{**SLOT_SET, "timestamp": "now"}], "responses": []},
    {"events": [{"event": "slot", "timestamp": None, "name": "topic"}], "responses": []},
    {"events": [SLOT_SET, "slot"], "responses": []},
    {"events": [SLOT_SET], "responses": ["hoi"]},
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


class OneConnection(unittest.IsolatedAsyncioTestCase):
    """An action server that remembers from which ports it was called."""

    async def asyncSetUp(self) -> None:
        make_action_calls_cheap()
        self.ports: list[int] = []
        app = web.Application()
        app.router.add_post("/webhook", self.answer)
        self.runner = web.AppRunner(app)
        await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0)
        await site.start()
        address = self.runner.addresses[0]
        self.endpoint = EndpointConfig(f"http://127.0.0.1:{address[1]}/webhook")

    async def asyncTearDown(self) -> None:
        await close_kept_session(self.endpoint)
        await self.runner.cleanup()

    async def answer(self, request: web.Request) -> web.Response:
        assert request.transport is not None
        self.ports.append(request.transport.get_extra_info("peername")[1])
        return web.json_response({"events": []})

    async def test_calls_one_after_the_other_share_it(self) -> None:
        for _ in range(3):
            self.assertEqual(await self.endpoint.request(json={}), {"events": []})
        self.assertEqual(len(self.ports), 3)
        self.assertEqual(len(set(self.ports)), 1)

    async def test_calls_at_the_same_time_each_get_their_answer(self) -> None:
        answers = await asyncio.gather(*(self.endpoint.request(json={}) for _ in range(5)))
        self.assertEqual(answers, [{"events": []}] * 5)

    async def test_after_hanging_up_the_next_call_makes_a_new_one(self) -> None:
        await self.endpoint.request(json={})
        await close_kept_session(self.endpoint)
        self.assertEqual(await self.endpoint.request(json={}), {"events": []})


class EventClasses(unittest.TestCase):
    """What comes back becomes events of the same classes as before."""

    def test_types_are_found_and_unknown_ones_refused(self) -> None:
        make_action_calls_cheap()
        for _ in range(2):
            self.assertIs(Event.resolve_by_type("slot"), SlotSet)
            self.assertIs(Event.resolve_by_type("user"), UserUttered)
            with self.assertRaises(ValueError):
                Event.resolve_by_type("no such event")
