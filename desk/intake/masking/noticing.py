"""Notices numbers and addresses that lead to a person, without looking for names: no pipeline is needed for that."""

import re
from functools import lru_cache

from desk.intake.masking.masked import Kind
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.address import AddressRecognizer
from desk.intake.masking.recognizers.base import DutchRecognizer
from desk.intake.masking.recognizers.birthdate import BirthdateRecognizer
from desk.intake.masking.recognizers.bsn import BsnRecognizer
from desk.intake.masking.recognizers.email import EmailRecognizer
from desk.intake.masking.recognizers.iban import IbanRecognizer
from desk.intake.masking.recognizers.phone import PhoneRecognizer
from desk.intake.masking.recognizers.postcode import PostcodeRecognizer
from desk.intake.masking.recognizers.student_number import StudentNumberRecognizer

LONGEST = 4_000  # characters looked at


@lru_cache(maxsize=1)
def _recognizers() -> tuple[DutchRecognizer, ...]:
    return (
        BsnRecognizer(),
        IbanRecognizer(),
        PhoneRecognizer(),
        EmailRecognizer(),
        AddressRecognizer(),
        PostcodeRecognizer(),
        BirthdateRecognizer(),
        StudentNumberRecognizer(),
    )


def numbers_in(text: str) -> tuple[Kind, ...]:
    """Which kinds of numbers and addresses of persons stand in `text`, each once; a place counts for one kind only."""
    reading = Reading(re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text[:LONGEST]))
    found: dict[Kind, None] = {}
    taken: list[tuple[int, int]] = []
    for recognizer in _recognizers():
        for place in recognizer.find(reading):
            if all(place.end <= start or end <= place.start for start, end in taken):
                taken.append((place.start, place.end))
                found[recognizer.kind] = None
    return tuple(found)
