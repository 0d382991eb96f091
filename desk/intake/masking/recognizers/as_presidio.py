"""Our recognisers as Presidio knows them."""

from presidio_analyzer import LocalRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import DutchRecognizer


class AsPresidio(LocalRecognizer):
    """Presidio's side of one recogniser."""

    def __init__(self, recognizer: DutchRecognizer) -> None:
        self.recognizer = recognizer
        name = type(recognizer).__name__
        super().__init__(supported_entities=[recognizer.kind.value], supported_language="nl", name=name)

    def load(self) -> None:
        """Nothing to load: patterns and lists are there when the module is."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's entry: all places of this kind in `text`."""
        kind = self.recognizer.kind.value
        if kind not in entities:
            return []
        reading = getattr(nlp_artifacts, "reading", None) or Reading(text)
        return [RecognizerResult(kind, place.start, place.end, place.score) for place in self.recognizer.find(reading)]
