"""What one sentence tells: months, towns, companies, grounds, phases, levels, and what it takes back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.forms.facts.told import takes_back, told_in
from actions.forms.follow.spots import receipt_in
from actions.forms.report.questions import QUESTIONS, Spot, after, before, spot_of
from desk.intake.reports import Ground, Phase, ReportDocument, StudyLevel

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("said", "month"),
    [
        ("in maart", "2026-03"),
        ("december", "2025-12"),
        ("in maart 2025", "2025-03"),
        ("vorige maand", "2026-10"),
        ("drie weken geleden", "2026-10"),
        ("gisteren", "2026-11"),
        ("03-2026", "2026-03"),
        ("in mei", "2026-05"),
    ],
)
def test_a_month_however_it_is_said(said: str, month: str) -> None:
    assert told_in(said, TODAY).period == month


@pytest.mark.parametrize("said", ["jan zei dat", "mei is een meisje uit de klas", "in maart 2031", "appelmoes"])
def test_a_name_or_the_future_is_no_month(said: str) -> None:
    assert told_in(said, TODAY).period is None


def test_one_sentence_tells_many_things() -> None:
    told = told_in("In maart zei een bouwbedrijf in Zeist bij het gesprek: geen hoofddoek. Ik doe mbo niveau 2", TODAY)
    assert (told.period, told.town, told.sector) == ("2026-03", "Zeist", "bouw en installatie")
    assert (told.phase, told.grounds, told.study_level) == (Phase.INTERVIEW, (Ground.HEADSCARF,), StudyLevel.MBO_2)


def test_what_stands_between_not_and_but_is_taken_back() -> None:
    told = told_in("het was niet in Zeist maar in Nieuwegein", TODAY)
    assert told.town == "Nieuwegein"
    assert takes_back("nee, in Nieuwegein")
    assert not takes_back("in Nieuwegein")


@given(st.text(max_size=300))
def test_no_text_breaks_the_reading_and_no_month_is_in_the_future(text: str) -> None:
    period = told_in(text, TODAY).period
    assert period is None or period <= "2026-11"


@given(st.text(alphabet="0123456789 .-", max_size=40))
def test_a_receipt_is_exactly_sixteen_digits(text: str) -> None:
    digits = "".join(character for character in text if character.isdigit())
    assert receipt_in(text) == (digits if len(digits) == 16 else None)


@pytest.mark.parametrize("question", QUESTIONS)
def test_where_a_conversation_is_survives_the_slot_and_leads_on_and_back(question: str) -> None:
    spot = Spot(question)
    assert spot_of(spot.code) == spot
    assert before(after(ReportDocument(), spot)) == spot
