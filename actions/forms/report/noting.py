"""Writing down what was said: one answer may fill several fields, and take others back. Pure functions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from actions.forms.facts.study import rest_without_level
from actions.forms.facts.told import TAKEN_BACK, Told
from actions.forms.facts.wish import wish_in
from actions.forms.facts.words import plain
from actions.forms.report.questions import CHANGING, SUMMARY, Spot
from desk.intake.reports import Exclusions, Ground, PossibleReader, ReportDocument

LONGEST_LINE = 200
LONGEST_STORY = 19_000
READING = re.compile(r"\b(lezen|leest|zien|inzien)\b")
PLACE_WORDS = re.compile(
    r"\b(?:het|bedrijf|was|heet|in|te|bij|de|een|plaats|stad|mijn|stage|dat)\b|[,.;:!]", re.IGNORECASE
)
UNMISTAKABLE = frozenset({"study_level", "period", "phase"})
# Other facts that an answer to this question may hold without being asked for.
OTHERS: Mapping[str, frozenset[str]] = {
    "study": frozenset({"study_level", "study"}),
    "may_not_read": UNMISTAKABLE,
    "wish": frozenset(),
}
FIELDS_OF: Mapping[str, set[str]] = {"study": {"study_level", "study"}, "place": {"company", "town"}}
EVERYTHING = frozenset(Told.__slots__)


@dataclass(frozen=True, slots=True)
class Said:
    """One typed answer: as it was, with personal data masked, the facts in it, and whether it takes something back."""

    text: str = field(repr=False)
    masked: str = field(repr=False)
    told: Told = field(repr=False)
    corrects: bool
    readers: tuple[PossibleReader, ...] = ()


@dataclass(frozen=True, slots=True)
class Noted:
    """The report after it, whether the question got its answer, and which other fields were filled on the way."""

    document: ReportDocument = field(repr=False)
    answered: bool
    others: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """Whether something was written down."""
        return self.answered or bool(self.others)


def note(document: ReportDocument, spot: Spot, said: Said) -> Noted:
    """Write an answer down; a correction overrides, other facts only fill what is empty."""
    if _is_about_readers(spot, said) and (about := _with_readers(document, said)):
        return Noted(about, answered=False, others=("may_not_read",))
    own = _own_answer(document, spot, said)
    others = _others(own or document, spot, said)
    filled = (own or document).model_copy(update=others)
    return Noted(filled, answered=own is not None, others=tuple(others))


def _own_answer(document: ReportDocument, spot: Spot, said: Said) -> ReportDocument | None:
    """The report with this question answered, or None when the text does not answer it."""
    match spot.question:
        case "what_happened":
            return _with_story(document, said.masked, anew=spot.mode == CHANGING)
        case "grounds":
            return _with_grounds(document, said)
        case "may_not_read":
            return _with_readers(document, said)
        case "sector" | "study" | "place":
            return _with_words(document, spot.question, said)
        case "phase" | "period" | "wish":
            known = wish_in(said.text) if spot.question == "wish" else getattr(said.told, spot.question)
            return document.model_copy(update={spot.question: known}) if known else None
    return None


def _with_words(document: ReportDocument, question: str, said: Said) -> ReportDocument | None:
    """A question that may be answered in own words, unless these take back something else."""
    if _corrects_another(said, FIELDS_OF.get(question, {question})):
        return None
    if question == "study":
        return _with_study(document, said)
    if question == "place":
        return _with_place(document, said)
    return document.model_copy(update={"sector": said.told.sector or _line(said.masked)})


def _others(document: ReportDocument, spot: Spot, said: Said) -> dict[str, object]:
    """Facts for other questions: into empty fields, and over full ones when this takes something back."""
    allowed = EVERYTHING if said.corrects or spot.question == SUMMARY else OTHERS.get(spot.question, EVERYTHING)
    own = FIELDS_OF.get(spot.question, {spot.question})
    over = said.corrects or spot.question == SUMMARY
    return {
        name: value
        for name, value in said.told.fields.items()
        if name in allowed - own and (over or not getattr(document, name)) and getattr(document, name) != value
    }


def _corrects_another(said: Said, own: set[str]) -> bool:
    """Whether this takes back something else than what is asked."""
    return said.corrects and bool(set(said.told.fields) - own) and not set(said.told.fields) & own


def _with_story(document: ReportDocument, text: str, *, anew: bool) -> ReportDocument:
    before = "" if anew else document.what_happened or ""
    story = f"{before}\n\n{text}".strip()[:LONGEST_STORY]
    return document.model_copy(update={"what_happened": story or None})


def _with_grounds(document: ReportDocument, said: Said) -> ReportDocument | None:
    if said.told.grounds:
        before = () if said.corrects else document.grounds
        return document.model_copy(update={"grounds": tuple(dict.fromkeys((*before, *said.told.grounds)))})
    if said.corrects or said.told.fields:
        return None
    own_words = _with_story(document, said.masked, anew=False)
    return own_words.model_copy(update={"grounds": tuple(dict.fromkeys((*document.grounds, Ground.OTHER)))})


def _with_study(document: ReportDocument, said: Said) -> ReportDocument:
    study = said.told.study or rest_without_level(said.masked)
    known = {"study_level": said.told.study_level, "study": _line(study) if study else None}
    return document.model_copy(update={name: value for name, value in known.items() if value})


def _with_place(document: ReportDocument, said: Said) -> ReportDocument:
    town, company = said.told.town, said.told.company
    if not company:
        kept = TAKEN_BACK.sub(" ", said.masked)
        rest = re.sub(re.escape(town), " ", kept, flags=re.IGNORECASE) if town else kept
        company = _line(" ".join(PLACE_WORDS.sub(" ", rest).split())) or None
    known = {"company": company, "town": town}
    return document.model_copy(update={name: value for name, value in known.items() if value})


def _is_about_readers(spot: Spot, said: Said) -> bool:
    """ "Niet mijn school maar het bedrijf mag het niet lezen", said anywhere but in the story."""
    elsewhere = spot.question not in ("what_happened", "may_not_read")
    return elsewhere and said.corrects and bool(READING.search(plain(said.text)))


def _with_readers(document: ReportDocument, said: Said) -> ReportDocument | None:
    kept = TAKEN_BACK.sub(" ", said.text) if said.corrects else said.text
    masked = TAKEN_BACK.sub(" ", said.masked) if said.corrects else said.masked
    readers = tuple(reader.id for reader in said.readers)
    own_school = "school" in plain(kept) and not readers
    if not (readers or own_school) and UNMISTAKABLE & set(said.told.fields) and not READING.search(plain(kept)):
        return None
    words = None if readers or (own_school and len(kept.split()) <= 4) else _line(masked)
    return document.model_copy(
        update={"may_not_read": Exclusions(own_school=own_school, readers=readers, in_own_words=words)}
    )


def _line(text: str) -> str:
    return " ".join(text.split())[:LONGEST_LINE].strip()
