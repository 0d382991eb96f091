"""Everything that one sentence tells, and what it takes back."""

import re
from dataclasses import dataclass
from datetime import date

from actions.forms.facts.grounds import grounds_in
from actions.forms.facts.period import period_in
from actions.forms.facts.phase import phase_in
from actions.forms.facts.place import company_in, town_in
from actions.forms.facts.sector import sector_in
from actions.forms.facts.study import level_in, study_in
from actions.forms.facts.words import bare, word_list
from desk.intake.reports import Ground, Phase, StudyLevel

TAKEN_BACK = re.compile(r"\b(?:niet|geen)\s+((?:(?!maar\b)[\w'-]+\s*){1,5}?)[,;]?\s*\b(?:maar|wel)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """Facts by the names of the report's fields; what was not said is None or empty."""

    phase: Phase | None = None
    grounds: tuple[Ground, ...] = ()
    sector: str | None = None
    period: str | None = None
    study_level: StudyLevel | None = None
    study: str | None = None
    company: str | None = None
    town: str | None = None

    @property
    def fields(self) -> dict[str, object]:
        """What was said, by field."""
        return {name: value for name in self.__slots__ if (value := getattr(self, name))}


def told_in(text: str, today: date) -> Told:
    """All facts in a text; what stands after "niet ... maar" counts as taken back."""
    kept = TAKEN_BACK.sub(" ", text)
    return Told(
        phase=phase_in(kept),
        grounds=grounds_in(kept),
        sector=sector_in(kept),
        period=period_in(kept, today),
        study_level=level_in(kept),
        study=study_in(kept),
        company=company_in(kept),
        town=town_in(kept),
    )


def takes_back(text: str) -> bool:
    """Whether a text corrects what was said before."""
    said = bare(text)
    starts = tuple(f"{word} " for word in word_list("controls")["corrections"])
    return said.startswith(starts) or bool(TAKEN_BACK.search(text))
