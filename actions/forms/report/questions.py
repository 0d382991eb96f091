"""The questions of the report, in their order, and where in them a conversation is."""

from dataclasses import dataclass

from desk.intake.reports import Exclusions, ReportDocument

QUESTIONS = (
    "what_happened",
    "phase",
    "grounds",
    "sector",
    "period",
    "study",
    "place",
    "may_not_read",
    "wish",
)
SUMMARY = "summary"
MENU = "menu"
SENT = "sent"
CHANGING = "change"
STOPPING = "stop"
QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Spot:
    """The question that is asked now.

    `mode`: in turn (empty), to change the answer, while being asked whether to stop, or without asking it once more.
    """

    question: str
    mode: str = ""

    @property
    def lasting(self) -> "Spot":
        """The same without what held for one turn only."""
        return Spot(self.question, self.mode if self.mode == CHANGING else "")

    @property
    def code(self) -> str:
        """As it stands in the slot: no word of the person."""
        return f"{self.question}/{self.mode}" if self.mode else self.question


def spot_of(code: str | None) -> Spot:
    """Read the slot; without one the first question."""
    question, _, mode = (code or QUESTIONS[0]).partition("/")
    return Spot(question, mode)


def is_filled(document: ReportDocument, question: str) -> bool:
    """Whether something is known for this question."""
    if question == "study":
        return bool(document.study_level or document.study)
    if question == "place":
        return bool(document.company or document.town)
    if question == "may_not_read":
        return document.may_not_read != Exclusions()
    return bool(getattr(document, question))


def after(document: ReportDocument, spot: Spot) -> Spot:
    """The next question without an answer; the summary after the last one, or after a change."""
    if spot.mode == CHANGING or spot.question not in QUESTIONS:
        return Spot(SUMMARY)
    later = QUESTIONS[QUESTIONS.index(spot.question) + 1 :]
    return Spot(next((question for question in later if not is_filled(document, question)), SUMMARY))


def before(spot: Spot) -> Spot:
    """The question before this one; before the first there is only itself."""
    if spot.question not in QUESTIONS:
        return Spot(QUESTIONS[-1])
    return Spot(QUESTIONS[max(0, QUESTIONS.index(spot.question) - 1)])


def cleared(document: ReportDocument, question: str) -> ReportDocument:
    """The report without the answer to this question."""
    empty = ReportDocument()
    fields = {"study": ("study_level", "study"), "place": ("company", "town")}.get(question, (question,))
    return document.model_copy(update={name: getattr(empty, name) for name in fields})
