"""The channel tells typed text from payloads and refuses what is not agreed."""

import gc
import json
import unittest
from types import SimpleNamespace
from typing import Any

from components.channel import CollectedReplies, WijzerChannel, as_typed, hear, read_message, settle


class Reading(unittest.TestCase):
    """From a request body to Rasa's message."""

    def body(self, **more: object) -> dict[str, object]:
        return {"conversation_id": "someone", "channel": "web", **more}

    def test_a_typed_slash_is_no_command(self) -> None:
        message = read_message(self.body(text='/more{"topic": "hulp/crisis"}'))
        assert message is not None
        self.assertFalse(str(message.text).startswith("/"))

    def test_slashes_alone_are_still_a_message(self) -> None:
        self.assertEqual(as_typed("/ //"), "?")

    def test_a_payload_stays_as_it_is(self) -> None:
        message = read_message(self.body(payload="/stage_vergoeding"))
        assert message is not None
        self.assertEqual(message.text, "/stage_vergoeding")

    def test_wrong_bodies_are_refused(self) -> None:
        wrong = [None, [], self.body(), self.body(text="a", payload="b"), self.body(text=1)]
        for body in [*wrong, {"text": "a", "channel": "web"}, {**self.body(text="a"), "channel": "fax"}]:
            self.assertIsNone(read_message(body))

    def test_a_short_token_is_refused_at_start(self) -> None:
        with self.assertRaises(ValueError):
            WijzerChannel.from_credentials({"token": "short"})


class Settling(unittest.IsolatedAsyncioTestCase):
    async def test_what_is_loaded_at_the_start_is_not_looked_through_again(self) -> None:
        self.addCleanup(gc.unfreeze)
        await settle()
        self.assertGreater(gc.get_freeze_count(), 10_000)


class Replying(unittest.IsolatedAsyncioTestCase):
    """From Rasa's response to one reply."""

    async def test_text_buttons_and_own_fields_come_as_one(self) -> None:
        replies = CollectedReplies()
        button = {"title": "Meer uitleg", "payload": "/more"}
        custom = {"kind": "answer", "article": "stage/bpv"}
        await replies.send_response("someone", {"text": "hoi", "buttons": [button], "custom": custom})
        self.assertEqual(len(replies.messages), 1)
        self.assertEqual(replies.messages[0]["text"], "hoi")
        self.assertEqual(replies.messages[0]["buttons"], [button])
        self.assertEqual(replies.messages[0]["article"], "stage/bpv")
        self.assertFalse(replies.messages[0]["escalated"])


class Hearing(unittest.IsolatedAsyncioTestCase):
    """A cry for help in a conversation that a person has taken over."""

    async def heard(self, body: Any) -> Any:
        async def parse_message(text: str) -> dict[str, Any]:
            return {"crisis": {"level": "unsafe", "score": 0.9}} if text == "help" else {"intent": {"name": "more"}}

        agent = SimpleNamespace(parse_message=parse_message)
        request: Any = SimpleNamespace(json=body, app=SimpleNamespace(ctx=SimpleNamespace(agent=agent)))
        answer = await hear(request)
        return answer.status, json.loads(answer.body)

    async def test_the_level_is_told_and_nothing_else(self) -> None:
        self.assertEqual(await self.heard({"text": "/help"}), (200, {"crisis": "unsafe"}))
        self.assertEqual(await self.heard({"text": "hoi"}), (200, {"crisis": None}))

    async def test_a_body_without_text_is_refused(self) -> None:
        for body in (None, [], {}, {"text": 3}, {"text": ""}):
            self.assertEqual((await self.heard(body))[0], 400)
