"""What an editor can get wrong in an article, and what the checker then says: (piece, its replacement, words)."""

SHORT = "Vraag het bedrijf om je reiskosten. Dat mag altijd."
LONG = "In 2025 kreeg 42% van de studenten geld voor de reis."
FIGURE = "Zo kreeg 42% geld."
SENTENCE = " ".join(["Ga"] + ["door"] * 24) + "."
HARD = (
    "Beroepspraktijkvormingsovereenkomsten vereisen ondertekening. Stagebegeleidingsverplichtingen gelden onverminderd."
)
PHONE = "a phone number stands in the article; use {tel:...} and numbers.yml"

SPOILED = {
    "short text missing": (SHORT, "", "'kort' has 0 words, at most 60"),
    "short text too long": (SHORT, "Ga nu. " * 30 + "Ja.", "'kort' has 61 words, at most 60"),
    "longer text too long": (LONG, "Ga nu. " * 100, "'meer' has 205 words, at most 200"),
    "figure without its year": (SHORT, FIGURE, f"'kort': a figure without its year: {FIGURE!r}"),
    "figure in a facet": (
        "in heel Utrecht",
        "voor 9 euro",
        "'plaats': a figure without its year: 'Dat geldt voor 9 euro.'",
    ),
    "sentence too long": (LONG, SENTENCE, f"'meer': sentence of 25 words: {SENTENCE!r}"),
    "bold": ("Dat mag altijd", "Dat mag **altijd**", "'kort' holds Markdown markup; articles are plain text"),
    "heading": (LONG, "### Geld", "'meer' holds Markdown markup; articles are plain text"),
    "link": (LONG, "Kijk [hier](https://a.example).", "'meer' holds Markdown markup; articles are plain text"),
    "too hard": (SHORT, HARD, "too hard to read: Flesch-Douma {score}, bar 55"),
    "related to what is not there": (
        "related: [stage/vinden]",
        "related: [stage/vindne]",
        "unknown article 'stage/vindne'",
    ),
    "step to what is not there": (
        "- article: stage/vinden",
        "- article: stage/vindne",
        "unknown article 'stage/vindne'",
    ),
    "step to itself": ("- article: stage/vinden", "- article: stage/reiskosten", "links to itself"),
    "related to itself": ("related: [stage/vinden]", "related: [stage/reiskosten]", "links to itself"),
    "no source": (
        'sources:\n  - title: Stagewijzer\n    url: https://stagewijzer.example/reizen\n    as_of: "2026-02"',
        "sources: []",
        "no source",
    ),
    "source of an unclear date": (
        "2026-02",
        "feb 2026",
        "source 'Stagewijzer': as_of 'feb 2026' is not a year or year-month",
    ),
    "review overdue": ("2027-02-01", "2026-11-20", "review_by 2026-11-20 has passed"),
    "too few questions": ("  - Wie betaalt mijn bus?\n", "", "2 questions, wanted three to five"),
    "too many questions": ("  - Wie betaalt mijn bus?\n", "  - Wie?\n" * 4, "6 questions, wanted three to five"),
    "no step": ("next_steps:\n  - article: stage/vinden", "next_steps: []", "0 next steps, wanted one to four"),
    "too many steps": ("  - article: stage/vinden\n", "  - action: human\n" * 5, "5 next steps, wanted one to four"),
    "id of another file": (
        "id: stage/reiskosten",
        "id: stage/reis",
        "id does not match the file name stage/reiskosten",
    ),
    "phone number": (SHORT, "Bel 030-286 00 00.", PHONE),
    "help line that does not exist": (
        "{tel:praatlijn}",
        "{tel:praat}",
        "stage/reiskosten.md: no tel for 'praat' in numbers.yml",
    ),
    "help line without an address": (
        "{tel:praatlijn}",
        "{url:noodlijn}",
        "stage/reiskosten.md: no url for 'noodlijn' in numbers.yml",
    ),
    "brace in the text": (
        "{tel:praatlijn}",
        "{bel:mij}",
        "stage/reiskosten.md: no help line is written '{bel:mij} als je vast'",
    ),
    "no longer text": (
        "## meer",
        "## later",
        "stage/reiskosten.md: ValueError(\"the body must be '## kort' and '## meer', in that order\")",
    ),
    "no title": ("title: Krijg ik mijn reiskosten terug\n", "", "stage/reiskosten.md: KeyError('title')"),
}
