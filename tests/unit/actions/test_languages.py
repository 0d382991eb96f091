"""Every language that is heard has an answer with the way to a person."""

import yaml

from deploy.rasa_process import ROOT
from knowledge.languages import read_translations

HEARD = yaml.safe_load((ROOT / "bot" / "components" / "languages.yml").read_text()).keys() - {"dutch", "neutral"}
BY_SCRIPT = {"arabic", "russian"}


def test_what_is_heard_can_be_answered() -> None:
    assert read_translations().keys() == HEARD | BY_SCRIPT


def test_each_answer_names_the_emergency_number_and_has_a_button() -> None:
    for translation in read_translations().values():
        assert "112" in translation.text
        assert translation.human
