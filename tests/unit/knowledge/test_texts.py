"""Texts of buttons, words for a report, and answers in other languages."""

from pathlib import Path
from string import Formatter

import pytest

from knowledge.errors import UnknownPlaceholderError
from knowledge.labels import read_labels, read_report_labels
from knowledge.languages import Translation, read_translations


def test_the_texts_of_buttons_are_words_with_only_the_places_that_are_filled() -> None:
    labels = read_labels()
    places = {key: [name for _, name, _, _ in Formatter().parse(text) if name] for key, text in labels.items()}
    assert {key: named for key, named in places.items() if named} == {
        "hours": ["days", "opens", "closes"],
        "hours_days": ["first", "last"],
    }
    assert all(label.strip() for label in labels.values())


def test_a_label_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "labels.yml"
    path.write_text("more: Meer uitleg\n# a note\nhuman: Praat met een mens\n", encoding="utf-8")
    assert read_labels(path) == {"more": "Meer uitleg", "human": "Praat met een mens"}


def test_every_field_of_a_report_has_words_for_its_values() -> None:
    words = read_report_labels()
    for field in ("phase", "grounds", "sector", "wish"):
        assert field in words["fields"]
        assert all(isinstance(said, str) and said for said in words[field].values())


def test_an_answer_in_another_language_has_its_help_lines_filled_in(tmp_path: Path) -> None:
    path = tmp_path / "languages.yml"
    path.write_text("english:\n  text: 'In danger? Call {tel:alarmnummer}.'\n  human: Talk to a person\n")
    assert read_translations(path) == {"english": Translation("In danger? Call 112.", "Talk to a person")}


def test_an_answer_with_a_help_line_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "languages.yml"
    path.write_text("english:\n  text: 'Call {tel:police}.'\n  human: Talk\n")
    with pytest.raises(UnknownPlaceholderError, match="police"):
        read_translations(path)
