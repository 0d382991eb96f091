"""Student and pupil numbers, where someone says so or in the form s1234567."""

import re
from collections.abc import Iterator

from desk.intake.masking.masked import Kind
from desk.intake.masking.patterns import one_of
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_WHOSE = one_of("""
    student studenten stud leerling leerlingen leerl deelnemer deelnemers cursist stam inschrijf college collegekaart
    onderwijs scholier scholieren school schoolpas persoonlijk_onderwijs ov ov-chip ov-chipkaart pas personeels inlog
    registratie studie persoonsgebonden pg examen cursisten
""")
_NUMBER_OF = one_of("nummer nummertje nummr numer nr no num id code")
_CALLED_SO = re.compile(
    rf"\b(?:{_WHOSE}[.\s-]{{0,2}}{_NUMBER_OF}\b|(?:student|studenten|school|leerling|college)(?:pas|kaart)(?:je)?\b|pgn\b|(?:std|stdn|studn|lln?|leerl|lnr|deeln)[.\s-]{{0,2}}(?:nummer|nr)\b"
    rf"|{_NUMBER_OF}\s(?:is\s)?(?:van|bij|op)\s(?:mijn\s|mn\s|de\s|het\s)?(?:school|roc|mbo)\b"
    r"|ingeschreven\s(?:onder|met)\s(?:nummer|nr)\b)"
)
_NUMBER = re.compile(r"(?<![\w.,-])(?:[a-z]{1,2}-?|(?:s|st|l|h)\s)?\d(?:[\s.-]?\d){3,11}(?![\w])(?![.,:-]\d)(?!\s?%)")
_YEAR_OR_DATE = re.compile(r"(?:19|20)\d\d|\d{1,2}[-.\s]\d{1,2}[-.\s](?:19|20)?\d\d")
_COUNTS = re.compile(rf"\s*{one_of('euro eur uur dag* week weken maand* jaar jaren keer km mensen')}\b")
_BETWEEN_ENDS = re.compile(r"[!\n]|\.\s+\S+\s+\S+\s+\S+")
_PERSON_AND_NUMBER = re.compile(
    r"\b(?:student|studente|leerling|deelnemer|cursist)\s?[:=#]?\s?((?:[a-z]{1,2}-?)?\d(?:[.\s-]?\d){4,11})(?!\w|[.,:-]\d)"
)
_SCHOOL_SPEAKS = re.compile(
    rf"\b{one_of('student* leerling* eduarte magister somtoday studielink osiris inlog* login log_in loggen ingelogd ingeschreven examen* cijferlijst')}\b"
)
_OTHER_NUMBER = re.compile(
    rf"\b{one_of('crebo* kvk* factuur* order* bestel* artikel* postbus code wachtwoord pin* euro bel* tel* app* nummer_van_hem')}\b"
)
_LONG = re.compile(r"(?<![\w.,+-])\d{6,8}(?![\w])(?![.,:-]\d)")
_FORM = re.compile(r"(?<![\w@./-])((?:s|st)\d{6,8})(?![\w@-])")
LOOKS_AHEAD, LOOKS_BACK = 45, 35  # characters


class StudentNumberRecognizer(DutchRecognizer):
    """Numbers by which a school knows someone."""

    kind = Kind.STUDENT_NUMBER

    def find(self, reading: Reading) -> Iterator[Found]:
        """In context, and the form that schools print on the card."""
        text = reading.spoken.text
        spans = [(span, CERTAIN) for called in _CALLED_SO.finditer(text) for span in _beside(text, called)]
        persons = (match for match in _PERSON_AND_NUMBER.finditer(text) if not _YEAR_OR_DATE.fullmatch(match[1]))
        spans += [(match.span(1), CERTAIN) for match in persons]
        spans += [(match.span(1), LIKELY) for match in _FORM.finditer(text)]
        spans += [(match.span(), LIKELY) for match in _LONG.finditer(text) if _school_speaks(text, match)]
        for span, score in spans:
            start, end = reading.spoken.original(*span)
            yield Found(start, end, score)


def _beside(text: str, called: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The first number behind what is called so, or else the last one before it."""
    stop = called.end() + LOOKS_AHEAD
    behind = [
        match for match in _NUMBER.finditer(text, called.end()) if match.start() < stop and _could_be(text, match)
    ]
    if behind and not _BETWEEN_ENDS.search(text, called.end(), behind[0].start()):
        yield behind[0].span()
        return
    first = max(0, called.start() - LOOKS_BACK)
    before = [match for match in _NUMBER.finditer(text, first, called.start()) if _could_be(text, match)]
    if before and not re.search(r"[!\n]", text[before[-1].end() : called.start()]):
        yield before[-1].span()


def _school_speaks(text: str, match: re.Match[str]) -> bool:
    """A number of six to eight digits where pupils or the systems of a school are spoken of."""
    near = text[max(0, match.start() - LOOKS_AHEAD) : match.start()], text[match.end() : match.end() + LOOKS_BACK]
    return any(_SCHOOL_SPEAKS.search(part) for part in near) and not any(_OTHER_NUMBER.search(part) for part in near)


def _could_be(text: str, match: re.Match[str]) -> bool:
    """No year, date or count of something."""
    return not (_YEAR_OR_DATE.fullmatch(match[0]) or _COUNTS.match(text, match.end()))
