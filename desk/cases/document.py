"""What a case says: a report, or a message left outside hours. Nothing here is ever stored but sealed."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Story = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Month = Annotated[str, StringConstraints(pattern=r"^(19|20)\d\d-(0[1-9]|1[0-2])$")]


class Phase(StrEnum):
    """When in the internship it happened."""

    SEARCHING = "searching"
    INTERVIEW = "interview"
    DURING = "during"
    ASSESSMENT = "assessment"
    ENDED_EARLY = "ended_early"


class Ground(StrEnum):
    """Why, as the reporter feels it; several may be given."""

    ORIGIN = "origin"
    RELIGION = "religion"
    HEADSCARF = "headscarf"
    SEX = "sex"
    PREGNANCY = "pregnancy"
    SEXUAL_ORIENTATION = "sexual_orientation"
    GENDER_IDENTITY = "gender_identity"
    DISABILITY = "disability"
    AGE = "age"
    OTHER = "other"
    UNKNOWN = "unknown"


class StudyLevel(StrEnum):
    """Level of the study."""

    VMBO = "vmbo"
    MBO_1 = "mbo_1"
    MBO_2 = "mbo_2"
    MBO_3 = "mbo_3"
    MBO_4 = "mbo_4"
    OTHER = "other"


class Wish(StrEnum):
    """What the reporter wants to happen."""

    INFORM_ONLY = "inform_only"
    ADVICE = "advice"
    CONTACT = "contact"
    HELP_REPORTING = "help_reporting"


class Hidden(BaseModel):
    """A model that never shows its values: not in a traceback, a log or a validation error."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Only how many fields are filled."""
        yield "filled", len(self.model_dump(exclude_defaults=True))


class Exclusions(Hidden):
    """Who may not read it: the own school, organisations by name, readers by account id, or in own words.

    Own words match nobody by themselves; a reader who sees them acts on them (`remove_reader`).
    """

    own_school: bool = False
    organisations: tuple[Line, ...] = ()
    readers: tuple[Line, ...] = ()
    in_own_words: Line | None = None


class CaseDocument(Hidden):
    """What every kind of case has: who may not read it."""

    may_not_read: Exclusions = Exclusions()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was told; who may not read it and what is wanted tell nothing."""
        return not self.model_dump(exclude_defaults=True, exclude={"may_not_read", "wish"})


class ReportDocument(CaseDocument):
    """An internship discrimination report. The form fills what the reporter wants to tell."""

    what_happened: Story | None = None
    phase: Phase | None = None
    grounds: tuple[Ground, ...] = ()
    sector: Line | None = None
    period: Month | None = None
    study_level: StudyLevel | None = None
    study: Line | None = None
    company: Line | None = None
    town: Line | None = None
    wish: Wish | None = None


class MessageDocument(CaseDocument):
    """A message left for the desk, in own words; contact data only if the writer put them there."""

    text: Story | None = None
