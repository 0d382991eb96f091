"""The spaCy pipelines that know names, and Presidio's engine around them."""

import threading

import spacy
from presidio_analyzer.nlp_engine import NerModelConfiguration, NlpArtifacts, SpacyNlpEngine
from spacy.language import Language
from spacy.tokens import Span
from spacy.util import is_package

from desk.errors import NamesModelMissingError
from desk.intake.masking.reading import Reading

OFFICIAL = "nl_core_news_sm"  # the owner's choice; not on the package index, so it may be absent
OWN = "nl_wijzer_names"  # ships with the repository; knows chat language and lower case
_UNUSED = ["tagger", "morphologizer", "parser", "lemmatizer", "attribute_ruler", "senter", "trainable_lemmatizer"]


def installed_pipelines() -> dict[str, Language]:
    """The pipelines that are installed, the official one first. Raises NamesModelMissingError when there is none."""
    found = {name: spacy.load(name, exclude=_UNUSED) for name in (OFFICIAL, OWN) if is_package(name)}
    if not found:
        raise NamesModelMissingError
    return found


class Artifacts(NlpArtifacts):
    """Presidio's results of a pipeline, with our reading of the same text."""

    def __init__(self, entities: list[Span], engine: "NamesEngine", tokens: object, reading: Reading) -> None:
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
        self.nlp = {"nl": next(iter(pipelines.values()))}
        self._lock = threading.Lock()

    def process_text(self, text: str, language: str) -> Artifacts:
        """Names in `text` by every pipeline. Must be called inside `forgetting`."""
        entities: list[Span] = []
        docs = [pipeline(text) for pipeline in self.pipelines.values()]
        for doc in docs:
            kept, _scores = self._get_updated_entities(list(doc.ents), [1.0] * len(doc.ents))
            entities += kept
        return Artifacts(entities, self, docs[0], Reading(text))


def _other_labels(pipelines: dict[str, Language]) -> list[str]:
    wanted = {"PER", "PERSON", "ORG"}
    return sorted({label for nlp in pipelines.values() for label in nlp.get_pipe("ner").labels} - wanted)
