"""Birth dates: a date where someone speaks of being born or a birthday; other dates stay."""

import re
from collections.abc import Iterator
from datetime import date

from desk.intake.masking.masked import Kind
from desk.intake.masking.patterns import one_of
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_MONTHS = """
    januari jan februari feb maart mrt april apr mei juni jun juli jul augustus aug september sept sep oktober okt
    november nov december dec january february march may june july august october oct
"""
_MONTH = rf"{one_of(_MONTHS)}(?![^\W\d_])\.?"
_YEAR = r"(?:\s*[,'-]?\s*(?:(?:in|van)\s)?(?:19|20)\d{2}(?!\d)|\s*'?\d{2}(?![\d:]|\.\d)(?!\s*(?:uur|jaar|dagen|euro)))"
_NUMERIC = r"\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?'?(?:(?:19|20)\d{2}|\d{2})(?!\d)"
_WITH_SPACES = r"\d{1,2}\s\d{1,2}\s(?:(?:19|20)\s?\d{2}|'?\d{2})(?!\s?\d)"
_ISO = r"(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)"
_DAY_AND_MONTH = r"\d{1,2}[-/]\d{1,2}(?![\d/-])"
_WORDED = rf"\d{{1,2}}(?:e|de|ste)?[\s.-]*(?:van\s+)?{_MONTH}(?:{_YEAR})?"
_MONTH_FIRST = rf"{_MONTH}\s+\d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:{_YEAR})?"
_MONTH_AND_YEAR = rf"{_MONTH}\s+(?:19|20)\d{{2}}(?!\d)"
_EIGHT_DIGITS = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}(?!\d)"
_EIGHT_BACKWARDS = r"(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"
_YEAR_FIRST = rf"(?:19|20)\d{{2}}\s?,?\s?(?:op\s)?(?:de\s)?\d{{1,2}}(?:e|de|ste)?\s(?:van\s)?{_MONTH}"
_DATE = re.compile(
    rf"(?<![\w-])(?:{_YEAR_FIRST}|{_ISO}|{_NUMERIC}|{_WORDED}|{_MONTH_AND_YEAR}|{_MONTH_FIRST}|"
    rf"{_EIGHT_DIGITS}|{_EIGHT_BACKWARDS}|{_WITH_SPACES}|{_DAY_AND_MONTH})"
)
_COMPLETE = re.compile(rf"\s*(?:{_NUMERIC}|{_ISO})\s*")
_BIRTH = """
    geboren gebore geb geboortedatum geboorte_dag geboortedag geboorte jarig verjaar* birthday born dob date_of_birth
    bday b-day gb dd/mm/jj dd/mm/jjjj dd-mm-jj dd-mm-jjjj gebdat* geboortejaar bouwjaar
"""
_BORN = re.compile(rf"\b(?:{one_of(_BIRTH)}\b|ben van (?:19|20)\d\d(?!\d))")
_ANOTHER_MATTER = re.compile(
    rf"[.!?\n]\s+\S+\s+\S+|\b{one_of('gesprek gebeurde ontslagen afgewezen sollicit* begon zei_hij zei_ze zeiden_ze')}\b"
)
_SINCE = "sinds vanaf tot per opgericht in_dienst begonnen gestart aangekomen gebeurd was_op datum"
_FROM_THEN = re.compile(rf"\b{one_of(_SINCE)}\s*(?:op\s*)?$")
_OF_THE = re.compile(r"\b(?:ben|is)\s+(?:ik\s+)?(?:een\s\w+\s)?(?:van|v)\s+(?:de\s+)?$")
_TURNS = re.compile(
    r"\b(?:word|wordt|werd)\s(?:ik|hij|ze|zij)\s(?:dan\s)?(?:1[0-9]|2[0-9])\b|\b(?:word|wordt)\s(?:1[0-9]|2[0-9])\sop\s$"
)
_BIRTH_YEAR = r"((?:19[3-9]|200|201)\d)(?![\d-])"
_TURNS_THEN = re.compile(r"\b(?:word|wordt|werd|ben|is)\s(?:ik\s|hij\s|ze\s|zij\s)?(?:dan\s)?(?:op\s)?$")
_AGE_FOLLOWS = re.compile(r"\s(?:1[2-9]|2[0-9])(?=\s*(?:$|[.,!?]|jaar|geworden|en|dus|word))")
_SIX_DIGITS = re.compile(
    r"\b(?:geboortedatum|geboren|geb\.?|gb|gebdatum|dob)\W{0,3}(?:is\W|op\W|:\W)?((?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d)(?!\d)"
    r"|\b(?:bouwjaar|geboortejaar)\s?(?:is|:)?\s?('?\d\d)(?!\d)"
)
_YEAR_OF_BIRTH = re.compile(
    rf"\b(?:(?:geboortejaar|bouwjaar)\s?(?:is|:)?\s?|(?:geboren|geb)\.?\s(?:in\s)?(?:het\sjaar\s)?"
    rf"|(?:ik|hij|zij|ze|dochter|zoon)\s(?:ben|is|kom|komt)\s(?:zelf\s|ook\s|pas\s|al\s)?(?:van|uit)\s(?:het\sjaar\s)?){_BIRTH_YEAR}"
    rf"|\bin\s{_BIRTH_YEAR}\sgeboren\b"
)
_FULL_YEAR = re.compile(r"(?:19|20)\d{2}")
YOUNGEST = 10  # years; who writes here is older
OLDEST = 100


class BirthdateRecognizer(DutchRecognizer):
    """Dates of birth and birthdays, in digits or words."""

    kind = Kind.BIRTHDATE

    def find(self, reading: Reading) -> Iterator[Found]:
        """Dates near a word for birth; complete dates too long ago to be anything that happened on a stage."""
        for match in _DATE.finditer(reading.spoken.text):
            start, end = reading.spoken.original(*match.span())
            end = start + len(reading.text[start:end].rstrip(" ,."))
            if _speaks_of_birth(reading, start, end):
                yield Found(start, end, CERTAIN)
            elif _long_ago(match[0]) and not _FROM_THEN.search(reading.folded[max(0, start - 30) : start]):
                yield Found(start, end, LIKELY)
        for match in (*_YEAR_OF_BIRTH.finditer(reading.folded), *_SIX_DIGITS.finditer(reading.folded)):
            group = 1 if match[1] else 2
            yield Found(match.start(group), match.end(group), LIKELY)


def _speaks_of_birth(reading: Reading, start: int, end: int) -> bool:
    left, right = reading.folded[max(0, start - 50) : start], reading.folded[end : end + 30]
    before = list(_BORN.finditer(left))
    if before and not _ANOTHER_MATTER.search(left, before[-1].end()):
        return True
    after = _BORN.search(right)
    if after and not re.search(r"[.!?\n]", right[: after.start()]):
        return True
    shown = reading.folded[start:end]
    if _TURNS_THEN.search(left) and (_AGE_FOLLOWS.match(right) or re.search(r"[a-z]\s(?:1[2-9]|2\d)$", shown)):
        return True
    if _TURNS.search(left) or _TURNS.match(right.lstrip()):
        return True
    return bool(_OF_THE.search(left) and _FULL_YEAR.search(reading.folded, start, end))


def _long_ago(shown: str) -> bool:
    """A complete date in digits, so long ago that it is a birth date rather than the date of what happened."""
    year = _FULL_YEAR.search(shown)
    if not year or not _COMPLETE.fullmatch(shown):
        return False
    return YOUNGEST <= date.today().year - int(year[0]) <= OLDEST
