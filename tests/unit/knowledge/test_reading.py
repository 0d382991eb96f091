"""Reading articles: what a file says, and what is said of a file that is not right."""

from datetime import date
from pathlib import Path

import pytest

from knowledge.articles import NextStep, Source, article_paths, intent_of, read_article, read_articles
from knowledge.errors import ArticleFormatError, HelpLineFormatError, UnknownPlaceholderError
from tests.support.articles import GOOD, ID, LINES, spoiled, write_article

NUMBERS = """
praatlijn:
  name: Praatlijn
  number: "0800-0432"
  source: {title: Krant, as_of: "2026"}
"""
STEP = "  - article: stage/vinden\n"
MALFORMED = {
    "empty": (GOOD, "", "kort"),
    "no front matter": (GOOD.split("## kort")[0], "", "KeyError('id')"),
    "front matter is no YAML": ("title: Krijg", "title: Krijg: ", "line 3"),
    "front matter is a list": (GOOD.split("## kort")[0], "---\n- id\n---\n", ""),
    "no title": ("title: Krijg ik mijn reiskosten terug\n", "", "KeyError('title')"),
    "title is a number": ("Krijg ik mijn reiskosten terug\n", "2026\n", "title: 2026 is not a text"),
    "subject left open": ("subject: reiskosten", "subject:", "subject: None is not a text"),
    "unknown reader": ("[student, parent]", "[student, teacher]", "teacher"),
    "for nobody": ("[student, parent]", "[]", "nothing is not among"),
    "unknown aspect": ("aspect: kosten", "aspect: prijs", "prijs"),
    "facet of an unknown aspect": ("  plaats: Dat", "  adres: Dat", "adres"),
    "facet without a text": ("plaats: Dat geldt in heel Utrecht.", "plaats:", "TypeError"),
    "one question instead of a list": (
        "\n  - Wie betaalt mijn bus?\n  - Krijg ik reiskosten terug?\n  - Is de trein duur?",
        " Wie betaalt mijn bus?",
        "questions: 'Wie betaalt mijn bus?' is not a list",
    ),
    "a question is a number": ("Is de trein duur?", "2026", "is not a list of texts"),
    "one related article instead of a list": (
        "[stage/vinden]",
        "stage/vinden",
        "related: 'stage/vinden' is not a list",
    ),
    "source without a date": ('    as_of: "2026-02"\n', "", "KeyError('as_of')"),
    "source without an address": ("    url: https://stagewijzer.example/reizen\n", "", "KeyError('url')"),
    "source without a name": ("title: Stagewijzer", "title:", "title: None is not a text"),
    "review day that does not exist": ('"2027-02-01"', '"2027-02-30"', "day is out of range"),
    "step to nowhere": (STEP, "  - title: Verder\n", "exactly one of"),
    "step to two places": (STEP, STEP + "    action: human\n", "exactly one of"),
    "step with an unknown action": (STEP, "  - action: dance\n", "dance"),
    "step to an address without a title": (STEP, '  - url: "https://a.example"\n', "needs a title"),
    "step that is a word": (STEP, "  - human\n", "AttributeError"),
    "no longer text": ("## meer", "## later", "'## kort' and '## meer'"),
    "the longer text first": ("## kort", "## meer\n\n## kort", "'## kort' and '## meer'"),
    "text before the first part": ("## kort", "Hallo!\n\n## kort", "'## kort' and '## meer'"),
}


def test_a_file_becomes_an_article_with_help_lines_filled_in(tmp_path: Path) -> None:
    read = read_article(write_article(tmp_path), LINES)
    assert (read.id, read.intent) == (ID, "stage_reiskosten")
    assert (read.title, read.subject, read.aspect) == ("Krijg ik mijn reiskosten terug", "reiskosten", "kosten")
    assert read.audience == ("student", "parent")
    assert read.questions == ("Wie betaalt mijn bus?", "Krijg ik reiskosten terug?", "Is de trein duur?")
    assert read.short == "Vraag het bedrijf om je reiskosten. Dat mag altijd."
    assert read.long.endswith("Bel 0800-0432 als je vastloopt.")
    assert read.facets == {"plaats": "Dat geldt in heel Utrecht."}
    assert read.sources == (Source("Stagewijzer", "https://stagewijzer.example/reizen", "2026-02"),)
    assert read.review_by == date(2027, 2, 1)
    assert read.related == ("stage/vinden",)
    assert read.next_steps == (NextStep(article="stage/vinden"),)


@pytest.mark.parametrize(("old", "new", "said"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_file_is_refused_by_its_name(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(ArticleFormatError) as refused:
        read_article(write_article(tmp_path, spoiled(old, new)), LINES)
    assert str(refused.value).startswith("stage/reiskosten.md: ")
    assert said in str(refused.value)


def test_a_file_in_another_encoding_is_refused_by_its_name(tmp_path: Path) -> None:
    path = write_article(tmp_path)
    path.write_bytes("één".encode("latin-1"))
    with pytest.raises(ArticleFormatError, match=r"^stage/reiskosten\.md: "):
        read_article(path, LINES)


@pytest.mark.parametrize("place", ["Dat mag altijd.", "als je vastloopt.", "Dat geldt in heel Utrecht."])
@pytest.mark.parametrize("written", ["{tel:praatlijm}", "{url:noodlijn}", "{tel: praatlijn}", "{bel:praatlijn}"])
def test_a_help_line_that_does_not_exist_is_refused_by_the_name_of_the_file(
    tmp_path: Path, place: str, written: str
) -> None:
    with pytest.raises(UnknownPlaceholderError, match=r"^stage/reiskosten\.md: "):
        read_article(write_article(tmp_path, spoiled(place, f"'Bel {written}'")), LINES)


def test_a_source_may_have_no_address_and_its_year_no_quotes(tmp_path: Path) -> None:
    text = spoiled("https://stagewijzer.example/reizen", "null").replace('"2026-02"', "2026")
    assert read_article(write_article(tmp_path, text), LINES).sources == (Source("Stagewijzer", None, "2026"),)


def test_facets_and_related_articles_may_be_left_out(tmp_path: Path) -> None:
    text = spoiled("facets:\n  plaats: Dat geldt in heel Utrecht.\n", "").replace("[stage/vinden]", "")
    read = read_article(write_article(tmp_path, text), LINES)
    assert (read.facets, read.related) == ({}, ())


def test_every_article_in_a_folder_of_an_area_is_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "numbers.yml").write_text(NUMBERS)
    (tmp_path / "README.md").write_text("no article")
    for article_id in ["stage/vinden", "hulp/geld", "stage/bpv"]:
        write_article(tmp_path, GOOD.replace(f"id: {ID}", f"id: {article_id}"), article_id)
    assert [read.id for read in read_articles(tmp_path)] == ["hulp/geld", "stage/bpv", "stage/vinden"]
    assert [path.name for path in article_paths(tmp_path)] == ["geld.md", "bpv.md", "vinden.md"]


def test_reading_all_stops_at_a_help_line_without_quotes_around_its_number(tmp_path: Path) -> None:
    (tmp_path / "numbers.yml").write_text(NUMBERS.replace('"0800-0432"', "0113"))
    write_article(tmp_path)
    with pytest.raises(HelpLineFormatError, match=r"^praatlijn: "):
        list(read_articles(tmp_path))


def test_two_articles_of_one_area_have_two_intents() -> None:
    assert intent_of("plekken/technohub-doen") == "plekken_technohub_doen"
    assert intent_of("plekken/technohub-doen") != intent_of("plekken/technohub-wat")
