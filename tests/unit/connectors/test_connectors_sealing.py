"""Sealing: only the token's holder opens it, and its size says little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import SealedBox

from connectors.conversations.sealing import (
    BUCKETS,
    CannotOpenError,
    ConversationKeys,
    hash_token,
    is_id,
    new_id,
    new_token,
    same_token,
    seal,
)

OVERHEAD = 48


@given(st.binary(max_size=140_000))
def test_what_is_sealed_opens_with_the_token_only(content: bytes) -> None:
    keys, others = ConversationKeys.from_token("mine"), ConversationKeys.from_token("theirs")
    sealed = seal(keys.public, content)
    assert keys.open(sealed) == content
    with pytest.raises(CannotOpenError):
        others.open(sealed)


@given(st.binary(max_size=140_000))
def test_sizes_are_those_of_the_buckets(content: bytes) -> None:
    size = len(seal(ConversationKeys.from_token("t").public, content)) - OVERHEAD
    assert size in BUCKETS or size % BUCKETS[-1] == 0
    assert size > len(content)


@pytest.mark.parametrize("length", [0, 1023, 1024, 65535, 65536, 131072])
def test_the_edges_of_buckets_open_again(length: int) -> None:
    keys = ConversationKeys.from_token("t")
    assert keys.open(seal(keys.public, b"x" * length)) == b"x" * length


def test_a_damaged_box_does_not_open() -> None:
    keys = ConversationKeys.from_token("t")
    sealed = bytearray(seal(keys.public, b"hoi"))
    sealed[-1] ^= 1
    for damaged in (bytes(sealed), b"", b"short"):
        with pytest.raises(CannotOpenError):
            keys.open(damaged)


def test_it_is_a_plain_sealed_box_that_any_nacl_opens() -> None:
    keys = ConversationKeys.from_token("t")
    assert SealedBox(keys.private).decrypt(seal(keys.public, b"hoi")).startswith(b"hoi")


def test_the_stored_hash_and_key_are_not_each_other_and_not_the_token() -> None:
    token = new_token()
    keys = ConversationKeys.from_token(token)
    made = {hash_token(token), bytes(keys.private), keys.public, token.encode()}
    assert len(made) == 4


def test_tokens_are_compared() -> None:
    assert same_token("a", hash_token("a"))
    assert not same_token("b", hash_token("a"))


def test_marks_differ_by_opinion_message_and_conversation() -> None:
    mine, theirs = ConversationKeys.from_token("mine"), ConversationKeys.from_token("theirs")
    marks = {
        mine.mark("1", helpful=True),
        mine.mark("1", helpful=False),
        mine.mark("2", helpful=True),
        theirs.mark("1", helpful=True),
    }
    assert len(marks) == 4


def test_only_what_looks_like_an_id_is_one() -> None:
    assert is_id(new_id())
    assert not any(map(is_id, ["", "a b", "é", "a\n", "x" * 33, "\u0000"]))
