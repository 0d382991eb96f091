"""Dutch sentences about learning: reasons, what was done, and what the content checker found."""

import re

from desk.learning.lessons import Use
from desk.review.question import Reason

REASONS: dict[Reason, str] = {
    Reason.UNANSWERED: "geen antwoord",
    Reason.ASKED_BACK: "keuzes voorgelegd",
    Reason.NOT_HELPFUL: "duim omlaag",
    Reason.OUT_OF_SCOPE: "buiten ons gebied",
}
USES: dict[Use, str] = {Use.TRAIN: "om van te leren", Use.TEST: "om mee te meten"}
OUT_OF_AREA = "Buiten ons gebied"
QUESTION = "Vraag"
DONE = {
    "saved": "De zin is bewaard. Hij gaat mee met de volgende export. De vraag is verwijderd.",
    "dismissed": "De vraag is verwijderd.",
    "dropped": "De zin gaat niet meer mee.",
    "proposed": "Uw voorstel is bewaard. Het gaat mee met de volgende export. De chat verandert nog niet.",
    "withdrawn": "Uw voorstel is verwijderd.",
}

# What the content checker prints, and what an editor reads. Anything else is shown as it is.
_FINDINGS = (
    (r"'(.+)' has (\d+) words, at most (\d+)", "‘{0}’ heeft {1} woorden. Het mogen er hoogstens {2} zijn."),
    (r"'(.+)': a figure without its year: ['\"](.+)['\"]", "‘{0}’: zet het jaar bij dit getal: “{1}”"),
    (r"'(.+)': sentence of (\d+) words: ['\"](.+)['\"]", "‘{0}’: deze zin heeft {1} woorden, knip hem door: “{2}”"),
    (r"'(.+)' holds Markdown markup; .*", "‘{0}’ heeft opmaak, zoals vet of een link. Gebruik gewone tekst."),
    (
        r"too hard to read: Flesch-Douma (-?\d+), bar (\d+)",
        "De tekst is te moeilijk: {0} punten. Het moet minstens {1} zijn.",
    ),
    (r"unknown article '(.+)'", "Het artikel ‘{0}’ bestaat niet."),
    (r"links to itself", "Het artikel verwijst naar zichzelf."),
    (r"no source", "Er staat geen bron bij."),
    (r"source ['\"](.+)['\"]: as_of .*", "Bron ‘{0}’: schrijf ‘as_of’ als jaar of als jaar en maand, zoals 2026-02."),
    (
        r"review_by (.+) has passed",
        "De datum om na te kijken ({0}) is voorbij. Kijk de feiten na en kies een nieuwe datum.",
    ),
    (r"(\d+) questions, wanted .*", "Er staan {0} vragen. Het moeten er drie tot vijf zijn."),
    (r"(\d+) next steps, wanted .*", "Er staan {0} vervolgstappen. Het moeten er één tot vier zijn."),
    (r"id does not match the file name (.+)", "Laat ‘id: {0}’ staan zoals het was."),
    (r"a phone number stands in the article.*", "Er staat een telefoonnummer in. Gebruik een naam, zoals {{tel:...}}."),
    (r"title is not '(.+)'", "De titel moet ‘{0}’ blijven."),
    (r"not for '(.+)'", "Laat ‘{0}’ bij ‘audience’ staan."),
    (r"'kort' does not say (.+)", "In ‘kort’ ontbreekt een woord dat er moet staan: {0}."),
    (r".*ValueError\(\"the body must be.*", "Onder de gegevens horen twee delen: ‘## kort’ en daarna ‘## meer’."),
    (r".*: no tel for '(.+)' in numbers.yml", "Er is geen telefoonnummer met de naam ‘{0}’."),
    (r".*: no url for '(.+)' in numbers.yml", "Er is geen webadres met de naam ‘{0}’."),
    (r".*: no help line is written '(.+)'", "Hier klopt iets niet met de accolades: “{0}”"),
    (r".*KeyError\('(.+)'\)", "Het veld ‘{0}’ ontbreekt bovenaan."),
)
FINDINGS = tuple((re.compile(pattern), said) for pattern, said in _FINDINGS)
UNKNOWN_FINDING = "De controle zegt: {0}"


def finding(problem: str) -> str:
    """Return in Dutch what the checker found."""
    for pattern, said in FINDINGS:
        if found := pattern.fullmatch(problem):
            return said.format(*found.groups())
    return UNKNOWN_FINDING.format(problem)
