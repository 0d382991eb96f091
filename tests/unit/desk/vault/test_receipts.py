"""The receipt gives a hash to look up by and a key, and neither gives the other."""

import re
import secrets

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.pwhash import argon2id

from desk.vault.costs import Cost, Costs
from desk.vault.gate import Gate
from desk.vault.pepper import Pepper
from desk.vault.receipts import NO_RECEIPT, ReceiptDeriver, digits_of, holds_receipt, new_receipt
from tests.support.desk_house import CHEAP

PEPPER = Pepper(secrets.token_bytes(32))
DERIVER = ReceiptDeriver(PEPPER, CHEAP, Gate())
RECEIPTS = st.from_regex(r"[0-9]{16}", fullmatch=True)


def test_a_receipt_is_sixteen_digits_in_fours() -> None:
    receipts = {new_receipt() for _ in range(300)}
    assert len(receipts) == 300
    assert all(re.fullmatch(r"\d{4}( \d{4}){3}", receipt) for receipt in receipts)
    assert {receipt[0] for receipt in receipts} == set("0123456789")


@given(RECEIPTS)
@settings(max_examples=50)
def test_the_same_receipt_always_gives_the_same_keys(receipt: str) -> None:
    one, other = DERIVER.derive(receipt), DERIVER.derive(f" {receipt[:4]}-{receipt[4:8]}.{receipt[8:]} ")
    assert (one.lookup, bytes(one.private)) == (other.lookup, bytes(other.private))


@given(RECEIPTS, RECEIPTS)
@settings(max_examples=50)
def test_another_receipt_gives_other_keys(receipt: str, other: str) -> None:
    same = receipt == other
    one, two = DERIVER.derive(receipt), DERIVER.derive(other)
    assert (one.lookup == two.lookup) is same
    assert (bytes(one.private) == bytes(two.private)) is same


@given(RECEIPTS)
@settings(max_examples=50)
def test_the_stored_hash_does_not_give_the_key(receipt: str) -> None:
    keys = DERIVER.derive(receipt)
    assert keys.lookup != bytes(keys.private)
    salt = PEPPER.subkey("receipt-key", argon2id.SALTBYTES)
    cost = CHEAP.receipt_key
    again = argon2id.kdf(32, keys.lookup, salt, opslimit=cost.passes, memlimit=cost.memory_bytes)
    assert again != bytes(keys.private)


def test_both_halves_have_parameters_of_their_own() -> None:
    receipt, cost = "1234567890123456", Cost(1, 8)
    same_costs = ReceiptDeriver(PEPPER, Costs(cost, cost, cost), Gate()).derive(receipt)
    assert same_costs.lookup != bytes(same_costs.private)
    other_pepper = ReceiptDeriver(Pepper(secrets.token_bytes(32)), CHEAP, Gate()).derive(receipt)
    assert other_pepper.lookup != DERIVER.derive(receipt).lookup


@pytest.mark.parametrize("wrong", ["", "123", "12345678901234567", "abcd efgh ijkl mnop", "١٢٣٤٥٦٧٨٩٠١٢٣٤٥٦"])
def test_what_is_no_receipt_becomes_one_that_is_never_given_out(wrong: str) -> None:
    assert digits_of(wrong) == NO_RECEIPT
    assert DERIVER.derive(wrong).lookup == DERIVER.derive(NO_RECEIPT).lookup


def test_a_receipt_is_found_in_a_text_however_it_is_spaced() -> None:
    receipt = "1234 5678 9012 3456"
    assert holds_receipt("mijn code is 1234-5678-9012-3456!", receipt)
    assert holds_receipt("1234567890123456", receipt)
    assert not holds_receipt("bel 030 123 45 67", receipt)


def test_keys_do_not_show_themselves() -> None:
    keys = DERIVER.derive("1234567890123456")
    assert "private" not in repr(keys)
    assert repr(PEPPER) == "Pepper()"
