"""Student and pupil numbers, where someone says so or in the form s1234567."""

import re
from collections.abc import Iterator

from desk.intake.masking.masked import Kind
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_WHOSE = (
    r"(?:student(?:en)?|leerling(?:en)?|deelnemers?|stam|inschrijf|college(?:kaart)?|onderwijs|scholier(?:en)?|persoonlijk onderwijs|"
    r"ov-?chip(?:kaart)?|pas|personeels)"
)
_CALLED_SO = rf"\b{_WHOSE}[\s-]?(?:nummer|nummr|nr|no|num|id|code)\b\.?"
_NUMBER = r"((?:[a-z]{1,2}-?)?\d(?:[\s.-]?\d){3,11})(?!\d)"
_AFTER = re.compile(rf"{_CALLED_SO}(?:\s+(?:is|van|mij|me|was|mijn|dat|:|=|van mij)|\s*[:=\-(])*\s*{_NUMBER}")
_BEFORE = re.compile(
    rf"(?<![\w.-]){_NUMBER}[\s,(]*(?:is|=|was|als)?\s*(?:(?:mijn|me|mn|m'n|zijn|haar|het)\s+)?{_CALLED_SO}"
)
_STUDENT_AND_NUMBER = re.compile(r"\b(?:student|studente|leerling)\s+((?:[a-z]{1,2})?\d{5,8})\b")
_FORM = re.compile(r"(?<![\w@./-])((?:s|st)\d{6,8})(?![\w@-])")


class StudentNumberRecognizer(DutchRecognizer):
    """Numbers by which a school knows someone."""

    kind = Kind.STUDENT_NUMBER

    def find(self, reading: Reading) -> Iterator[Found]:
        """In context, and the form that schools print on the card."""
        for pattern, score in (
            (_AFTER, CERTAIN), (_BEFORE, CERTAIN), (_STUDENT_AND_NUMBER, CERTAIN), (_FORM, LIKELY),
        ):  # fmt: skip
            for match in pattern.finditer(reading.spoken.text):
                start, end = reading.spoken.original(*match.span(1))
                yield Found(start, end, score)
