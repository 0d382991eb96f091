"""A private key opens with its password or its recovery key, and with nothing else."""

import dataclasses

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from nacl.public import PrivateKey

from desk.errors import TamperedError, WeakPasswordError, WrongPasswordError, WrongRecoveryKeyError
from desk.vault.gate import Gate
from desk.vault.locking import (
    Locksmith,
    check_pair,
    lock_with_recovery,
    new_one_time_password,
    new_recovery_key,
    unlock_with_recovery,
)
from tests.support.desk_house import CHEAP

LOCKSMITH = Locksmith(CHEAP.password, Gate())
PASSWORDS = st.text(min_size=12, max_size=40)


@given(PASSWORDS, PASSWORDS)
@settings(max_examples=50)
def test_only_the_password_opens_the_key(password: str, other: str) -> None:
    assume(password != other)
    private = PrivateKey.generate()
    locked = LOCKSMITH.lock(private, password)
    assert bytes(LOCKSMITH.unlock(locked, password)) == bytes(private)
    with pytest.raises(WrongPasswordError):
        LOCKSMITH.unlock(locked, other)


@given(st.integers(0, 71))
@settings(max_examples=30)
def test_a_changed_or_truncated_lock_does_not_open(place: int) -> None:
    locked = LOCKSMITH.lock(PrivateKey.generate(), "een lang wachtwoord")
    changed = bytearray(locked.box)
    changed[place] ^= 1
    for box in (bytes(changed), locked.box[:place]):
        with pytest.raises(WrongPasswordError):
            LOCKSMITH.unlock(dataclasses.replace(locked, box=box), "een lang wachtwoord")


def test_an_account_that_is_not_there_is_refused_the_same_way() -> None:
    with pytest.raises(WrongPasswordError):
        LOCKSMITH.unlock(None, "een lang wachtwoord")


def test_a_short_password_is_refused() -> None:
    with pytest.raises(WeakPasswordError):
        LOCKSMITH.lock(PrivateKey.generate(), "elf tekens.")


def test_the_recovery_key_opens_however_it_was_copied() -> None:
    private, recovery = PrivateKey.generate(), new_recovery_key()
    box = lock_with_recovery(private, recovery)
    assert bytes(unlock_with_recovery(box, f" {recovery.upper().replace('-', ' ')}\n")) == bytes(private)
    for wrong in (new_recovery_key(), recovery[:-1], ""):
        with pytest.raises(WrongRecoveryKeyError):
            unlock_with_recovery(box, wrong)
    with pytest.raises(WrongRecoveryKeyError):
        unlock_with_recovery(None, recovery)


def test_a_swapped_public_key_is_noticed() -> None:
    private = PrivateKey.generate()
    check_pair(private, bytes(private.public_key))
    with pytest.raises(TamperedError):
        check_pair(private, bytes(PrivateKey.generate().public_key))


def test_made_up_secrets_are_long_and_never_the_same() -> None:
    assert len({new_one_time_password() for _ in range(100)}) == 100
    assert len(new_one_time_password().replace("-", "")) == 25
    assert len(new_recovery_key().replace("-", "")) == 40
