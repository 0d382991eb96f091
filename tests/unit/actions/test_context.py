"""What was talked about before helps only where the classifier is not sure."""

from actions.answers.context import is_doubtful, weighed
from actions.answers.second_chance import Thresholds, choices
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


def test_someone_who_asked_as_a_student_may_turn_out_to_be_a_company() -> None:
    assert not is_doubtful(FOR_COMPANIES, 0.8, STUDENTS_BBL)


def test_without_a_last_topic_nothing_is_doubtful_and_nothing_weighs() -> None:
    scores = [(HELP_LINE, 0.4), (PERSON, 0.3)]
    assert not is_doubtful(HELP_LINE, 0.1, None)
    assert weighed(scores, None, PERSON) == scores


def test_for_a_company_help_for_students_becomes_the_way_to_a_person() -> None:
    assert weighed([(HELP_LINE, 0.4), (PERSON, 0.3)], FOR_COMPANIES, PERSON) == [(PERSON, 0.4)]


def test_a_company_may_still_ask_what_is_for_students_but_not_on_a_guess() -> None:
    about_pay = SHELF.by_id("stage/vergoeding")
    assert weighed([(about_pay, 0.9)], FOR_COMPANIES, PERSON) == [(about_pay, 0.45)]


def test_one_weak_article_that_is_left_is_no_answer() -> None:
    assert choices([(PERSON.id, 0.3)], Thresholds()) == []
    assert choices([(PERSON.id, 0.9)], Thresholds()) == [PERSON.id]


def test_the_last_subject_and_area_weigh_heavier_and_a_score_stays_within_one() -> None:
    what, do = SHELF.by_id("plekken/technohub-wat"), SHELF.by_id("plekken/technohub-doen")
    other = SHELF.by_id("studiekeuze/bol-bbl")
    assert weighed([(other, 0.5), (do, 0.3)], what, PERSON)[0][0] == do
    assert weighed([(do, 0.9)], what, PERSON) == [(do, 1.0)]
