"""A message as the recognisers read it, prepared once: folded letters, words, and number words as digits."""

import re
from dataclasses import dataclass
from functools import cached_property

from desk.intake.masking.folding import fold
from desk.intake.masking.spoken import Spoken, spoken

PERSON, ORGANISATION, OTHER = "person", "organisation", "other"
_SHORT = r"(?<![^\W_])[vV][./]\s?[dD]\.?(?=[\s]?[^\W\d_]{2})"  # "v.d.", "v/d": van de(r)
_WORD = re.compile(rf"{_SHORT}|" r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]{2}))*")
_NEW_SENTENCE = re.compile(r"[.!?\n:;•\-–\"“”(]\s*$|^\s*$")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `folded` is in lower case without accents, `capital` says how it begins, `opens` a sentence."""

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    opens: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """What a spaCy pipeline marks: offsets in characters, and PERSON, ORGANISATION or OTHER."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Reading:
    """A message, what the pipelines mark in it, and its prepared forms."""

    text: str
    marks: tuple[Mark, ...] = ()

    @cached_property
    def folded(self) -> str:
        """The text folded; offsets stay the same."""
        return fold(self.text)

    @cached_property
    def spoken(self) -> Spoken:
        """The text with digits for number words; offsets change."""
        return spoken(self.text)

    @cached_property
    def capitals_mean_something(self) -> bool:
        """False for a message typed all in capitals or all in lower case."""
        return self.text != self.text.upper() and self.text != self.text.lower()

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words in order; a hyphen parts them."""
        return tuple(self._word(match) for match in _WORD.finditer(self.text))

    def _word(self, match: re.Match[str]) -> Word:
        start, end = match.span()
        capital = match[0][0].isupper() and self.capitals_mean_something
        opens = bool(_NEW_SENTENCE.search(self.text[max(0, start - 4) : start])) or start == 0
        return Word(start, end, match[0], self.folded[start:end], capital, opens)

    def marked(self, word: Word, *labels: str) -> bool:
        """Whether a pipeline gives a word one of these labels."""
        return any(mark.label in labels and word.start < mark.end and mark.start < word.end for mark in self.marks)

    def between(self, left: int, right: int) -> str:
        """The text between two offsets."""
        return self.text[left:right]

    def said_near(self, pattern: re.Pattern[str], start: int, end: int, before: int = 45, after: int = 30) -> bool:
        """Whether `pattern` (on folded text) stands shortly before or after a span of the original."""
        left = self.folded[max(0, start - before) : start]
        return bool(pattern.search(left) or pattern.search(self.folded[end : end + after]))
