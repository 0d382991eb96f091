"""The month it happened in, however it is said. Never a day: that could give somebody away."""

import re
from datetime import date

from actions.forms.facts.words import plain

MONTHS = (
    "januari|jan",
    "februari|feb|febr",
    "maart|mrt",
    "april|apr",
    "mei",
    "juni|jun",
    "juli|jul",
    "augustus|aug",
    "september|sep|sept",
    "oktober|okt",
    "november|nov",
    "december|dec",
)
NUMBERS = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "paar": 2}
ALL_MONTHS = "|".join(MONTHS)
NAMED = re.compile(
    rf"(?:\b(in|van|sinds|begin|eind|half|\d{{1,2}}) )?\b({ALL_MONTHS})\b\.?(?: ?('?\d{{2}}|20\d\d)\b| (vorig jaar))?"
)
DIGITS = re.compile(r"\b(0?[1-9]|1[0-2])[-/](20\d\d)\b|\b(20\d\d)-(0[1-9]|1[0-2])\b")
AGO = re.compile(rf"\b(\d{{1,2}}|{'|'.join(NUMBERS)}) (dag(?:en)?|we(?:ek|ken)|maand(?:en)?) (?:geleden|terug)\b")
MONTH_BEFORE = re.compile(r"\b(?:vorige|afgelopen|laatste) maand\b|\bmaand(?:je)? (?:geleden|terug)\b")
THIS_MONTH = re.compile(r"\bdeze maand\b|\bvandaag\b|\bvanmiddag\b|\bvanochtend\b|\bdeze week\b")
DAYS_BEFORE = {"eergisteren": 2, "gisteren": 1, "vorige week": 7, "afgelopen week": 7, "week geleden": 7}
NEEDS_COMPANY = {"jan", "mei", "aug", "dec", "jun", "jul", "sep", "nov", "mrt", "apr", "feb", "okt"}


def period_in(text: str, today: date) -> str | None:
    """The month as "2026-03"; without a year the last one that is not in the future."""
    looked_at = plain(text)
    for find in (_digits, _named, _ago, _before):
        if found := find(looked_at, today):
            return found
    return None


def _digits(text: str, today: date) -> str | None:
    match = DIGITS.search(text)
    if not match:
        return None
    month, year = (int(match[1]), int(match[2])) if match[1] else (int(match[4]), int(match[3]))
    return _written(year, month, today)


def _named(text: str, today: date) -> str | None:
    for match in NAMED.finditer(text):
        before, name, year, last_year = match.groups()
        alone = match[0].strip(" .") == text.strip(" .!")
        if name in NEEDS_COMPANY and not (before or year or last_year or alone):
            continue
        month = next(number for number, names in enumerate(MONTHS, 1) if name in names.split("|"))
        return _written(_year(year, month, today, last_year=bool(last_year)), month, today)
    return None


def _year(said: str | None, month: int, today: date, *, last_year: bool) -> int:
    if said:
        digits = said.strip("'")
        return int(digits) if len(digits) == 4 else 2000 + int(digits)
    if last_year:
        return today.year - 1
    return today.year if month <= today.month else today.year - 1


def _ago(text: str, today: date) -> str | None:
    match = AGO.search(text)
    if not match:
        return None
    count = int(match[1]) if match[1].isdigit() else NUMBERS[match[1]]
    if match[2].startswith("maand"):
        return _months_back(today, count)
    return _days_back(today, count * (7 if match[2].startswith("we") else 1))


def _before(text: str, today: date) -> str | None:
    if MONTH_BEFORE.search(text):
        return _months_back(today, 1)
    if THIS_MONTH.search(text):
        return _months_back(today, 0)
    return next((_days_back(today, days) for words, days in DAYS_BEFORE.items() if words in text), None)


def _months_back(today: date, count: int) -> str:
    months = today.year * 12 + today.month - 1 - count
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _days_back(today: date, days: int) -> str:
    day = date.fromordinal(today.toordinal() - days)
    return f"{day.year:04d}-{day.month:02d}"


def _written(year: int, month: int, today: date) -> str | None:
    """No month that has yet to come, and none of long ago."""
    if (year, month) > (today.year, today.month) or year < today.year - 20:
        return None
    return f"{year:04d}-{month:02d}"
