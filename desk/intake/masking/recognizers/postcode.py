"""Dutch postcodes, with the house number when it follows."""

import re
from collections.abc import Iterator

from desk.intake.masking.masked import Kind
from desk.intake.masking.patterns import HOUSE_ADDITION, one_of, words_of
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_HOUSE = r"(?:[\s,]{1,2}(?:(?:huis)?(?:nummer|nr)\.?:?\s?)?\d{1,4}"
_HOUSE += HOUSE_ADDITION + r"(?!\w|[.,:]\d)|\s?[-/]\s?\d{1,4}(?!\d))"
_FOUR_DIGITS = re.compile(r"\bpostcode\s?(?:is|:|=)?\s?([1-9]\d{3})(?!\s?[^\W_]{2}(?![^\W_])|\d)")
_POSTCODE = re.compile(
    rf"(?:(?<![\w.,-])|(?<=\bnl-))([1-9]\d{{3}}[\s.-]?([a-z]{{2}}))(?!\d{{5}}|[^\W\d_])(\d{{1,4}}(?!\w)|{_HOUSE})?(?![^\W_])"
)
_SPOKEN = re.compile(r"(?<![\w.,-])[1-9](?:\s?\d){3}\s?([a-z])\s?([a-z])(?![^\W_])")
_NEVER_GIVEN_OUT = words_of("sa sd ss")
_SMALL_WORDS = words_of("""
    aa ad af ah al am an as at bc be bv cc cm db de die do ds dr eh ek el em en er et eu ex ga gb ge gf ha he hi ho hz
    id ie if ik in is ja je jo ka kg km kw la le lo ma mb me mg mi ml mm mn mr ms mw my na ne nl no nu of oh ok om on
    op or pa pk pm po re se so st ta te ti to tv ui up ut uu vd vs vw wc we wo xl ze zn zo zt
""")
_MEASURES = words_of("eu km kg mb gb nl bv tv pk pm am")
_CALLED_SO = re.compile(rf"\b{one_of('postcode* post_code zip* woon* wonen adres huisnummer')}\b")
_UNIT = re.compile(rf"\s*{one_of('x keer uur dag* week weken maand* jaar euro km min mensen stage*')}\b")


class PostcodeRecognizer(DutchRecognizer):
    """Four digits and two letters; lower case and a small word ("2024 in") only where someone speaks of an address."""

    kind = Kind.POSTCODE

    def find(self, reading: Reading) -> Iterator[Found]:
        """Postcodes, each with its house number."""
        for match in _POSTCODE.finditer(reading.folded):
            called_so = reading.said_near(_CALLED_SO, match.start(), match.end(1)) and not _rather_a_year(
                reading, match
            )
            if match[2] in _NEVER_GIVEN_OUT or not (called_so or _stands_alone(reading, match)):
                continue
            counts = match[3] and _UNIT.match(reading.folded, match.end())
            yield Found(match.start(), match.end(1 if counts else 0), CERTAIN if called_so else LIKELY)
        for match in _FOUR_DIGITS.finditer(reading.folded):
            yield Found(match.start(1), match.end(1), LIKELY)
        for match in _SPOKEN.finditer(reading.spoken.text):
            start, end = reading.spoken.original(*match.span())
            letters, digits = match[1] + match[2], match[0].replace(" ", "")[:4]
            year = letters in _SMALL_WORDS and digits[:2] in {"19", "20"} and "postcode" not in reading.folded[:start]
            if letters not in _NEVER_GIVEN_OUT and not year and reading.said_near(_CALLED_SO, start, end):
                yield Found(start, end, CERTAIN)


def _rather_a_year(reading: Reading, match: re.Match[str]) -> bool:
    """ "hij woonde hier tot 1917 en": a year and a small word, unless the word postcode itself stands before it."""
    if match[2] not in _SMALL_WORDS or not re.match(r"(?:19|20)\d\d\s", match[1]):
        return False
    return not re.search(r"postcode\W*(?:is\W*)?$", reading.folded[max(0, match.start() - 20) : match.start()])


def _stands_alone(reading: Reading, match: re.Match[str]) -> bool:
    shown = reading.text[match.start(2) : match.end(2)]
    if shown.isupper() and reading.capitals_mean_something:
        return match[2] not in _MEASURES
    return match[2] not in _SMALL_WORDS
