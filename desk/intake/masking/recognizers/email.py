"""E-mail addresses, also written out: "jan punt jansen apenstaartje gmail punt com".

Looks for the at sign first and from there to both sides, within bounds: no text makes it slow.
"""

import re
from collections.abc import Iterator

from desk.intake.masking.masked import Kind
from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.patterns import words_of
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

LONGEST_NAME = 90  # characters before the at sign, written out
_PART = r"[^\W_]{1,40}"
_DOT = r"(?:\s?(?:\.|[(\[<*{](?:punt|dot)[)\]>*}])\s?|\s(?:punt|dot|puntje|punto)\s)"
_STRIPE = (
    r"(?:[_+%-]{1,3}|\s[_-]\s|\s(?:(?:liggende?|laag|lage|klein)\s)?(?:streep(?:je)?|underscore|laagstreepje|min|minteken|"
    r"koppelteken|plus)\s)"
)
_JOINERS = words_of("""
    punt dot puntje streep streepje underscore laagstreepje liggend liggende laag lage klein min minteken koppelteken
    plus . - _ + (punt) [punt] (dot) [dot]
""")
_NUMBER_WORDS = words_of("nul een twee drie vier vijf zes zeven acht negen tien")
_NAME_PARTICLES = words_of("de den der van el al ben ait ter ten te vd la da dos")
MOST_PARTS = 14
_AT = re.compile(
    r"\s?(?:@|\(at\)|\[at\]|\{at\}|<at>|\*at\*|[(\[]ape?n?staart(?:je)?[)\]]"
    r"|(?<=\s)(?:aa?pe[nr]?[\s-]?staa?r?t(?:je|tje)?s?|at|ad|arroba|ampersand)(?=\s))\s?"
)
_ENDING = (
    r"(?:nl|com|net|org|be|eu|de|info|nu|online|email|io|co|me|con|cm|tr|ma|pl|fr|uk|edu|amsterdam|frl|app|shop|site)"
)
_HOUSE = r"(?:g[\s-]?mail|hotmail|outlook|live|icloud|yahoo|ziggo|kpnmail|casema|protonmail|proton|msn|xs4all)"
_TYPED_NAME = re.compile(r"[^\s@,;:<>()\[\]\"'`]{0,64}[^\W_][^\s@,;:<>()\[\]\"'`]{0,8}$")
_TYPED_HOST = re.compile(r"[^\W_][\w-]{0,60}(?:\.[\w-]{1,60}){1,6}")
_PIECE = re.compile(r"\S+")
_ENDS_A_PART = re.compile(r"[,:;!?()\"“”]$")
_BEGINS = re.compile(r"^[(\"'“‘:=]+")
_HOST = re.compile(
    rf"{_PART}(?:(?:{_STRIPE}|{_DOT}){_PART}){{0,5}}?{_DOT}{_ENDING}\b(?:{_DOT}{_ENDING}\b)?|{_HOUSE}[\s,](?:com|nl|be)\b|{_HOUSE}\b(?!{_DOT}{_PART})"
)
_FORGOT_AT = re.compile(rf"(?<!\S)[\w+-]{{1,40}}(?:[.][\w+-]{{1,40}}){{0,3}}\s{_HOUSE}\.(?:com|nl|be)\b")
_CALLED_SO = re.compile(
    rf"\b(?:{_HOUSE}|e-?mail|mail|mailadres|e-?mailadres)\s?(?:is|=|:)\s?((?=\S*[\d._])[a-z][\w.+-]{{3,40}}[^\W_])(?![\w@])"
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
            name = _name_begins(before, typed=typed)
            host = _host(text, at.end(), typed=typed)
            if name is not None and host:
                end = host.end() - (len(host[0]) - len(host[0].rstrip(".-_")))
                yield Found(at.start() - len(before) + name, end, CERTAIN)
        for match in _FORGOT_AT.finditer(text):
            yield Found(match.start(), match.end(), LIKELY)
        for match in _CALLED_SO.finditer(text):
            yield Found(match.start(1), match.end(1), LIKELY)


def _host(text: str, position: int, *, typed: bool) -> re.Match[str] | None:
    """What follows the at sign; "icloud,com" is a slip for "icloud.com"."""
    written_out = _HOST.match(text, position)
    typed_host = _TYPED_HOST.match(text, position) if typed else None
    if typed_host and written_out and written_out.end() > typed_host.end():
        return written_out
    return typed_host or written_out


def _name_begins(before: str, *, typed: bool) -> int | None:
    """Where in `before` the name begins that ends there; None when nothing there can be one."""
    typed_name = _TYPED_NAME.search(before) if typed else None
    if typed_name and len(typed_name[0]) > 1:
        return typed_name.start()
    pieces = list(_PIECE.finditer(before))[-MOST_PARTS:]
    if not pieces or not re.search(r"[^\W_]", pieces[-1][0]) or _ENDS_A_PART.search(pieces[-1][0]):
        return None
    first = len(pieces) - 1
    while first and (step := _belongs(pieces, first)):
        first -= step
    begin = _BEGINS.match(pieces[first][0])
    return pieces[first].start() + (begin.end() if begin else 0)


def _belongs(pieces: list[re.Match[str]], first: int) -> int:
    """How many of the pieces before `first` belong to the address as well."""
    before, before_that = pieces[first - 1][0], pieces[first - 2][0] if first > 1 else ""
    if before in _JOINERS:
        return 2 if before_that and before_that not in _JOINERS and not _ENDS_A_PART.search(before_that) else 1
    if _ENDS_A_PART.search(before):
        return 0
    if _could_be_part(before) or (len(before) == 1 and len(pieces[first][0]) == 1):
        return 1
    if before in _NAME_PARTICLES and (_could_be_part(before_that) or before_that in _JOINERS | _NAME_PARTICLES):
        return 1
    return 0


def _could_be_part(piece: str) -> bool:
    """A name, a number, or letters that are no everyday word."""
    return bool(piece) and (piece in _NUMBER_WORDS or piece.isdigit() or not lexicon().everyday(piece))
