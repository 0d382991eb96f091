"""What our recognisers share: one kind each, and the prepared reading instead of the bare text."""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from presidio_analyzer import LocalRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from desk.intake.masking.masked import Kind
from desk.intake.masking.reading import Reading

CERTAIN = 0.95  # a checksum, or someone says what it is
LIKELY = 0.8  # the form alone


@dataclass(frozen=True, slots=True)
class Found:
    """A place in the original text and how sure the recogniser is (0 to 1)."""

    start: int
    end: int
    score: float


class DutchRecognizer(LocalRecognizer):
    """A Presidio recogniser for Dutch that reads a `Reading`; subclasses say how they find their kind."""

    kind: ClassVar[Kind]

    def __init__(self) -> None:
        super().__init__(supported_entities=[self.kind.value], supported_language="nl")

    def load(self) -> None:
        """Nothing to load: patterns and lists are there when the module is."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's entry: all places of this kind in `text`."""
        if self.kind.value not in entities:
            return []
        reading = getattr(nlp_artifacts, "reading", None) or Reading(text)
        found = self.find(reading)
        return [RecognizerResult(self.kind.value, place.start, place.end, place.score) for place in found]

    @abstractmethod
    def find(self, reading: Reading) -> Iterator[Found]:
        """Places of this kind."""
