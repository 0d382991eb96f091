"""Dutch postcodes, with the house number when it follows."""

import re
from collections.abc import Iterator

from presidio_analyzer.nlp_engine import NlpArtifacts

from desk.intake.masking.masked import Kind
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_HOUSE = (
    r"(?:[\s,]{1,2}(?:(?:huis)?(?:nummer|nr)\.?:?\s*)?\d{1,4}(?:\s?-?(?:bis|hs|[a-h]|i{2,3}))?(?![\w]|[.,:]\d)"
    r"|-\d{1,4}(?!\d))"
)
_POSTCODE = re.compile(rf"(?<![\w.,-])([1-9]\d{{3}}(\s?)([a-z]{{2}}))(?![a-z\d])({_HOUSE})?")
_NEVER_GIVEN_OUT = {"sa", "sd", "ss"}
_SMALL_WORDS = set(
    "aa af al an as at be bv de die do ds dr eh ek el em en er et eu ex ga ge gf ha he hi ho id ie if ik in is ja je jo ka kg km kw la "
    "le lo ma mb gb me mg mi mm mn mr ms mw my na ne nl no nu of oh ok om on op or pa pk po re se so st ta te ti to tv ui up ut uu vd vs "
    "vw we wc wo xl ze zo zn zt pm am db cm ml cc bc ad ah ah hz".split()
)
_CALLED_SO = re.compile(r"\b(?:postcode\w*|post\s?code|zip\w*|woon\w*|wonen|adres|huisnummer|pc)\b")
_UNIT = re.compile(r"\s*(?:x\b|keer|uur|dag|week|weken|maand|jaar|euro|km|min|mensen|stages?)")


class PostcodeRecognizer(DutchRecognizer):
    """Four digits and two letters; lower case and a small word ("2024 in") only where someone speaks of an address."""

    kind = Kind.POSTCODE

    def find(self, reading: Reading, artifacts: NlpArtifacts | None) -> Iterator[Found]:
        """Postcodes, each with its house number."""
        for match in _POSTCODE.finditer(reading.folded):
            letters = match[3]
            if letters in _NEVER_GIVEN_OUT:
                continue
            called_so = reading.said_near(_CALLED_SO, match.start(), match.end(1))
            if not called_so and not _stands_alone(reading, match):
                continue
            end = match.end()
            if match[4] and _UNIT.match(reading.folded, end):
                end = match.end(1)
            yield Found(match.start(), end, CERTAIN if called_so else LIKELY)


def _stands_alone(reading: Reading, match: re.Match[str]) -> bool:
    shown = reading.text[match.start(3) : match.end(3)]
    if shown.isupper() and reading.capitals_mean_something:
        return match[3] not in {"eu", "km", "kg", "mb", "gb", "nl", "bv", "tv", "pk"}
    return match[3] not in _SMALL_WORDS
