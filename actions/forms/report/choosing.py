"""Answers with a button: which there are for a question, and what each one writes down."""

from actions.answers.messages import Button
from actions.forms.report.questions import QUESTIONS, SUMMARY, is_filled
from actions.forms.say import choice, controls, labels
from desk.intake.reports import Exclusions, Ground, Phase, PossibleReader, ReportDocument, StudyLevel, Wish

DONE = "done"


def buttons_for(question: str, document: ReportDocument, readers: tuple[PossibleReader, ...]) -> list[Button]:
    """The buttons under a question; every question can be skipped."""
    if question == "grounds" and document.grounds:
        left = [code for code in labels()["grounds"] if code not in document.grounds and code != Ground.UNKNOWN]
        return [*_choices("grounds", left), choice(labels()["controls"]["more_grounds"], "grounds", DONE)]
    if question == "may_not_read":
        return [*_reader_choices(readers), *controls("skip")]
    codes = {"study": "study_level"}.get(question, question)
    known = labels().get(codes, {})
    rest = controls("skip", "skip_rest") if question == QUESTIONS[0] or known else controls("skip", "why")
    return [*_choices(codes, list(known)), *rest]


def menu_buttons(document: ReportDocument) -> list[Button]:
    """What can be changed: every question, those with an answer first."""
    ordered = sorted(QUESTIONS, key=lambda question: not is_filled(document, question))
    fields = [choice(labels()["fields"][name], name, intent="melding_wijzigen") for name in ordered]
    return [*fields, choice(labels()["controls"]["go_on"], SUMMARY, intent="melding_wijzigen")]


def chosen(document: ReportDocument, field: str, code: str) -> ReportDocument:
    """The report with the answer of a button; raise ValueError for a button we never made."""
    match field:
        case "phase":
            return document.model_copy(update={"phase": Phase(code)})
        case "grounds" if code == DONE:
            return document
        case "grounds":
            return document.model_copy(update={"grounds": _more_grounds(document.grounds, Ground(code))})
        case "sector":
            return document.model_copy(update={"sector": code})
        case "study_level":
            return document.model_copy(update={"study_level": StudyLevel(code)})
        case "wish":
            return document.model_copy(update={"wish": Wish(code)})
        case "may_not_read":
            return document.model_copy(update={"may_not_read": _excluded(document.may_not_read, code)})
    raise ValueError("no such field")


def _more_grounds(before: tuple[Ground, ...], new: Ground) -> tuple[Ground, ...]:
    if new is Ground.UNKNOWN:
        return (new,)
    return tuple(dict.fromkeys((*(ground for ground in before if ground is not Ground.UNKNOWN), new)))


def _excluded(before: Exclusions, code: str) -> Exclusions:
    if code == "nobody":
        return Exclusions()
    if code == "own_school":
        return before.model_copy(update={"own_school": True})
    return before.model_copy(update={"readers": tuple(dict.fromkeys((*before.readers, code)))})


def _choices(field: str, codes: list[str]) -> list[Button]:
    return [choice(labels()[field][code], field, code) for code in codes]


def _reader_choices(readers: tuple[PossibleReader, ...]) -> list[Button]:
    named = [
        choice(labels()["not_this_reader"].format(name=reader.name), "may_not_read", reader.id)
        for reader in readers[:4]
    ]
    return [*_choices("may_not_read", ["own_school"]), *named, *_choices("may_not_read", ["nobody"])]
