"""The persons that spaCy's pipelines mark, as far as they can be persons: pipelines guess, most in lower case."""

import re
from collections.abc import Iterator, Sequence

from desk.intake.masking.names.ambiguous import acts_like_somebody, does_clearly, rather_a_word
from desk.intake.masking.names.growing import goes_on, touches
from desk.intake.masking.names.lexicon import Lexicon, lexicon
from desk.intake.masking.names.listed import LONG_ENOUGH, after_article
from desk.intake.masking.patterns import one_of, words_of
from desk.intake.masking.reading import ORGANISATION, PERSON, Reading, Word

_PREFIXES = "uit aan op af weg toe door over voor mee terug onder tegen samen ge ver be ont her"
_PREFIXED = re.compile(rf"{one_of(_PREFIXES)}[^\W\d_]{{4,}}$")
_MISSPELLED_WORD = re.compile(
    rf".{{3,}}{one_of('ich ig isch tisch lijk elijk ing heid baar loos tie sie eert eerd deren ne jes tje bedrijf werk')}$"
)
_BEFORE_PLACES = words_of("bij in te naar uit op via sinds stagebedrijf leerbedrijf opleiding cursus bedrijf app")
_ARTICLES = words_of("de het een deze dit dat die geen onze mijn")
_BEFORE_PERSONS = words_of("met door tegen namens heet ken van en")
_WEAK_DOING = words_of("is was van en uit komt kwam gaat ging staat stond zit zat maakt maakte")


def organisations(reading: Reading) -> list[tuple[int, int]]:
    """Companies and the like that the pipelines mark, as indexes of the first and last word."""
    return [(run[0], run[-1]) for run in _marked(reading, ORGANISATION)]


def persons(reading: Reading) -> Iterator[tuple[int, int]]:
    """Persons that the pipelines mark and that are plausible, as indexes of the first and last word."""
    for marked in _marked(reading, PERSON):
        for run in _runs(reading, marked):
            inside = _trimmed(reading, run)
            if inside and _plausible(reading, inside):
                yield inside[0], inside[-1]


def _marked(reading: Reading, label: str) -> Iterator[list[int]]:
    for mark in reading.marks:
        if mark.label == label:
            inside = [i for i, word in enumerate(reading.words) if word.start < mark.end and mark.start < word.end]
            if inside:
                yield inside


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
    """Whether this can be a person: not a town, a nationality, or nothing but everyday words."""
    known = lexicon()
    content = [reading.words[i] for i in indexes if reading.words[i].folded not in known.particles]
    if not content or all(len(word.text) < 2 for word in content):
        return False
    if any(known.nation(word.folded) for word in content):
        return False
    if all(known.place(word.folded) or word.folded in known.function_words for word in content):
        return False
    if len(content) == 1 and content[0].opens and known.everyday(content[0].folded):
        return acts_like_somebody(reading, indexes[-1])
    if len(content) == 1 and _rather_a_place_or_company(reading, indexes[0], content[0], known):
        return False
    if any(word.capital and not word.opens for word in content):
        return any(not known.everyday(word.folded) or known.name(word.folded) for word in content)
    return _plausible_in_lower_case(reading, indexes, content, known)


def _rather_a_place_or_company(reading: Reading, index: int, word: Word, known: Lexicon) -> bool:
    """A word of no list, alone behind "bij", "in" or "naar", or in capitals only."""
    if known.name(word.folded):
        return False
    before = reading.words[index - 1].folded if index else ""
    if before in _ARTICLES and goes_on(reading, index - 1):
        return True  # "de Maas", "een Lenovo"
    shouted = word.text.isupper() and len(word.text) < LONG_ENOUGH and reading.capitals_mean_something
    return shouted or before in _BEFORE_PLACES


def _plausible_in_lower_case(reading: Reading, indexes: Sequence[int], content: Sequence[Word], known: Lexicon) -> bool:
    if len(content) == 1 and rather_a_word(reading, indexes[-1]):
        return False
    if any(known.clear_first(word.folded) or known.clear_last(word.folded) for word in content):
        return True
    if len(content) > 1 and any(known.name(word.folded) for word in content):
        return not all(known.everyday(word.folded) for word in content)
    if len(content) > 2 or len(content[0].folded) < 3 or after_article(reading, indexes[0]):
        return False
    if len(indexes) > 1 and len(content) == 1 and known.everyday(content[0].folded):
        return does_clearly(reading, indexes[-1])  # "de boer laat", "de boer zei"
    if not _stands_like_a_person(reading, indexes, known):
        return False
    word = content[0].folded
    return known.name(word) or not (known.everyday(word) or _PREFIXED.match(word) or _MISSPELLED_WORD.match(word))


def _stands_like_a_person(reading: Reading, indexes: Sequence[int], known: Lexicon) -> bool:
    """For words that stand in no list: whether the words around them are those around a person."""
    words = reading.words
    before = words[indexes[0] - 1].folded if indexes[0] else ""
    after = words[indexes[-1] + 1].folded if indexes[-1] + 1 < len(words) else ""
    announced = before in known.roles or before in known.titles or before in _BEFORE_PERSONS
    return announced or after in known.doing_words - _WEAK_DOING
