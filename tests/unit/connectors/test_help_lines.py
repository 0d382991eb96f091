"""The numbers that a connector says itself are those of the one list."""

import re

import yaml

from connectors.conversations.texts import DANGER
from tests.structure.house import ROOT

NUMBERS = ROOT / "knowledge" / "content" / "numbers.yml"


def test_the_numbers_for_danger_are_those_of_the_list() -> None:
    listed = yaml.safe_load(NUMBERS.read_text(encoding="utf-8"))
    known = {listed["alarmnummer"]["number"], *listed["zelfmoordpreventie"]["number"].split(" of ")}
    assert set(re.findall(r"\d[\d-]+\d", DANGER)) == known
