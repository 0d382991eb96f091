"""Bank accounts: IBANs of any country, and account numbers that someone calls so."""

import re
from collections.abc import Iterator

from stdnum import iban

from desk.intake.masking.masked import Kind
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_GAP = r"[ .\-]{0,2}"
# right form is enough for a Dutch one: a typing error does not make it less personal
_DUTCH = re.compile(rf"(?<![a-z0-9])nl{_GAP}\d{_GAP}\d(?:{_GAP}[a-z]){{4}}(?:{_GAP}\d){{10}}(?!\d)")
_ABROAD = re.compile(r"(?<![a-z0-9])[a-z]{2}\d{2}(?:[ .-]?[a-z0-9]){10,30}")
_ACCOUNT = re.compile(
    r"(?:rekening(?:nummer|nr)?|bankrekening|bankrekeningnummer|iban|giro(?:nummer)?)[\s.:=]*(?:nummer|nr\.?|is|=|:|\s)*"
    r"((?:nl)?\d(?:[ .-]?\d){6,11})(?!\d)"
)


class IbanRecognizer(DutchRecognizer):
    """IBANs and old account numbers."""

    kind = Kind.IBAN

    def find(self, reading: Reading) -> Iterator[Found]:
        """Dutch form, any country by its checksum, and what follows the word account number."""
        for match in _DUTCH.finditer(reading.folded):
            yield Found(match.start(), match.end(), CERTAIN)
        for match in _ABROAD.finditer(reading.folded):
            length = _valid_length(match[0])
            if length:
                yield Found(match.start(), match.start() + length, CERTAIN)
        for match in _ACCOUNT.finditer(reading.folded):
            yield Found(match.start(1), match.end(1), LIKELY)


def _valid_length(candidate: str) -> int:
    """How many characters of `candidate` are a valid IBAN; 0 if none."""
    for end in range(len(candidate), 14, -1):
        if candidate[end - 1].isalnum() and iban.is_valid(candidate[:end], check_country=False):
            return end
    return 0
