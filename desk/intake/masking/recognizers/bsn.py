"""BSN: nine digits that pass the elfproef, or that someone calls their BSN."""

import re
from collections.abc import Iterator

from stdnum.nl import bsn

from desk.intake.masking.masked import Kind
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_GAP = r"[\s.\-]{0,2}"
_NINE = re.compile(rf"(?<![\d+])(?<!\d[.,-])\d(?:{_GAP}\d){{7,8}}(?![\d])(?![.,-]\d)")
_CALLED_SO = re.compile(
    r"\b(?:bsn\w*|b\.s\.n|burger\s?service\s?(?:nummer|nr)?|burgerservicenummer|sofi\s?-?nummer|sofinr)\b"
)


class BsnRecognizer(DutchRecognizer):
    """Burgerservicenummers, also with spaces or dots, also in words."""

    kind = Kind.BSN

    def find(self, reading: Reading) -> Iterator[Found]:
        """Nine digits by the elfproef; eight or nine digits when called BSN."""
        for match in _NINE.finditer(reading.spoken.text):
            digits = re.sub(r"\D", "", match[0])
            start, end = reading.spoken.original(*match.span())
            if reading.said_near(_CALLED_SO, start, end):
                yield Found(start, end, CERTAIN)
            elif len(digits) == 9 and bsn.is_valid(digits) and not _looks_grouped_otherwise(match[0]):
                yield Found(start, end, LIKELY)


def _looks_grouped_otherwise(shown: str) -> bool:
    """Dates and times in a row ("12 13 14 15 9") are no BSN: it is written in at most four groups."""
    return len(re.findall(r"\d+", shown)) > 4
