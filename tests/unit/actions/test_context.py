"""What was talked about before helps only where the classifier is not sure."""

from actions.answers.context import is_doubtful, weighed
from knowledge.articles import read_articles
from knowledge.store.lookup import Shelf

SHELF = Shelf(read_articles())
FOR_COMPANIES = SHELF.by_id("mkb/subsidies")
HELP_LINE = SHELF.by_id("hulp/kindertelefoon")
PERSON = SHELF.by_id("hulp/medewerker")
STUDENTS_BBL = SHELF.by_id("stage/leerbaan-bbl")


def test_a_company_does_not_get_the_childrens_help_line_on_a_guess() -> None:
    assert is_doubtful(HELP_LINE, 0.8, FOR_COMPANIES)
    assert not is_doubtful(HELP_LINE, 0.95, FOR_COMPANIES)
    assert not is_doubtful(PERSON, 0.8, FOR_COMPANIES)


def test_a_student_does_not_get_what_is_for_companies_alone_on_a_guess() -> None:
    assert is_doubtful(FOR_COMPANIES, 0.8, STUDENTS_BBL)


def test_without_a_last_topic_nothing_is_doubtful_and_nothing_weighs() -> None:
    scores = [(HELP_LINE, 0.4), (PERSON, 0.3)]
    assert not is_doubtful(HELP_LINE, 0.1, None)
    assert weighed(scores, None) == scores


def test_for_a_company_the_way_to_a_person_comes_before_the_help_line() -> None:
    assert weighed([(HELP_LINE, 0.4), (PERSON, 0.3)], FOR_COMPANIES)[0] == (PERSON, 0.3)


def test_students_and_parents_are_not_kept_apart() -> None:
    parents = SHELF.by_id("studiekeuze/ouders")
    assert not is_doubtful(SHELF.by_id("stage/vergoeding"), 0.7, parents)


def test_the_last_subject_and_area_weigh_heavier_and_a_score_stays_within_one() -> None:
    what, do = SHELF.by_id("plekken/technohub-wat"), SHELF.by_id("plekken/technohub-doen")
    other = SHELF.by_id("studiekeuze/bol-bbl")
    assert weighed([(other, 0.5), (do, 0.3)], what)[0][0] == do
    assert weighed([(do, 0.9)], what) == [(do, 1.0)]
