"""A report says what the form may ask, and never shows it by accident."""

import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from desk.cases.document import Exclusions, Ground, Phase, ReportDocument, Wish

CANARY = "kanarie-in-de-mijn"


def lines(longest: int) -> st.SearchStrategy[str | None]:
    """Text that survives stripping, or nothing."""
    return st.none() | st.text(min_size=1, max_size=longest).map(str.strip).filter(bool)


DOCUMENTS = st.builds(
    ReportDocument,
    what_happened=lines(3000),
    phase=st.none() | st.sampled_from(Phase),
    grounds=st.lists(st.sampled_from(Ground), unique=True).map(tuple),
    sector=lines(50),
    period=st.none() | st.dates().map(lambda day: f"20{day:%y-%m}"),
    company=lines(50),
    town=lines(50),
    may_not_read=st.builds(Exclusions, own_school=st.booleans(), in_own_words=lines(50)),
    wish=st.none() | st.sampled_from(Wish),
)


@given(DOCUMENTS)
def test_a_document_survives_being_written_and_read(document: ReportDocument) -> None:
    assert ReportDocument.model_validate_json(document.model_dump_json(exclude_defaults=True)) == document


def test_printing_a_document_shows_no_content() -> None:
    document = ReportDocument(what_happened=CANARY, may_not_read=Exclusions(organisations=(CANARY,)))
    assert CANARY not in f"{document} {document!r} {document.may_not_read!r}"
    assert repr(document) == "ReportDocument(filled=2)"


@pytest.mark.parametrize(
    "fields",
    [
        {"what_happened": CANARY * 2000},
        {"company": CANARY * 20},
        {"period": CANARY},
        {"period": "2026-13"},
        {"grounds": (CANARY,)},
        {"name_of_reporter": CANARY},
    ],
)
def test_what_does_not_fit_is_refused_without_repeating_it(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError) as refused:
        ReportDocument.model_validate(fields)
    told = "".join(traceback.format_exception_only(refused.value))
    assert CANARY not in told.replace("name_of_reporter", "")


def test_empty_means_that_nothing_was_told() -> None:
    assert ReportDocument().is_empty
    assert ReportDocument(wish=Wish.ADVICE, may_not_read=Exclusions(own_school=True)).is_empty
    assert not ReportDocument(grounds=(Ground.AGE,)).is_empty
