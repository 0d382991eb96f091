"""E-mail addresses, also written out: "jan punt jansen apenstaartje gmail punt com".

Looks for the at sign first and from there to both sides, within bounds: no text makes it slow.
"""

import re
from collections.abc import Iterator

from desk.intake.masking.masked import Kind
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, DutchRecognizer, Found

LONGEST_NAME = 90  # characters before the at sign, written out
_PART = r"[^\W_]{1,40}"
_DOT = r"(?:\s?(?:\.|\(punt\)|\[punt\]|\(dot\)|\[dot\])\s?|\s(?:punt|dot|puntje)\s)"
_STRIPE = (
    r"(?:[_+%-]{1,3}|\s[_-]\s|\s(?:(?:liggende?|laag|lage|klein)\s)?(?:streep(?:je)?|underscore|laagstreepje|min|minteken|"
    r"koppelteken|plus)\s)"
)
_NUMBER_WORDS = r"(?:\s(?:\d{1,6}|nul|een|twee|drie|vier|vijf|zes|zeven|acht|negen)){0,6}"
_AT = re.compile(
    r"\s?(?:@|\(at\)|\[at\]|\{at\}|\(apenstaart(?:je)?\)|(?<=\s)(?:apen\s?staa?r?tje?s?|apenstaart|apestaartje|apestaart|at)(?=\s))\s?"
)
_ENDING = (
    r"(?:nl|com|net|org|be|eu|de|info|nu|online|email|io|co|me|con|cm|tr|ma|pl|fr|uk|edu|amsterdam|frl|app|shop|site)"
)
_HOUSE = r"(?:gmail|g-mail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|casema|protonmail|proton|msn|xs4all)"
_TYPED_NAME = re.compile(r"[^\s@,;:<>()\[\]\"'`]{0,64}[^\W_][^\s@,;:<>()\[\]\"'`]{0,8}$")
_TYPED_HOST = re.compile(r"[^\W_][\w-]{0,60}(?:\.[\w-]{1,60}){1,6}")
_NAME = re.compile(rf"(?<!\w){_PART}(?:(?:{_DOT}|{_STRIPE}){_PART}){{0,6}}{_NUMBER_WORDS}$")
_HOST = re.compile(
    rf"{_PART}(?:(?:{_STRIPE}|{_DOT}){_PART}){{0,5}}?{_DOT}{_ENDING}\b(?:{_DOT}{_ENDING}\b)?|{_HOUSE}\b(?!{_DOT}{_PART})"
)


class EmailRecognizer(DutchRecognizer):
    """Addresses with an at sign or with words for it."""

    kind = Kind.EMAIL

    def find(self, reading: Reading) -> Iterator[Found]:
        """Both sides of each at sign."""
        text = reading.folded
        for at in _AT.finditer(text):
            before = text[max(0, at.start() - LONGEST_NAME) : at.start()]
            typed = at[0] == "@"
            name = (typed and _TYPED_NAME.search(before)) or _NAME.search(before)
            host = (typed and _TYPED_HOST.match(text, at.end())) or _HOST.match(text, at.end())
            if name and host:
                end = host.end() - (len(host[0]) - len(host[0].rstrip(".-_")))
                yield Found(at.start() - len(before) + name.start(), end, CERTAIN)
