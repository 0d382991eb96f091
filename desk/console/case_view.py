"""A case as its page shows it: personal things covered until somebody asks for one."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from desk.cases.casework import OpenCase
from desk.cases.document import MessageDocument, ReportDocument
from desk.cases.messages import Author, Message
from desk.cases.revealing import EXCLUSION, MESSAGE
from desk.console.case_texts import FIELDS, GROUNDS, LEVELS, MESSAGE_TITLE, OWN_SCHOOL, PHASES, WISHES
from desk.console.pages import dutch_month
from desk.errors import NamesModelMissingError
from desk.intake.masking import mask


class Cover(StrEnum):
    """How much of something is shown."""

    NONE = "none"
    MASKED = "masked"  # names, numbers and addresses are taken out
    HIDDEN = "hidden"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True)
class Shown:
    """One field: its code, Dutch title, and what is shown of it."""

    code: str
    title: str
    text: str = field(repr=False)
    cover: Cover


@dataclass(frozen=True, slots=True)
class ShownMessage:
    """One message: who wrote it ("" is the reporter), on which day, and what is shown of it."""

    by: str = field(repr=False)
    on: date
    content: Shown


def shown_fields(case: OpenCase, revealed: set[str], names: dict[str, str]) -> list[Shown]:
    """Return the filled fields in the order of reading. Blocks: masking the story takes some milliseconds."""
    document = case.document
    if isinstance(document, MessageDocument):
        fields = [_story("text", document.text, revealed)]
    else:
        fields = list(_report(document, revealed)) if isinstance(document, ReportDocument) else []
    # First who may not read it: that is to be known before reading on.
    return [one for one in (*_exclusions(case, revealed, names), *fields) if one.text or one.cover is Cover.HIDDEN]


def shown_messages(case: OpenCase, revealed: set[str], names: dict[str, str]) -> list[ShownMessage]:
    """Return the messages, oldest first; what the desk wrote itself is not covered."""
    return [_message(one, revealed, names) for one in case.messages]


def _report(document: ReportDocument, revealed: set[str]) -> Iterator[Shown]:
    yield _story("what_happened", document.what_happened, revealed)
    yield _open("grounds", ", ".join(GROUNDS[one] for one in document.grounds))
    yield _open("phase", PHASES[document.phase] if document.phase else None)
    yield _open("period", dutch_month(document.period) if document.period else None)
    yield _open("sector", document.sector)
    yield _hidden("company", document.company, revealed)
    yield _hidden("town", document.town, revealed)
    yield _open("study_level", LEVELS[document.study_level] if document.study_level else None)
    yield _hidden("study", document.study, revealed)
    yield _open("wish", WISHES[document.wish] if document.wish else None)


def _exclusions(case: OpenCase, revealed: set[str], names: dict[str, str]) -> Iterator[Shown]:
    shut = case.document.may_not_read
    yield _open(f"{EXCLUSION}own_school", OWN_SCHOOL if shut.own_school else None)
    yield _hidden(f"{EXCLUSION}organisations", ", ".join(shut.organisations), revealed)
    yield _open(f"{EXCLUSION}readers", ", ".join(names.get(one, "?") for one in shut.readers))
    yield _hidden(f"{EXCLUSION}in_own_words", shut.in_own_words, revealed)


def _message(one: Message, revealed: set[str], names: dict[str, str]) -> ShownMessage:
    code = f"{MESSAGE}{one.sequence}"
    if one.author is Author.COUNSELLOR:
        return ShownMessage(names.get(one.account_id or "", "?"), one.on, Shown(code, code, one.text, Cover.NONE))
    return ShownMessage("", one.on, _story(code, one.text, revealed))


def _open(code: str, text: Any) -> Shown:
    return Shown(code, FIELDS[code], str(text or ""), Cover.NONE)


def _hidden(code: str, text: str | None, revealed: set[str]) -> Shown:
    if not text:
        return Shown(code, FIELDS[code], "", Cover.NONE)
    if code in revealed:
        return Shown(code, FIELDS[code], text, Cover.REVEALED)
    return Shown(code, FIELDS[code], "", Cover.HIDDEN)


def _story(code: str, text: str | None, revealed: set[str]) -> Shown:
    """A longer text with names taken out; all of it is covered while no model that knows names is installed."""
    title = FIELDS.get(code) or MESSAGE_TITLE.format(code.removeprefix(MESSAGE))
    if not text:
        return Shown(code, title, "", Cover.NONE)
    if code in revealed:
        return Shown(code, title, text, Cover.REVEALED)
    try:
        masked = mask(text)
    except NamesModelMissingError:
        return Shown(code, title, "", Cover.HIDDEN)
    return Shown(code, title, masked.text, Cover.MASKED if masked.spans else Cover.NONE)
