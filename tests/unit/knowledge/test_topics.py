"""The topics promised to the outside world, and whether an article keeps the promise."""

from pathlib import Path

import pytest

from knowledge.topics import Topic, broken_promises, read_topics
from tests.support.articles import article

TOPIC = Topic("hulp/geld", "Hulp bij geld", ("student", "parent"), (("buurtteam", "Schuldhulp"), ("18",)))
KEPT = {"title": "Hulp bij geld", "audience": ("student", "parent"), "short": "Ben je 18? Ga naar het Buurtteam."}


def broken(**fields: object) -> list[str]:
    return list(broken_promises(TOPIC, article("hulp/geld", **(KEPT | fields))))


def test_an_article_that_says_all_it_must_breaks_nothing() -> None:
    assert broken() == []


def test_one_of_the_alternatives_is_enough_in_capitals_or_not() -> None:
    assert broken(short="SCHULDHULP kan vanaf je 18e.") == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"title": "Geld"}, "title is not 'Hulp bij geld'"),
        ({"audience": ("student",)}, "not for 'parent'"),
        ({"short": "Ben je 18?"}, "'kort' does not say 'buurtteam' or 'Schuldhulp'"),
        ({"short": "Ga naar het buurtteam."}, "'kort' does not say '18'"),
        ({"short": "Ben je 18?", "long": "Ga naar het buurtteam."}, "'kort' does not say 'buurtteam' or 'Schuldhulp'"),
    ],
)
def test_a_broken_promise_is_named(fields: dict[str, object], said: str) -> None:
    assert broken(**fields) == [said]


def test_an_article_may_be_for_more_people_than_promised() -> None:
    assert broken(audience=("student", "parent", "sme")) == []


def test_topics_are_read_from_all_areas_with_their_alternatives(tmp_path: Path) -> None:
    path = tmp_path / "topics.yml"
    path.write_text(
        'stage:\n  - {id: stage/bpv, title: "Wat is bpv", for: "student,parent", say: ["stage|bpv", "mbo"]}\n'
        'mkb:\n  - {id: mkb/gastles, title: "Een gastles geven", for: "sme", say: []}\n'
    )
    assert read_topics(path) == {
        "stage/bpv": Topic("stage/bpv", "Wat is bpv", ("student", "parent"), (("stage", "bpv"), ("mbo",))),
        "mkb/gastles": Topic("mkb/gastles", "Een gastles geven", ("sme",), ()),
    }


def test_the_promise_about_danger_is_in_the_list_of_the_house() -> None:
    assert ("112",) in read_topics()["hulp/crisis"].say
