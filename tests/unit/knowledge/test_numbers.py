"""Help lines: one list of numbers, and no text with a hole where a number should be."""

from pathlib import Path

import pytest
import yaml

from knowledge.errors import HelpLineFormatError, UnknownPlaceholderError
from knowledge.numbers import HelpLine, fill_in, read_help_lines
from tests.support.articles import LINES

ENTRY: dict[str, object] = {
    "name": "Praatlijn",
    "number": "0800-0432",
    "url": "https://praatlijn.example",
    "source": {"as_of": "2026"},
}


def written(tmp_path: Path, entry: dict[str, object]) -> Path:
    path = tmp_path / "numbers.yml"
    path.write_text(yaml.safe_dump({"praatlijn": entry}))
    return path


def test_numbers_and_addresses_are_filled_in_wherever_they_are_named() -> None:
    text = "Bel {tel:noodlijn}, of bel {tel:praatlijn}: {url:praatlijn}. Nog eens: {tel:noodlijn}."
    assert fill_in(text, LINES) == "Bel 112, of bel 0800-0432: https://praatlijn.example. Nog eens: 112."


@pytest.mark.parametrize(
    "hole",
    [
        "{tel:onbekend}",
        "{url:noodlijn}",
        "{tel:Noodlijn}",
        "{tel noodlijn}",
        "{nummer:noodlijn}",
        "{noodlijn}",
        "{tel:noodlijn",
        "tel:noodlijn}",
        "{}",
    ],
)
def test_no_text_leaves_with_a_hole_in_it(hole: str) -> None:
    with pytest.raises(UnknownPlaceholderError, match="no "):
        fill_in(f"Bel {hole} nu.", LINES)


def test_a_line_is_read_as_it_is_shown_to_people(tmp_path: Path) -> None:
    assert read_help_lines(written(tmp_path, ENTRY)) == {
        "praatlijn": HelpLine(number="0800-0432", url="https://praatlijn.example")
    }


def test_a_line_may_have_no_address(tmp_path: Path) -> None:
    entry = {key: value for key, value in ENTRY.items() if key != "url"}
    assert read_help_lines(written(tmp_path, entry))["praatlijn"].url is None


@pytest.mark.parametrize(
    "spoiled",
    [
        {"number": None},
        {"number": 75},
        {"number": ""},
        {"name": None},
        {"source": None},
        {"source": {"title": "Krant"}},
    ],
)
def test_a_line_that_nobody_can_call_or_check_is_refused_by_name(tmp_path: Path, spoiled: dict[str, object]) -> None:
    with pytest.raises(HelpLineFormatError, match=r"^praatlijn: "):
        read_help_lines(written(tmp_path, ENTRY | spoiled))


def test_the_alarm_number_of_the_house_is_112() -> None:
    assert fill_in("Bel {tel:alarmnummer}.", read_help_lines()) == "Bel 112."
