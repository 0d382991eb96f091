"""The articles at hand: by id, by intent, and the neighbour that answers another side of a subject."""

import pytest

from knowledge.errors import UnknownArticleError
from knowledge.store.lookup import Shelf
from tests.support.articles import article

WHAT = article("plekken/makerspace-wat", subject="makerspace", aspect="wat")
DO = article("plekken/makerspace-doen", subject="makerspace", aspect="doen")
DO_TOO = article("plekken/makerspace-bouwen", subject="makerspace", aspect="doen")
HUB = article("plekken/technohub-meedoen", subject="technohub", aspect="meedoen")
SHELF = Shelf([DO, WHAT, DO_TOO, HUB])


def test_an_article_is_found_by_its_id_and_by_its_intent() -> None:
    assert SHELF.by_id("plekken/makerspace-doen") is DO
    assert SHELF.by_intent("plekken_makerspace_doen") is DO


@pytest.mark.parametrize("unknown", ["plekken/makerspace", "", "plekken_makerspace_doen", "plekken/makerspace-doe"])
def test_an_id_that_is_not_there_is_named_in_the_error(unknown: str) -> None:
    with pytest.raises(UnknownArticleError, match=f"^{unknown}$"):
        SHELF.by_id(unknown)


@pytest.mark.parametrize("unknown", ["plekken_makerspace", "plekken/makerspace-doen"])
def test_an_intent_that_no_article_has_is_named_in_the_error(unknown: str) -> None:
    with pytest.raises(UnknownArticleError, match=f"^{unknown}$"):
        SHELF.by_intent(unknown)


def test_a_neighbour_answers_another_side_of_the_same_subject() -> None:
    assert SHELF.neighbour(DO, "wat") is WHAT


def test_of_two_neighbours_the_first_by_name_is_taken_every_time() -> None:
    assert SHELF.neighbour(WHAT, "doen") is DO_TOO
    assert Shelf([DO_TOO, DO, WHAT]).neighbour(WHAT, "doen") is DO_TOO


def test_an_article_is_not_its_own_neighbour_and_another_subject_is_none() -> None:
    assert SHELF.neighbour(WHAT, "wat") is None
    assert SHELF.neighbour(WHAT, "meedoen") is None
