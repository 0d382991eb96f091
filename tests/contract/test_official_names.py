"""The official Dutch pipeline, where it is installed, put through the same held-out cases as the model we ship."""

from functools import lru_cache

import pytest
import spacy
from spacy.util import is_package

from desk.intake.masking.engine import Masker
from desk.intake.masking.masked import Kind
from desk.intake.masking.pipelines import OFFICIAL, OWN
from tests.measure.privacy import HELD_OUT, Result, read_cases, recall

pytestmark = pytest.mark.skipif(not is_package(OFFICIAL), reason=f"{OFFICIAL} is not installed (see docs/safety.md)")


@lru_cache
def results(*names: str) -> list[Result]:
    masker = Masker({name: spacy.load(name) for name in names})
    return [Result(text, wanted, masker.mask(text), 0.0, 0.0) for text, wanted in read_cases(HELD_OUT)]


@pytest.mark.parametrize("names", [(OFFICIAL,), (OFFICIAL, OWN)], ids=" and ".join)
def test_names_are_found_with_the_official_pipeline_as_well(names: tuple[str, ...]) -> None:
    assert recall(results(*names), Kind.NAME) >= 0.93
    assert recall(results(*names)) >= 0.95
