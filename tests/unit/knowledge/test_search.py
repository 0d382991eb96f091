"""Searching articles by words: what counts, what is nearer, and when nothing is found."""

from collections.abc import Sequence

import pytest

from knowledge.articles import Article, read_articles
from knowledge.search.lexical import ArticleIndex
from tests.support.articles import article


def index_of(**long_texts: str) -> ArticleIndex:
    """An index of articles that hold only a text; keys are their names."""
    return ArticleIndex(
        [article(f"stage/{name}", title="", subject="", long=text) for name, text in long_texts.items()]
    )


def found(index: ArticleIndex, query: str) -> list[str]:
    return [hit.article_id.removeprefix("stage/") for hit in index.search(query)]


@pytest.fixture(scope="module")
def house() -> ArticleIndex:
    """An index of the articles of the house."""
    return ArticleIndex(list(read_articles()))


PLACES = ("title", "questions", "long")


@pytest.mark.parametrize(("heavy", "light"), [("title", "questions"), ("questions", "long"), ("title", "long")])
@pytest.mark.parametrize("turned", [False, True])
def test_a_word_weighs_most_in_the_title_and_more_in_a_question_than_in_the_text(
    heavy: str, light: str, turned: bool
) -> None:
    def holding(name: str, **words: str) -> Article:
        fields = {place: words.get(place, "") for place in PLACES}
        return article(f"stage/{name}", subject="", **fields | {"questions": (fields["questions"],)})

    articles = [
        holding("near", **{heavy: "reiskosten", light: "kantine"}),
        holding("far", **{heavy: "kantine", light: "reiskosten"}),
    ]
    index = ArticleIndex(articles[::-1] if turned else articles)
    assert found(index, "reiskosten") == ["near", "far"]
    assert found(index, "kantine") == ["far", "near"]


def test_subject_and_short_text_are_searched_too() -> None:
    articles: Sequence[Article] = [article("stage/a", subject="loopbaan"), article("stage/b", short="Vraag je decaan.")]
    assert found(ArticleIndex(articles), "loopbaan") == ["a"]
    assert found(ArticleIndex(articles), "decaan") == ["b"]


@pytest.mark.parametrize("query", ["vergoeding", "vergoedingen", "VERGOEDING!", "hoeveel vergoeding, dan?"])
def test_a_word_is_found_in_any_form(query: str) -> None:
    assert found(index_of(money="Er zijn vergoedingen.", other="Er is werk."), query) == ["money"]


def test_a_compound_finds_its_parts() -> None:
    index = index_of(both="vergoeding bij stage", other="kantine")
    assert found(index, "stagevergoeding") == ["both"]


def test_a_part_finds_the_compound_when_other_articles_use_the_parts_as_words() -> None:
    index = index_of(compound="stagevergoeding", parts="de stage en de vergoeding", other="kantine")
    assert set(found(index, "vergoeding")) == {"compound", "parts"}
    assert found(index, "stagevergoeding")[0] == "compound"


def test_a_compound_of_which_no_article_uses_a_part_is_left_whole() -> None:
    index = index_of(compound="stagevergoeding", part="vergoeding")
    assert found(index, "vergoeding") == ["part"]
    assert found(index, "reisvergoeding") == []


def test_a_compound_is_not_cut_into_crumbs() -> None:
    assert found(index_of(crumb="een jas voor het werk"), "werkjas") == []


@pytest.mark.parametrize("query", ["", "  ?!", "wat kan ik doen met de", "zwembad", "wat is een zwembad"])
def test_nothing_is_found_without_a_word_that_an_article_uses(query: str) -> None:
    assert index_of(money="wat kan ik doen met de vergoeding").search(query) == []


def test_an_empty_index_finds_nothing_and_answers_nothing() -> None:
    empty = ArticleIndex([])
    assert empty.search("stage") == []
    assert not empty.knows("stage_bpv")


def test_unknown_words_do_not_stand_in_the_way_of_known_ones() -> None:
    assert found(index_of(money="vergoeding", other="kantine"), "zwembad vergoeding xyz") == ["money"]


def test_the_nearest_comes_first_and_what_holds_no_word_is_left_out() -> None:
    index = index_of(one="stage kantine loket", none="kantine loket fiets", both="stage vergoeding loket")
    hits = index.search("stage vergoeding")
    assert [hit.article_id for hit in hits] == ["stage/both", "stage/one"]
    assert hits[0].score > hits[1].score > 0


def test_a_rare_word_says_more_than_a_common_one() -> None:
    index = index_of(a="stage kantine", b="stage fiets", c="stage loket", rare="diploma loket")
    assert found(index, "stage diploma")[0] == "rare"


def test_no_more_is_found_than_asked_for() -> None:
    index = index_of(**{f"n{number}": "stage " + "fiets " * number for number in range(8)})
    assert found(index, "stage") == ["n0", "n1", "n2", "n3", "n4"]
    assert [hit.article_id for hit in index.search("stage", most=2)] == ["stage/n0", "stage/n1"]
    assert len(index.search("stage", most=20)) == 8


def test_an_article_is_known_by_its_intent() -> None:
    index = ArticleIndex([article("stage/geen-stage")])
    assert index.knows("stage_geen_stage")
    assert index.id_of_intent("stage_geen_stage") == "stage/geen-stage"
    assert not index.knows("stage_bpv")


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("hoeveel stagevergoeding krijg ik", "stage/vergoeding"),
        ("wat is het verschil tussen bol en bbl", "studiekeuze/bol-bbl"),
        ("mogen ze me weigeren om mijn hoofddoek", "discriminatie/hoofddoek-geloof"),
        ("hoe word ik erkend leerbedrijf", "mkb/leerbedrijf-worden"),
    ],
)
def test_plain_questions_find_the_article_of_the_house(house: ArticleIndex, query: str, wanted: str) -> None:
    assert wanted in [hit.article_id for hit in house.search(query, most=2)]
