"""What is sealed opens with its own key, in its own place, unchanged; and with nothing else."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nacl.public import PrivateKey

from desk.errors import TamperedError, TooLargeError, WrongKeyError
from desk.vault.padding import BUCKETS, pad, unpad
from desk.vault.sealing import key_id, new_key, seal, unseal, unwrap_key, wrap_key

CONTENTS = st.binary(max_size=5000)
CONTEXTS = st.text(min_size=1, max_size=30)


@given(CONTENTS, CONTEXTS)
def test_what_is_sealed_opens_again(content: bytes, context: str) -> None:
    key = new_key()
    assert unseal(key, seal(key, content, context), context) == content


@given(CONTENTS, st.data())
def test_one_changed_bit_anywhere_is_noticed(content: bytes, data: st.DataObject) -> None:
    key = new_key()
    sealed = bytearray(seal(key, content, "case"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(TamperedError):
        unseal(key, bytes(sealed), "case")


@given(CONTENTS, st.data())
def test_a_truncated_or_lengthened_blob_is_noticed(content: bytes, data: st.DataObject) -> None:
    key = new_key()
    sealed = seal(key, content, "case")
    other = sealed[: data.draw(st.integers(0, len(sealed) - 1))]
    for damaged in (other, sealed + b"\0", b""):
        with pytest.raises(TamperedError):
            unseal(key, damaged, "case")


@given(CONTENTS, CONTEXTS, CONTEXTS)
def test_a_blob_moved_to_another_place_does_not_open(content: bytes, here: str, there: str) -> None:
    assume(here != there)
    key = new_key()
    with pytest.raises(TamperedError):
        unseal(key, seal(key, content, here), there)


@given(CONTENTS)
def test_another_key_does_not_open_it(content: bytes) -> None:
    with pytest.raises(TamperedError):
        unseal(new_key(), seal(new_key(), content, "case"), "case")


@given(CONTENTS, CONTENTS)
def test_padding_hides_the_length_within_a_class(one: bytes, other: bytes) -> None:
    assume(max(len(one), len(other)) < BUCKETS[0])
    key = new_key()
    assert len(seal(key, one, "case")) == len(seal(key, other, "case"))


@given(st.integers(0, BUCKETS[2] + 10))
def test_every_padded_size_is_a_bucket(length: int) -> None:
    padded = pad(bytes(length))
    assert len(padded) in BUCKETS
    assert unpad(padded) == bytes(length)


def test_padding_has_a_largest_size() -> None:
    assert len(pad(bytes(BUCKETS[-1] - 1))) == BUCKETS[-1]
    with pytest.raises(TooLargeError):
        pad(bytes(BUCKETS[-1]))


def test_what_was_never_padded_is_noticed() -> None:
    for wrong in (bytes(BUCKETS[0]), b"x" * 10, b""):
        with pytest.raises(TamperedError):
            unpad(wrong)


def test_a_wrapped_key_opens_for_its_reader_only() -> None:
    reader, other, key = PrivateKey.generate(), PrivateKey.generate(), new_key()
    wrapped = wrap_key(key, bytes(reader.public_key))
    assert unwrap_key(wrapped, reader) == key
    with pytest.raises(WrongKeyError):
        unwrap_key(wrapped, other)


@given(st.integers(0, 79))
def test_a_truncated_wrap_is_noticed(length: int) -> None:
    reader = PrivateKey.generate()
    with pytest.raises(TamperedError):
        unwrap_key(wrap_key(new_key(), bytes(reader.public_key))[:length], reader)


@given(st.integers(0, 79), st.integers(0, 7))
def test_a_changed_wrap_does_not_open(place: int, bit: int) -> None:
    reader = PrivateKey.generate()
    wrapped = bytearray(wrap_key(new_key(), bytes(reader.public_key)))
    wrapped[place] ^= 1 << bit
    with pytest.raises(WrongKeyError):
        unwrap_key(bytes(wrapped), reader)


def test_two_wraps_of_one_key_have_nothing_in_common() -> None:
    reader, key = bytes(PrivateKey.generate().public_key), new_key()
    assert wrap_key(key, reader) != wrap_key(key, reader)
    assert key_id(reader) != key_id(bytes(PrivateKey.generate().public_key))
