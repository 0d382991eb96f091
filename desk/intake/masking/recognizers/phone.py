"""Phone numbers: every Dutch notation, also in words, and international ones; help lines stay."""

import re
from collections.abc import Iterator

import phonenumbers

from desk.intake.masking.masked import Kind
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_GAP = r"[\s.\-–/,_*]{0,3}"
# 06…, 030…, 0031…, +31 (0)…; nine digits follow the country code or the zero
_NATIONAL = re.compile(rf"(?<![\d])\(?0{_GAP}[1-9](?:{_GAP}[()]?{_GAP}\d){{8}}(?!\d)")
_COUNTRY = re.compile(rf"(?<![\d])(?:\+|0{_GAP}0{_GAP}|plus\s+)3{_GAP}1{_GAP}(?:\(?0\)?)?(?:{_GAP}\d){{9}}(?!\d)")
_ABROAD = re.compile(r"(?<![\w+])(?:\+|00)[1-9](?:[\s.\-()/]{0,2}\d){7,13}(?!\d)")
_BARE_MOBILE = re.compile(rf"(?<![\d.,])(?:31{_GAP})?6(?:{_GAP}\d){{8}}(?!\d)")
_SHORTENED = re.compile(rf"(?<!\d)0{_GAP}[1-9](?:{_GAP}\d){{6,7}}(?!\d)|(?<!\d)0{_GAP}6(?:{_GAP}\d){{9}}(?!\d)")
_SPLIT = re.compile(rf"(?<!\d)06(?:\s?-?nummer)?(?:\sis|\s?[:=])\s?(\d(?:{_GAP}\d){{7}})(?!\d)")
_CALL = re.compile(r"\b(?:bel|bellen|belt|telefoon\w*|tel|tel\.|nummer|nr|mobiel\w*|app|appen|whatsapp|bereik\w*|06)\b")
_HELP_LINE = re.compile(r"0[89]0\d|014\d|0031[89]00|\+31[89]00")


class PhoneRecognizer(DutchRecognizer):
    """Numbers that reach a person. 0800, 0900, 14 0xx, 112, 113 and 116 numbers stay: they are help lines."""

    kind = Kind.PHONE

    def find(self, reading: Reading) -> Iterator[Found]:
        """Full numbers anywhere, shortened or bare ones where someone speaks of calling."""
        text = reading.spoken.text
        full = [match for pattern in (_NATIONAL, _COUNTRY) for match in pattern.finditer(text)]
        yield from (self._found(reading, match, CERTAIN) for match in full if not _help_line(match[0]))
        abroad = (match for match in _ABROAD.finditer(text) if _possible(match[0]))
        yield from (self._found(reading, match, LIKELY) for match in abroad)
        for match in _SPLIT.finditer(text):
            yield Found(*reading.spoken.original(*match.span(1)), LIKELY)
        bare = [match for pattern in (_BARE_MOBILE, _SHORTENED) for match in pattern.finditer(text)]
        for found, number in ((self._found(reading, match, LIKELY), match[0]) for match in bare):
            if reading.said_near(_CALL, found.start, found.end) and not _help_line(number):
                yield found

    @staticmethod
    def _found(reading: Reading, match: re.Match[str], score: float) -> Found:
        start, end = reading.spoken.original(*match.span())
        return Found(start, end, score)


def _help_line(number: str) -> bool:
    return bool(_HELP_LINE.match(re.sub(r"[^\d+]", "", number)))


def _possible(number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    plain = f"+{digits.removeprefix('00')}"
    try:
        return phonenumbers.is_possible_number(phonenumbers.parse(plain, None))
    except phonenumbers.NumberParseException:
        return False
