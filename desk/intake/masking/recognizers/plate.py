"""Dutch number plates by their sidecodes (RDW), with hyphens anywhere, without them where a vehicle is spoken of."""

import re
from collections.abc import Iterator

from desk.intake.masking.masked import Kind
from desk.intake.masking.patterns import one_of
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

# L a letter, D a digit: the sidecodes 1 to 14 and those of mopeds
_SIDECODES = """
    LL-DD-DD DD-DD-LL DD-LL-DD LL-DD-LL LL-LL-DD DD-LL-LL DD-LLL-D D-LLL-DD LL-DDD-L L-DDD-LL LLL-DD-L L-DD-LLL D-LL-DDD
    DDD-LL-D
"""


def _pattern(separator: str) -> re.Pattern[str]:
    forms = [code.replace("-", separator).replace("L", "[a-z]").replace("D", r"\d") for code in _SIDECODES.split()]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?![\w-])")


_HYPHENS = _pattern("-")
_LOOSE = _pattern(r"[\s.·-]?")
_VEHICLE = re.compile(
    rf"\b{one_of('kenteken* nummerbord nummerplaat auto busje bus scooter brommer motor bestelbus* wagen')}\b"
)
_PLATE_FOLLOWS = re.compile(rf"\b{one_of('kenteken* nummerbord nummerplaat kentekenplaat')}\W+(?:is\W+)?$")
_UNITS = re.compile(rf"[\s-]{one_of('km kg cm mm uur eu pm am mb gb')}[\s-]")


class PlateRecognizer(DutchRecognizer):
    """Number plates of cars, vans, mopeds."""

    kind = Kind.PLATE

    def find(self, reading: Reading) -> Iterator[Found]:
        """With hyphens; else near the word for a vehicle, in capitals or written as one."""
        for match in _HYPHENS.finditer(reading.folded):
            yield Found(match.start(), match.end(), CERTAIN)
        for match in _LOOSE.finditer(reading.folded):
            shown = reading.text[match.start() : match.end()]
            if _PLATE_FOLLOWS.search(reading.folded[max(0, match.start() - 30) : match.start()]):
                yield Found(match.start(), match.end(), CERTAIN)
            elif _looks_like_one(shown) and reading.said_near(_VEHICLE, match.start(), match.end(), before=40):
                yield Found(match.start(), match.end(), LIKELY)


def _looks_like_one(shown: str) -> bool:
    """In capitals or written as one; not "16 jaar" or "77 naar"."""
    if _UNITS.search(shown.lower()) or re.fullmatch(r"\d+\s[^\W\d_]{3,}|[^\W\d_]{3,}\s\d+", shown.lower()):
        return False
    return shown.isupper() or " " not in shown
