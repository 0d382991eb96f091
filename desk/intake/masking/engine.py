"""Presidio with our recognisers, built once per process, and `mask` in front of it."""

import logging
import re
import threading
from collections.abc import Sequence
from contextlib import ExitStack
from functools import lru_cache

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry, RecognizerResult
from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
from presidio_analyzer.nlp_engine import NlpArtifacts
from spacy.language import Language

from desk.errors import TextTooLongError
from desk.intake.masking.masked import Kind, Masked, Span, masked
from desk.intake.masking.merging import without_overlap
from desk.intake.masking.pipelines import NamesEngine, installed_pipelines
from desk.intake.masking.recognizers.address import AddressRecognizer
from desk.intake.masking.recognizers.as_presidio import AsPresidio
from desk.intake.masking.recognizers.birthdate import BirthdateRecognizer
from desk.intake.masking.recognizers.bsn import BsnRecognizer
from desk.intake.masking.recognizers.email import EmailRecognizer
from desk.intake.masking.recognizers.handle import HandleRecognizer
from desk.intake.masking.recognizers.iban import IbanRecognizer
from desk.intake.masking.recognizers.name import NameRecognizer
from desk.intake.masking.recognizers.phone import PhoneRecognizer
from desk.intake.masking.recognizers.plate import PlateRecognizer
from desk.intake.masking.recognizers.postcode import PostcodeRecognizer
from desk.intake.masking.recognizers.student_number import StudentNumberRecognizer
from desk.intake.masking.recognizers.url import UrlRecognizer

RECOGNIZERS = (
    AddressRecognizer,
    BirthdateRecognizer,
    BsnRecognizer,
    EmailRecognizer,
    HandleRecognizer,
    IbanRecognizer,
    NameRecognizer,
    PhoneRecognizer,
    PlateRecognizer,
    PostcodeRecognizer,
    StudentNumberRecognizer,
    UrlRecognizer,
)

LONGEST = 100_000  # characters
_HALF_LETTER = re.compile("[\ud800-\udfff]")  # half of a surrogate pair, as some clients send: spaCy cannot read it


class _NoEnhancer(ContextAwareEnhancer):
    """Our recognisers read the context themselves; Presidio's own way needs lemmas that our pipelines lack."""

    def enhance_using_context(
        self,
        text: str,  # noqa: ARG002 (Presidio calls it so)
        raw_results: list[RecognizerResult],
        nlp_artifacts: NlpArtifacts,  # noqa: ARG002
        recognizers: list[EntityRecognizer],  # noqa: ARG002
        context: list[str] | None = None,  # noqa: ARG002
    ) -> list[RecognizerResult]:
        """The results as they are."""
        return raw_results


class Masker:
    """Finds and replaces personal data. May be called from several threads; they take turns."""

    def __init__(self, pipelines: dict[str, Language]) -> None:
        logging.getLogger("presidio-analyzer").setLevel(logging.WARNING)
        self._pipelines = pipelines
        self._lock = threading.Lock()
        self._entities = [kind.value for kind in Kind]
        registry = RecognizerRegistry([AsPresidio(make()) for make in RECOGNIZERS], supported_languages=["nl"])
        self._analyzer = AnalyzerEngine(
            registry=registry,
            nlp_engine=NamesEngine(pipelines),
            supported_languages=["nl"],
            context_aware_enhancer=_NoEnhancer(0.0, 0.0, 0, 0),
        )

    def mask(self, text: str) -> Masked:
        """`text` with placeholders for what is personal."""
        if len(text) > LONGEST:
            raise TextTooLongError
        if not text.strip():
            return Masked(text, ())
        results = self._analyze(_HALF_LETTER.sub("\N{REPLACEMENT CHARACTER}", text))
        found = [(Span(r.start, r.end, Kind(r.entity_type)), r.score) for r in results]
        return masked(text, without_overlap(text, found))

    def _analyze(self, text: str) -> Sequence[RecognizerResult]:
        """Presidio's results. Afterwards spaCy forgets the words of the text, which it would else keep for ever."""
        with self._lock, ExitStack() as zones:
            for pipeline in self._pipelines.values():
                zones.enter_context(pipeline.memory_zone())
            return self._analyzer.analyze(text, language="nl", entities=self._entities)


@lru_cache(maxsize=1)
def _masker() -> Masker:
    return Masker(installed_pipelines())


_BUILDING = threading.Lock()


def mask(text: str) -> Masked:
    """`text` with placeholders for names, addresses, numbers and other personal data, and where they stood.

    The first call loads the pipelines (about two seconds); later calls take a few milliseconds.
    Raises NamesModelMissingError when no pipeline for names is installed, TextTooLongError above LONGEST characters.
    """
    with _BUILDING:
        masker = _masker()
    return masker.mask(text)
