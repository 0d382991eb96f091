"""Names of persons: from the spaCy pipeline, the lists of names, and the words around them; companies stay."""

import re
from collections.abc import Iterator, Sequence

from presidio_analyzer.nlp_engine import NlpArtifacts

from desk.intake.masking.masked import Kind
from desk.intake.masking.names.announced import announced
from desk.intake.masking.names.companies import Kept, kept
from desk.intake.masking.names.growing import grown, touches
from desk.intake.masking.names.lexicon import Lexicon, lexicon
from desk.intake.masking.reading import Reading, Word
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

PERSON = "PERSON"
ORGANISATION = "ORGANIZATION"
_ARTICLES = frozenset(
    "de het een mijn me mn je jouw zijn haar ons onze jullie hun die deze dit dat geen elke alle welke als of meer naar".split()
)
_PREFIXED = re.compile(r"(?:uit|aan|op|af|weg|toe|door|over|voor|mee|terug|onder|tegen|samen|ge|ver|be|ont|her)[^\W\d_]{4,}$")
_BEFORE_PERSONS = frozenset("met door tegen namens heet ken van en".split())
_WEAK_DOING = frozenset("is was van en uit komt kwam gaat ging staat stond zit zat maakt maakte".split())
LONG_ENOUGH = 5  # letters; shorter surnames in lower case are too often a slip of the keys


class NameRecognizer(DutchRecognizer):
    """First names, surnames and both, in any capitals."""

    kind = Kind.NAME

    def find(self, reading: Reading, artifacts: NlpArtifacts | None) -> Iterator[Found]:
        """Announced names are taken even where they look like a company; the rest gives way to one."""
        companies = kept(reading)
        for index in announced(reading):
            first, last = grown(reading, index, index)
            if not _inside(reading, first, last, companies) or _by_title(reading, index):
                yield _found(reading, first, last, CERTAIN)
        organisations = _spans(reading, artifacts, ORGANISATION)
        for first, last in (*_spans(reading, artifacts, PERSON), *_listed(reading, organisations)):
            first, last = grown(reading, first, last)
            if not _inside(reading, first, last, companies):
                yield _found(reading, first, last, LIKELY)


def _found(reading: Reading, first: int, last: int, score: float) -> Found:
    words = reading.words
    end = words[last].end
    if len(words[last].text) == 1 and reading.text[end : end + 1] == ".":
        end += 1
    return Found(words[first].start, end, score)


def _by_title(reading: Reading, index: int) -> bool:
    return index > 0 and reading.words[index - 1].folded in lexicon().titles


def _inside(reading: Reading, first: int, last: int, companies: Sequence[Kept]) -> bool:
    start, end = reading.words[first].start, reading.words[last].end
    return any(start < company.end and company.start < end for company in companies)


def _spans(reading: Reading, artifacts: NlpArtifacts | None, label: str) -> list[tuple[int, int]]:
    """What the pipeline marks with `label`, as indexes of words; persons only if they can be some."""
    found = []
    for entity in artifacts.entities if artifacts else []:
        inside = [i for i, word in enumerate(reading.words) if word.start < entity.end_char and entity.start_char < word.end]
        if entity.label_ != label or not inside:
            continue
        for run in _runs(reading, inside) if label == PERSON else [inside]:
            part = _trimmed(reading, run) if label == PERSON else run
            if label != PERSON or _plausible(reading, part):
                found.append((part[0], part[-1]))
    return found


def _runs(reading: Reading, indexes: Sequence[int]) -> list[list[int]]:
    """Words that touch each other; a name has no comma, digit or at sign in it."""
    runs: list[list[int]] = []
    for index in indexes:
        if runs and touches(reading, reading.words[index - 1], reading.words[index]):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _trimmed(reading: Reading, indexes: list[int]) -> list[int]:
    """Without titles, roles and everyday words at the edges."""
    known = lexicon()

    def loose(word: Word) -> bool:
        if word.folded in known.titles or word.folded in known.roles:
            return not word.capital or not known.name(word.folded)
        return known.everyday(word.folded) and not known.name(word.folded) and word.folded not in known.particles

    while indexes and loose(reading.words[indexes[0]]):
        indexes = indexes[1:]
    while indexes and (loose(reading.words[indexes[-1]]) or reading.words[indexes[-1]].folded in known.function_words):
        indexes = indexes[:-1]
    return indexes


