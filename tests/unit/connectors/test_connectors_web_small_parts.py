"""Turnstiles, texts, wording, receipts, addresses and logs."""

import asyncio
import json
import logging
import unicodedata
from collections.abc import Iterator

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from connectors.conversations.texts import NO_ANSWER, WELCOME
from connectors.conversations.turnstiles import Answer, Turnstiles
from connectors.conversations.wording import clean, has_words
from connectors.logs import configure_logging, get_logger
from connectors.rate_limits import hide, network_of
from connectors.web.errors import STATUS
from connectors.web.receipts import NO_RECEIPT, digits_of
from connectors.web.texts import ERRORS


def test_every_error_has_a_status_and_a_sentence() -> None:
    assert set(STATUS) == set(ERRORS)
    for sentence in (*ERRORS.values(), WELCOME.text, NO_ANSWER.text):
        assert sentence[0].isupper()
        assert sentence.rstrip().endswith((".", "?"))
        assert max(len(part.split()) for part in sentence.replace("?", ".").split(".")) <= 18, sentence


def test_retryable_errors_say_to_try_again() -> None:
    for code in ("assistant_unreachable", "storage_unreachable", "too_many_messages"):
        assert "opnieuw" in ERRORS[code]
    assert "niet bewaard" in ERRORS["assistant_unreachable"]


@given(st.text())
def test_cleaning_keeps_words_and_drops_controls(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert has_words(cleaned) == has_words(text)
    assert not [c for c in cleaned if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    cleaned.encode()


@pytest.mark.parametrize("text", ["hoi", "?", "😀", "1", "ñ"])
def test_these_have_words(text: str) -> None:
    assert has_words(text)


@pytest.mark.parametrize("given_text", ["1234567890123456", "1234 5678 9012 3456", " 1234\n567890123456 "])
def test_spaces_in_a_receipt_do_not_matter(given_text: str) -> None:
    assert digits_of(given_text) == "1234567890123456"


@pytest.mark.parametrize("given_text", ["", "123", "1234x5678x9012x3456", "٣" * 16, "1" * 17])
def test_what_is_no_receipt_is_one_that_is_never_given_out(given_text: str) -> None:
    assert digits_of(given_text) == NO_RECEIPT


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", "unknown"),
        ("testclient", "unknown"),
    ],
)
def test_addresses_of_one_house_count_as_one(address: str, network: str) -> None:
    assert network_of(address) == network


def test_an_address_is_hidden_under_a_key() -> None:
    assert hide("203.0.113.7", b"a") != hide("203.0.113.7", b"b")
    assert len(hide("203.0.113.7", b"a")) == 32


class TestTurnstiles:
    """The doors, with a clock of the test's own."""

    def setup_method(self) -> None:
        self.time = 0.0
        self.turns = 0
        self.doors = Turnstiles(lambda: self.time)

    async def turn(self) -> Answer:
        self.turns += 1
        await asyncio.sleep(0)
        return []

    async def once(self, said: str, linger: float = 0.0) -> Answer:
        return await self.doors.once("c", said, self.turn, linger)

    def test_equal_turns_at_once_count_once(self) -> None:
        async def go() -> None:
            await asyncio.gather(self.once("ja"), self.once("ja"), self.once("ja"))

        asyncio.run(go())
        assert self.turns == 1

    def test_other_turns_at_once_all_count(self) -> None:
        async def go() -> None:
            await asyncio.gather(self.once("ja"), self.once("nee"), self.once("misschien"))

        asyncio.run(go())
        assert self.turns == 3

    def test_an_equal_turn_within_the_time_counts_once_and_later_again(self) -> None:
        async def go() -> None:
            for self.time in (0.0, 0.9, 2.0):
                await self.once("ja", linger=1.0)

        asyncio.run(go())
        assert self.turns == 2

    def test_a_failed_turn_is_tried_by_the_next(self) -> None:
        async def fail() -> Answer:
            self.turns += 1
            raise ValueError

        async def go() -> list[object]:
            tries = [self.doors.once("c", "ja", fail) for _ in range(2)]
            return list(await asyncio.gather(*tries, return_exceptions=True))

        assert [type(result) for result in asyncio.run(go())] == [ValueError, ValueError]
        assert self.turns == 2
        assert len(self.doors) == 0

    def test_a_held_door_forgets_the_last_turn(self) -> None:
        async def go() -> None:
            await self.once("ja", linger=1.0)
            async with self.doors.hold("c"):
                pass
            assert len(self.doors) == 0
            await self.once("ja", linger=1.0)

        asyncio.run(go())
        assert self.turns == 2


class TestLogs:
    """The logs as they are written."""

    @pytest.fixture(autouse=True)
    def put_back(self) -> Iterator[None]:
        """Leave logging as it was."""
        yield
        structlog.reset_defaults()
        logging.basicConfig(force=True)

    def test_events_are_json_and_errors_lose_their_words(self, capsys: pytest.CaptureFixture[str]) -> None:
        configure_logging()
        try:
            raise ValueError("quotes a user")
        except ValueError:
            get_logger().exception("it_broke", count=1)
            logging.getLogger("uvicorn.error").exception("Exception in ASGI application")
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [line["event"] for line in lines] == ["it_broke", "Exception in ASGI application"]
        for line in lines:
            assert line["error"] == "ValueError"
            assert line["frames"][-1].startswith("test_connectors_web_small_parts.py:")
            assert "quotes" not in str(line)

    def test_libraries_that_log_addresses_are_quiet(self, capsys: pytest.CaptureFixture[str]) -> None:
        configure_logging()
        for name in ("httpx", "httpcore", "sqlalchemy.engine"):
            logging.getLogger(name).info("GET http://bot/conversations/secret")
        assert capsys.readouterr().out == ""
