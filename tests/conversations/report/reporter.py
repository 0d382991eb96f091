"""Somebody who reports, in a real conversation; and the words of the questions to wait for."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from actions.forms.say import labels
from tests.support.assistant import Talk

ASKED = {
    "what_happened": "Wat is er gebeurd?",
    "phase": "Wanneer in je stage gebeurde het?",
    "grounds": "Waarom gebeurde het, denk je?",
    "sector": "Wat voor soort bedrijf was het?",
    "period": "In welke maand was het ongeveer?",
    "study": "Wat is je niveau en soort opleiding?",
    "place": "bij welk bedrijf of in welke plaats",
    "may_not_read": "Is er iemand die je melding niet mag lezen?",
    "wish": "wat wil je dat er gebeurt?",
    "summary": "Dit staat in je melding:",
}
STORY = "ze wilden mij niet omdat ik een hoofddoek draag"
RECEIPT = re.compile(r"\d{4} \d{4} \d{4} \d{4}")


def month_before() -> str:
    """The month before this one, as it is said ("oktober 2026")."""
    last_day = date.today().replace(day=1) - timedelta(days=1)
    return f"{labels()['months'][last_day.month - 1]} {last_day.year}"


@dataclass
class Reporter:
    """Says and presses, and knows what is asked."""

    talk: Talk

    def begin(self) -> "Reporter":
        """From the first question about discrimination to the first question of the form."""
        self.talk.say("ik wil stagediscriminatie melden")
        self.talk.press("Anoniem melden")
        return self

    def say(self, *sentences: str) -> "Reporter":
        """Type sentences, one after the other."""
        for sentence in sentences:
            self.talk.say(sentence)
        return self

    def press(self, *titles: str) -> "Reporter":
        """Press buttons, one after the other."""
        for title in titles:
            self.talk.press(title)
        return self

    def skip_to(self, question: str) -> "Reporter":
        """Skip until this question is asked."""
        for _ in ASKED:
            if self.asks(question):
                return self
            self.press("Overslaan")
        raise AssertionError(self.text)

    def asks(self, question: str) -> bool:
        """Whether this is the question that stands last."""
        return ASKED[question] in self.talk.last[-1]["text"]

    @property
    def text(self) -> str:
        """All that the assistant said last."""
        return self.talk.text

    @property
    def summary(self) -> str:
        """The summary; skips what is left to ask."""
        if not self.asks("summary"):
            self.say("sla de rest over")
        assert self.asks("summary"), self.text
        return str(self.talk.last[-1]["text"])

    @property
    def receipt(self) -> str:
        """The sixteen digits of the last message."""
        (shown,) = [message["receipt"] for message in self.talk.last if message["receipt"]]
        assert RECEIPT.fullmatch(shown)
        return str(shown)
