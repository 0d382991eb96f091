"""E-mail addresses, also written out: "jan punt jansen apenstaartje gmail punt com"."""

import re
from collections.abc import Iterator

from presidio_analyzer.nlp_engine import NlpArtifacts

from desk.intake.masking.masked import Kind
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, DutchRecognizer, Found

_PART = r"[^\W_]+"
_DOT = r"(?:\s*(?:\.|\(punt\)|\[punt\]|\(dot\)|\[dot\])\s*|\s+(?:punt|dot|puntje)\s+)"
_STRIPE = (
    r"(?:\s*[_+%-]+\s*|\s+(?:(?:liggend|laag|lage|klein)?\s*streep(?:je)?|underscore|laagstreepje|min|minteken|koppelteken"
    r"|plus)\s+)"
)
_WRITTEN_AT = (
    r"(?:\s*(?:\(at\)|\[at\]|\{at\}|\(apenstaart(?:je)?\))\s*|\s+(?:ape?nst?aa?r?tje|apestaartje|apenstaart|apestaart"
    r"|apen staartje|at)\s+)"
)
_NUMBER_WORDS = r"(?:\s+(?:\d+|nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen))*"
_ENDING = r"(?:nl|com|net|org|be|eu|de|info|nu|online|email|io|co|me|gmail|con|cm|tr|ma|pl|fr|uk|edu|amsterdam|frl)"
_HOUSE = r"(?:gmail|g-mail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|casema|protonmail|proton|msn|xs4all|student)"

_AS_TYPED = re.compile(r"[^\s@,;:<>()\[\]\"']*[^\W_][^\s@,;:<>()\[\]\"']*@[^\W_][\w-]*(?:\.[\w-]+)+")
_SPACED = re.compile(rf"{_PART}(?:[._+-]{_PART})*\s+@\s*{_PART}(?:[.-]{_PART})*\.{_ENDING}\b|"
                     rf"{_PART}(?:[._+-]{_PART})*\s?@\s+{_PART}(?:[.-]{_PART})*\.{_ENDING}\b")  # fmt: skip
_WITHOUT_ENDING = re.compile(rf"{_PART}(?:[._+-]{_PART})*@{_HOUSE}\b")
_WRITTEN_OUT = re.compile(
    rf"{_PART}(?:(?:{_DOT}|{_STRIPE}){_PART})*{_NUMBER_WORDS}(?:{_WRITTEN_AT}|\s*@\s*)"
    rf"{_PART}(?:(?:{_STRIPE}|{_DOT}){_PART})*?(?:{_DOT}{_ENDING}\b(?:{_DOT}{_ENDING}\b)?)"
)
_WRITTEN_HOUSE = re.compile(
    rf"{_PART}(?:(?:{_DOT}|{_STRIPE}){_PART})*{_NUMBER_WORDS}{_WRITTEN_AT}{_HOUSE}\b(?!{_DOT})"
)


class EmailRecognizer(DutchRecognizer):
    """Addresses with an at sign or with words for it."""

    kind = Kind.EMAIL

    def find(self, reading: Reading, artifacts: NlpArtifacts | None) -> Iterator[Found]:
        """Every form; overlapping finds are merged later."""
        for pattern in (_AS_TYPED, _SPACED, _WITHOUT_ENDING, _WRITTEN_OUT, _WRITTEN_HOUSE):
            for match in pattern.finditer(reading.folded):
                end = match.end() - (len(match[0]) - len(match[0].rstrip(".-_")))
                yield Found(match.start(), end, CERTAIN)
