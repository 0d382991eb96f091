"""The life of a case: two paths that go well, and every step that is not in the table."""

import itertools

import pytest

from desk.cases.workflow import MOVES, Status, check_move
from desk.errors import MoveNotAllowedError

HELPED = [Status.NEW, Status.READ, Status.IN_CONVERSATION, Status.CLOSED]
REFERRED_AND_BACK = [
    Status.NEW,
    Status.READ,
    Status.REFERRED,
    Status.IN_CONVERSATION,
    Status.REFERRED,
    Status.CLOSED,
    Status.IN_CONVERSATION,
]


@pytest.mark.parametrize("path", [HELPED, REFERRED_AND_BACK])
def test_paths_of_a_case_that_go_well(path: list[Status]) -> None:
    for before, after in itertools.pairwise(path):
        check_move(before, after)


def test_a_new_case_must_be_read_before_anything_else() -> None:
    for after in set(Status) - {Status.READ}:
        with pytest.raises(MoveNotAllowedError):
            check_move(Status.NEW, after)


def test_nothing_becomes_new_again_and_nothing_moves_to_itself() -> None:
    for before in Status:
        for after in (Status.NEW, before):
            with pytest.raises(MoveNotAllowedError) as refused:
                check_move(before, after)
            assert (refused.value.before, refused.value.after) == (before, after)


def test_the_table_names_every_status_and_every_status_can_be_reached() -> None:
    assert set(MOVES) == set(Status)
    assert {after for moves in MOVES.values() for after in moves} == set(Status) - {Status.NEW}
