"""What masking gives back: the text with placeholders, and where in the input something personal stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of personal data; the values are fixed by the contract of `make redact`."""

    NAME = "name"
    EMAIL = "email"
    PHONE = "phone"
    IBAN = "iban"
    BSN = "bsn"
    ADDRESS = "address"
    POSTCODE = "postcode"
    BIRTHDATE = "birthdate"
    STUDENT_NUMBER = "studentnr"
    PLATE = "plate"
    HANDLE = "handle"
    URL = "url"


PLACEHOLDERS = {
    Kind.NAME: "[naam]",
    Kind.EMAIL: "[e-mailadres]",
    Kind.PHONE: "[telefoonnummer]",
    Kind.IBAN: "[rekeningnummer]",
    Kind.BSN: "[bsn]",
    Kind.ADDRESS: "[adres]",
    Kind.POSTCODE: "[postcode]",
    Kind.BIRTHDATE: "[geboortedatum]",
    Kind.STUDENT_NUMBER: "[studentnummer]",
    Kind.PLATE: "[kenteken]",
    Kind.HANDLE: "[gebruikersnaam]",
    Kind.URL: "[link]",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Something personal: offsets in the input text, in characters, end exclusive."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class Masked:
    """A text that may be stored, and what was taken out of it. `spans` are in order and do not overlap."""

    text: str
    spans: tuple[Span, ...]

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """Which kinds were taken out, each once, in the order of the text."""
        return tuple(dict.fromkeys(span.kind for span in self.spans))


def masked(text: str, spans: Sequence[Span]) -> Masked:
    """`text` with a placeholder for each of `spans` (in order, not overlapping)."""
    pieces, position = [], 0
    for span in spans:
        pieces += [text[position : span.start], PLACEHOLDERS[span.kind]]
        position = span.end
    return Masked("".join([*pieces, text[position:]]), tuple(spans))
