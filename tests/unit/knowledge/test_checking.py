"""The content checker: an article that is right passes, and each thing that is wrong is said, alone and by name."""

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from knowledge.articles import article_paths
from knowledge.check import LONG_WORDS, READABILITY_BAR, check_path, main, problems, readability
from knowledge.topics import Topic
from tests.support.articles import GOOD, ID, KNOWN, LINES, TODAY, spoiled, write_article
from tests.support.spoiled_articles import FIGURE, HARD, LONG, PHONE, SHORT, SPOILED

PROMISE = Topic(ID, "Krijg ik mijn reiskosten terug", ("student", "parent"), (("bedrijf", "baas"),))
NUMBERS = 'praatlijn: {name: Praatlijn, number: "0800-0432", source: {as_of: "2026"}}\n'


def found(folder: Path, text: str, today: date = TODAY, topic: Topic | None = PROMISE) -> list[str]:
    return list(check_path(write_article(folder, text), LINES, KNOWN, today, topic))


def test_an_article_that_is_right_has_no_problems(tmp_path: Path) -> None:
    assert found(tmp_path, GOOD) == []


@pytest.mark.parametrize(("old", "new", "said"), SPOILED.values(), ids=SPOILED)
def test_what_is_wrong_is_said_and_nothing_else(tmp_path: Path, old: str, new: str, said: str) -> None:
    topic = PROMISE if old != SHORT else None
    [problem] = found(tmp_path, spoiled(old, new), topic=topic)
    assert re.fullmatch(re.escape(said).replace(r"\{score\}", r"-?\d+"), problem)


@pytest.mark.parametrize(
    "figure",
    [
        "Je krijgt € 250.",
        "Je krijgt 2000 euro.",
        "Je krijgt 1950,50 euro.",
        "Er zijn 15.100 banen.",
        "Het kost 3 miljard.",
        "Van hen stopt 12 procent.",
        "Van ons stopt 1 op de 5.",
        "Eén op de vijf stopt.",
        "Een op de tien stopt.",
    ],
)
def test_a_figure_needs_its_year_in_the_same_sentence(tmp_path: Path, figure: str) -> None:
    dated = f"In 2024: dit. {figure}"
    assert found(tmp_path, spoiled(LONG, dated)) == [f"'meer': a figure without its year: {figure!r}"]
    assert found(tmp_path, spoiled(LONG, f"In 2024 gold dit. {figure[:-1]} in 2024.")) == []


def test_what_is_no_amount_needs_no_year(tmp_path: Path) -> None:
    assert found(tmp_path, spoiled(LONG, "Kies niveau 4. Ga om 9 uur. Meld je aan op 1 april. Je bent 18.")) == []


@pytest.mark.parametrize(
    "number",
    [
        "030-2860000",
        "(030) 286 00 00",
        "088 - 1234567",
        "06-12345678",
        "06 12 34 56 78",
        "+31 6 12345678",
        "0031302860000",
        "0800-0432",
        "0900 1113111",
        "14 030",
        "030-88838",
    ],
)
def test_a_phone_number_is_found_however_it_is_written(tmp_path: Path, number: str) -> None:
    assert found(tmp_path, spoiled("in heel Utrecht", f"op {number}")) == [PHONE]


@pytest.mark.parametrize("text", ["Op 01-09-2026 begint het.", "Kijk op https://a.example/030-2860000 of bel."])
def test_dates_and_addresses_are_no_phone_numbers(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, spoiled(LONG, text)) == []


def test_the_last_words_and_the_last_day_that_are_allowed(tmp_path: Path) -> None:
    rest = len(["Bel", "0800-0432", "als", "je", "vastloopt."])
    text = spoiled(LONG, "Ga nu. " * ((LONG_WORDS - rest) // 2) + "Ja." * ((LONG_WORDS - rest) % 2))
    assert found(tmp_path, text, today=date(2027, 2, 1)) == []
    assert found(tmp_path, text, today=date(2027, 2, 2)) == ["review_by 2027-02-01 has passed"]


def test_long_words_are_harder_to_read_than_short_ones_and_an_address_counts_for_nothing() -> None:
    assert readability(SHORT) > READABILITY_BAR > readability(HARD)
    assert readability("Kijk dan.\nhttps://www.overeenkomstenadministratie.example") == readability("Kijk dan.")


def test_a_long_list_is_read_line_by_line(tmp_path: Path) -> None:
    lines = "\n".join(f"- Neem een {thing} mee naar je werk." for thing in ["pen", "jas", "pet", "boek", "tas"])
    assert found(tmp_path, spoiled(LONG, f"Dit moet mee:\n{lines}")) == []


def test_several_things_wrong_are_all_said(tmp_path: Path) -> None:
    text = spoiled(SHORT, FIGURE).replace("2027-02-01", "2026-01-01").replace("[stage/vinden]", "[stage/vindne]")
    assert len(found(tmp_path, text, topic=None)) == 3


def test_a_file_in_another_encoding_is_reported_like_any_other(tmp_path: Path) -> None:
    path = write_article(tmp_path)
    path.write_bytes(GOOD.replace("Dat mag", "Dát mag").encode("latin-1"))
    [problem] = check_path(path, LINES, KNOWN, TODAY, PROMISE)
    assert problem.startswith("stage/reiskosten.md: UnicodeDecodeError")


def test_a_promise_that_the_article_breaks_is_reported(tmp_path: Path) -> None:
    assert found(tmp_path, spoiled("om je reiskosten", "om geld").replace("het bedrijf", "ze")) == [
        "'kort' does not say 'bedrijf' or 'baas'"
    ]


def test_a_folder_is_checked_as_a_whole(tmp_path: Path) -> None:
    (tmp_path / "numbers.yml").write_text(NUMBERS)
    write_article(tmp_path)
    write_article(tmp_path, GOOD.replace(ID, "stage/vinden").replace("[stage/vinden]", "[]"), "stage/vinden")
    said = list(problems(tmp_path, TODAY))
    assert [problem for article_id, problem in said if article_id == ID] == []
    assert ("stage/vinden", "links to itself") in said
    assert ("stage/vinden", "title is not 'Hoe vind ik een stage of leerbaan'") in said
    assert ("hulp/crisis", "no article") in said


@pytest.mark.parametrize(("today", "status"), [(date(2026, 11, 21), 0), (date.max, 1)])
def test_the_command_fails_once_the_day_of_our_own_articles_has_come(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, today: date, status: int
) -> None:
    monkeypatch.setattr("knowledge.check.date", SimpleNamespace(today=lambda: today))
    assert main() == status
    *named, total = capsys.readouterr().out.splitlines()
    assert total == f"{len(article_paths())} articles, {len(named)} problems"
    assert len(named) == status * len(article_paths())
    assert all(re.fullmatch(r"[a-z]+/[a-z0-9-]+: review_by [-0-9]+ has passed", line) for line in named)
