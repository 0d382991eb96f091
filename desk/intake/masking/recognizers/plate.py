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
            if _UNITS.search(match[0]) or not (
                shown.isupper() or " " not in shown or len(re.findall("[a-z]+", match[0])) == 1
            ):
                continue
            if reading.said_near(_VEHICLE, match.start(), match.end(), before=40):
                yield Found(match.start(), match.end(), LIKELY)