def _plausible(reading: Reading, indexes: Sequence[int]) -> bool:
    """Whether a pipeline's person can be one: not a town, a nationality, or nothing but everyday words."""
    known, words = lexicon(), [reading.words[i] for i in indexes]
    content = [word for word in words if word.folded not in known.particles]
    if not content or all(len(word.text) < 2 for word in content):
        return False
    if any(known.nation(word.folded) for word in content) or known.place(" ".join(word.folded for word in words)):
        return False
    if all(known.place(word.folded) or word.folded in known.function_words for word in content):
        return False
    if len(content) == 1 and content[0].opens and known.everyday(content[0].folded):
        return _does_something(reading, indexes[-1], known)
    if any(word.capital and not word.opens for word in content):
        return any(not known.everyday(word.folded) or known.name(word.folded) for word in content)
    if any(known.clear_first(word.folded) or known.clear_last(word.folded) for word in content):
        return True
    return len(content) < 3 and _fits_in(reading, indexes, known) and _could_be_typed_low(reading, content[0], known)


def _fits_in(reading: Reading, indexes: Sequence[int], known: Lexicon) -> bool:
    """For words that stand in no list: whether the words around them are those around a person."""
    words = reading.words
    before = words[indexes[0] - 1].folded if indexes[0] else ""
    after = words[indexes[-1] + 1].folded if indexes[-1] + 1 < len(words) else ""
    return before in known.roles | known.titles | _BEFORE_PERSONS or after in known.doing_words - _WEAK_DOING


def _could_be_typed_low(reading: Reading, word: Word, known: Lexicon) -> bool:
    if known.name(word.folded):
        return len(word.folded) > 2 and not _after_article(reading, word)
    if known.everyday(word.folded) or _PREFIXED.match(word.folded):
        return False
    return len(word.folded) > 2 and not _after_article(reading, word)


def _after_article(reading: Reading, word: Word) -> bool:
    before = re.search(r"([^\W\d_]+)\s+$", reading.folded[: word.start])
    return bool(before) and before[1] in _ARTICLES


def _listed(reading: Reading, organisations: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Words of the lists that are a name here by their form."""
    known = lexicon()
    for index, word in enumerate(reading.words):
        if known.clear_first(word.folded):
            yield index, index
        elif any(first <= index <= last for first, last in organisations):
            continue
        elif known.clear_last(word.folded) and (word.capital or len(word.folded) >= LONG_ENOUGH):
            if not (word.capital and word.text.isupper() and len(word.text) < LONG_ENOUGH):
                yield index, index
        elif word.capital and known.name(word.folded) and _stands_as_name(reading, index, known):
            yield index, index
        elif word.opens and word.folded in known.surnames_that_are_words and _does_to_me(reading, index, known):
            yield index, index
        elif word.folded in {"van", "de", "el", "ait"}:
            yield from _known_by_particles(reading, index, known)


def _stands_as_name(reading: Reading, index: int, known: Lexicon) -> bool:
    """An everyday word of the lists with a capital ("Roos", "Bakker"): a name unless part of a title or heading."""
    words, word = reading.words, reading.words[index]
    if _after_article(reading, word) or known.nation(word.folded) or (word.text.isupper() and len(word.text) < 5):
        return False
    if known.place(word.folded):
        return False
    beside = [other for other in words[max(0, index - 1) : index + 2] if other is not word and not other.opens]
    if any(other.capital and not known.name(other.folded) and other.folded not in known.particles for other in beside):
        return False
    return not word.opens or _does_something(reading, index, known)


def _does_something(reading: Reading, index: int, known: Lexicon) -> bool:
    """ "Bakker zei dat …": a word that opens a sentence, without an article, and then someone acts."""
    words = reading.words
    return index + 1 < len(words) and touches(reading, words[index], words[index + 1]) and (
        words[index + 1].folded in known.doing_words
    )


def _does_to_me(reading: Reading, index: int, known: Lexicon) -> bool:
    """ "visser heeft mijn …", in lower case: someone does something to the writer."""
    following = [word.folded for word in reading.words[index + 1 : index + 4]]
    return _does_something(reading, index, known) and bool({"mij", "me", "mijn", "mn", "tegen", "dat"} & set(following[1:]))


def _known_by_particles(reading: Reading, index: int, known: Lexicon) -> Iterator[tuple[int, int]]:
    """ "van den berg", "de vries", "el hajoui": particles that only stand before a surname."""
    words = reading.words
    head = index + 1
    while head < len(words) and words[head].folded in known.particles and touches(reading, words[head - 1], words[head]):
        head += 1
    if head >= len(words) or not touches(reading, words[head - 1], words[head]):
        return
    between, word = [w.folded for w in words[index:head]], words[head]
    if word.folded in known.function_words or word.folded in known.roles or (known.place(word.folded) and "de" not in between):
        return
    if between[0] in {"el", "ait"} and (word.folded in known.last or not known.everyday(word.folded)):
        yield index, head
    elif between[0] == "van" and between[-1] in {"den", "der", "'t"} and word.folded in known.last:
        yield index, head
    elif between == ["de"] and word.folded in known.last and not known.everyday(word.folded):
        yield index, head
