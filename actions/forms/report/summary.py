"""The report in words for the one who made it."""

from actions.forms.report.questions import QUESTIONS, is_filled
from actions.forms.say import labels, listed
from desk.intake.reports import Exclusions, PossibleReader, ReportDocument


def summary(document: ReportDocument, readers: tuple[PossibleReader, ...]) -> str:
    """One line for each question that has an answer."""
    filled = [question for question in QUESTIONS if is_filled(document, question)]
    return "\n".join(f"- {line(document, question, readers)}" for question in filled)


def line(document: ReportDocument, question: str, readers: tuple[PossibleReader, ...] = ()) -> str:
    """ "Maand: maart 2026"."""
    return f"{labels()['fields'][question]}: {_value(document, question, readers)}"


def lines_of(document: ReportDocument, fields: tuple[str, ...]) -> str:
    """The questions that these fields of the report belong to, as a list."""
    questions = dict.fromkeys(_QUESTION_OF.get(name, name) for name in fields)
    return "\n".join(f"- {line(document, question)}" for question in questions)


_QUESTION_OF = {"study_level": "study", "company": "place", "town": "place"}


def _value(document: ReportDocument, question: str, readers: tuple[PossibleReader, ...]) -> str:
    match question:
        case "what_happened":
            return document.what_happened or ""
        case "grounds":
            return listed(labels()["grounds"][ground].lower() for ground in document.grounds)
        case "period":
            return month_in_words(document.period or "")
        case "sector":
            return document.sector or ""
        case "study":
            level = labels()["study_level"][document.study_level] if document.study_level else None
            return ", ".join(part for part in (level, document.study) if part)
        case "place":
            return ", ".join(part for part in (document.company, document.town) if part)
        case "may_not_read":
            return _shut_out(document.may_not_read, readers)
        case _:
            return str(labels()[question][getattr(document, question)]).lower()


def month_in_words(period: str) -> str:
    """ "2026-03" as "maart 2026"."""
    year, month = period.split("-")
    return f"{labels()['months'][int(month) - 1]} {year}"


def _shut_out(exclusions: Exclusions, readers: tuple[PossibleReader, ...]) -> str:
    names = {reader.id: reader.name for reader in readers}
    said = [names.get(reader, reader) for reader in exclusions.readers]
    school = [labels()["may_not_read"]["own_school"].removesuffix(" niet").lower()] if exclusions.own_school else []
    own = [exclusions.in_own_words] if exclusions.in_own_words else []
    return listed([*school, *said, *own])
