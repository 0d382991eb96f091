"""Masking on two sets of held-out texts, which no rule, list or model was made with."""

from functools import lru_cache

import pytest

from desk.intake.masking import Kind
from tests.measure.privacy import (
    HELD_OUT,
    SECOND,
    Result,
    busy_time,
    false_masking,
    innocents_touched,
    precision,
    read_cases,
    recall,
    results,
)


@lru_cache(maxsize=1)
def held_out() -> list[Result]:
    return results(read_cases(HELD_OUT))


@lru_cache(maxsize=1)
def second() -> list[Result]:
    return results(read_cases(SECOND))


def test_the_set_is_large_enough_to_say_something() -> None:
    assert len(held_out()) >= 300
    assert sum(not result.wanted for result in held_out()) >= 100
    assert {place.kind for result in held_out() for place in result.wanted} == set(Kind)


def test_nearly_everything_personal_is_masked() -> None:
    assert recall(held_out()) >= 0.95
    assert recall(held_out(), Kind.NAME) >= 0.93
    assert recall(second()) >= 0.95
    assert recall(second(), Kind.NAME) >= 0.93


@pytest.mark.parametrize("kind", sorted(set(Kind) - {Kind.NAME}))
def test_no_kind_is_left_behind(kind: Kind) -> None:
    assert recall(held_out(), kind) >= 0.89


def test_little_else_is_masked() -> None:
    assert false_masking(held_out()) <= 0.05
    assert precision(held_out()) >= 0.93
    assert innocents_touched(held_out()) <= 0.09


def test_at_most_five_in_a_hundred_in_every_reading_on_the_second_set() -> None:
    assert false_masking(second()) <= 0.05
    assert precision(second()) >= 0.95
    assert innocents_touched(second()) <= 0.05


def test_it_is_quick_once_warm() -> None:
    assert busy_time(held_out(), 0.95) <= 20
