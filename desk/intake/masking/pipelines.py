"""The spaCy pipelines that know names, and Presidio's engine around them."""

import re

import spacy
from presidio_analyzer.nlp_engine import NerModelConfiguration, NlpArtifacts, SpacyNlpEngine
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import is_package

from desk.errors import NamesModelMissingError
from desk.intake.masking.reading import ORGANISATION, OTHER, PERSON, Mark, Reading

OFFICIAL = "nl_core_news_sm"  # the owner's choice; not on the package index, so it may be absent
OWN = "nl_wijzer_names"  # ships with the repository; knows chat language and lower case
_UNUSED = ["tagger", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "senter", "trainable_lemmatizer"]
_SYMBOLS = re.compile(r"(?:[^\w\s]|_){8,}")


def _calmed(symbols: re.Match[str]) -> str:
    """A long row of symbols with spaces for most of it: spaCy's tokenizer takes minutes for thousands of them."""
    return symbols[0][:6] + " " * (len(symbols[0]) - 6)


def installed_pipelines() -> dict[str, Language]:
    """The pipelines that are installed, the official one first. Raises NamesModelMissingError when there is none."""
    found = {name: spacy.load(name, exclude=_UNUSED) for name in (OFFICIAL, OWN) if is_package(name)}
    if not found:
        raise NamesModelMissingError
    return found


class Artifacts(NlpArtifacts):
    """Presidio's results of a pipeline, with our reading of the same text."""

    def __init__(self, entities: list[Span], engine: "NamesEngine", tokens: Doc, reading: Reading) -> None:
        super().__init__(entities, tokens, [], [], engine, "nl", scores=None)
        self.reading = reading


class NamesEngine(SpacyNlpEngine):
    """Presidio's spaCy engine over pipelines that are already loaded; never downloads anything.

    With both pipelines installed, both are asked: the official one is stronger on well-written text, ours on chat.
    """

    def __init__(self, pipelines: dict[str, Language]) -> None:
        super().__init__(
            models=[{"lang_code": "nl", "model_name": name} for name in pipelines],
            ner_model_configuration=NerModelConfiguration(labels_to_ignore=_other_labels(pipelines)),
        )
        self.pipelines = pipelines
        self.nlp = {"nl": next(iter(pipelines.values()))}  # type: ignore[assignment] # declared as None there

    def process_text(self, text: str, language: str) -> Artifacts:  # noqa: ARG002 (Presidio calls it so)
        """Names in `text` by every pipeline. Must be called inside `forgetting`."""
        calm = _SYMBOLS.sub(_calmed, text)
        docs = [pipeline(calm) for pipeline in self.pipelines.values()]
        marks = tuple(_mark(entity) for doc in docs for entity in doc.ents)
        return Artifacts(list(docs[0].ents), self, docs[0], Reading(text, marks))


def _mark(entity: Span) -> Mark:
    label = {"PER": PERSON, "PERSON": PERSON, "ORG": ORGANISATION}.get(entity.label_, OTHER)
    return Mark(entity.start_char, entity.end_char, label)


def _other_labels(pipelines: dict[str, Language]) -> list[str]:
    wanted = {"PER", "PERSON", "ORG"}
    return sorted({label for nlp in pipelines.values() for label in nlp.pipe_labels["ner"]} - wanted)
