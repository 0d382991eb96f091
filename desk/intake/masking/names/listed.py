"""Words of the lists that are a name by their form: clear first names anywhere, others with a capital or particles."""

import re
from collections.abc import Iterator, Sequence

from desk.intake.masking.names.ambiguous import acts_like_somebody, does_clearly, rather_a_word, stands_like_somebody
from desk.intake.masking.names.growing import behind_particles, goes_on
from desk.intake.masking.names.lexicon import Lexicon, lexicon
from desk.intake.masking.patterns import words_of
from desk.intake.masking.reading import Reading, Word

_ARTICLES = words_of("""
    de het een mijn me mn je jouw zijn haar ons onze jullie hun die deze dit dat geen elke alle welke als of meer naar
""")
_TO_ME = words_of("mij me mijn mn tegen dat")
_TO_THE_WRITER = re.compile(
    r"\s(?:\w{2,}(?:[kpgsrlnmd]t|[kpsf]te|[glrn]de)|gaf|sloeg|riep|keek|zei|deed)\s(?:me|mij)\b"
)
_MONTHS = words_of("maart april mei juni juli")
_ARABIC = words_of("el ait vd v.d. v.d v/d")
LONG_ENOUGH = 5  # letters; shorter surnames in lower case are too often a slip of the keys


def listed(reading: Reading, organisations: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Indexes of the first and last word of each; `organisations` (of the pipeline) hide all but clear first names."""
    known = lexicon()
    for index, word in enumerate(reading.words):
        if known.clear_first(word.folded) and not rather_a_word(reading, index):
            if word.folded not in known.common or not after_article(reading, index):
                yield index, index
        elif stands_like_somebody(reading, index):
            yield index, index
        elif not any(first <= index <= last for first, last in organisations):
            yield from _by_its_form(reading, index, known)


def _by_its_form(reading: Reading, index: int, known: Lexicon) -> Iterator[tuple[int, int]]:
    """What is no clear first name: behind initials, with a capital, as a pair, with particles."""
    initial = _small_initial(reading, index, known)
    if initial is not None:
        yield index, initial
    elif _with_initials(reading, index, known) or _by_form(reading, index, known):
        yield index, index
    elif _pair(reading, index, known):
        yield index, index + 1
    elif reading.words[index].folded in known.particles:
        yield from _by_particles(reading, index, known)


def after_article(reading: Reading, index: int) -> bool:
    """Whether an article or the like stands right before: "de bakker" is no name."""
    return index > 0 and reading.words[index - 1].folded in _ARTICLES and goes_on(reading, index - 1)


def does_something(reading: Reading, index: int) -> bool:
    """ "Bakker zei dat …": right after the word someone acts."""
    return goes_on(reading, index) and reading.words[index + 1].folded in lexicon().doing_words


def _by_form(reading: Reading, index: int, known: Lexicon) -> bool:
    word = reading.words[index]
    if known.clear_last(word.folded):
        return len(word.folded) >= LONG_ENOUGH or (word.capital and not _initialism(word))
    if word.capital and known.name(word.folded):
        return _stands_as_name(reading, index, known)
    if word.capital and not word.opens:
        return _small_word_with_capital(reading, index, known) or _unlisted_and_does(reading, index, known)
    if word.opens and word.folded in known.surnames_that_are_words:
        return _does_to_me(reading, index)
    return _nobody_knows(reading, index, known)


def _small_word_with_capital(reading: Reading, index: int, known: Lexicon) -> bool:
    """ "volgens Wil": a first name that is a small word, with a capital that nothing else explains."""
    word = reading.words[index]
    if len(word.folded) < 3 or word.folded not in known.first & known.function_words or word.folded in _MONTHS:
        return False
    before, after = reading.words[index - 1], reading.words[index + 1 : index + 2]
    return not (before.capital or _initialism(word) or any(other.capital for other in after))


def _unlisted_and_does(reading: Reading, index: int, known: Lexicon) -> bool:
    """ "omdat Xiomalis zei": a capital on a word of no list, and somebody acts."""
    word = reading.words[index]
    if known.everyday(word.folded) or known.place(word.folded) or known.nation(word.folded) or _initialism(word):
        return False
    return not after_article(reading, index) and does_clearly(reading, index)


def _nobody_knows(reading: Reading, index: int, known: Lexicon) -> bool:
    """ "dax filmt me": a word of no list that begins the sentence and does something to the writer."""
    word = reading.words[index]
    if not word.opens or len(word.folded) < 3 or not re.search("[aeiouy]", word.folded) or not goes_on(reading, index):
        return False
    if (
        known.everyday(word.folded)
        or known.place(word.folded)
        or known.nation(word.folded)
        or word.folded.endswith("t")
    ):
        return False
    return bool(_TO_THE_WRITER.match(reading.folded, word.end))


def _with_initials(reading: Reading, index: int, known: Lexicon) -> bool:
    """ "A. Bouras": a word with a capital behind initials, whatever list it stands in."""
    word, before = reading.words[index], reading.words[index - 1] if index else None
    if before is None or len(word.text) < 3 or not word.capital or known.place(word.folded):
        return False
    initial = len(before.text) == 1 and before.text.isupper()
    return initial and bool(re.fullmatch(r"\.\s?", reading.text[before.end : word.start]))


def _small_initial(reading: Reading, index: int, known: Lexicon) -> int | None:
    """ "m. de jong": where the surname behind an initial in lower case ends; None when this is no initial."""
    word = reading.words[index]
    dotted = len(word.text) == 1 and reading.text[word.end : word.end + 2] in {". ", "."}
    if not dotted or reading.text[max(0, word.start - 1) : word.start].strip() or index + 1 == len(reading.words):
        return None
    head = behind_particles(reading, index + 1)
    return head if head is not None and reading.words[head].folded in known.last else None


def _pair(reading: Reading, index: int, known: Lexicon) -> bool:
    """ "li wei": two short names beside each other, of which one at least is no everyday word."""
    if not goes_on(reading, index):
        return False
    pair = [word.folded for word in reading.words[index : index + 2]]
    announcing = known.roles | known.titles
    if any(not known.name(word) or known.place(word) or known.nation(word) or word in announcing for word in pair):
        return False
    return any(not known.everyday(word) for word in pair) and pair[0] in known.first | known.last


def _initialism(word: Word) -> bool:
    return word.text.isupper() and len(word.text) < LONG_ENOUGH


def _stands_as_name(reading: Reading, index: int, known: Lexicon) -> bool:
    """An everyday word of the lists with a capital ("Roos", "Bakker"): a name unless part of a title or heading."""
    words, word = reading.words, reading.words[index]
    if after_article(reading, index) or _initialism(word) or known.nation(word.folded) or known.place(word.folded):
        return False
    beside = [other for other in words[max(0, index - 1) : index + 2] if other is not word and not other.opens]
    if any(other.capital and not known.name(other.folded) and other.folded not in known.particles for other in beside):
        return False
    return not word.opens or acts_like_somebody(reading, index)


def _does_to_me(reading: Reading, index: int) -> bool:
    """ "visser heeft mijn …", in lower case: someone does something to the writer."""
    following = {word.folded for word in reading.words[index + 2 : index + 4]}
    return does_something(reading, index) and bool(_TO_ME & following)


def _by_particles(reading: Reading, index: int, known: Lexicon) -> Iterator[tuple[int, int]]:
    """ "van den berg", "de vries", "el hajoui": particles that stand before a surname and little else."""
    head = behind_particles(reading, index)
    if head is None:
        return
    between, word = [before.folded for before in reading.words[index:head]], reading.words[head].folded
    if word in known.function_words or word in known.roles or (known.place(word) and "de" not in between):
        return
    everyday, surname = known.everyday(word), word in known.last
    if between[0] in {"ter", "ten"} and surname and reading.words[index].opens:
        yield index, head
    arabic = between[0] in _ARABIC and (surname or not everyday)
    old_dutch = between[0] == "van" and between[-1] in {"den", "der", "'t"} and surname
    if arabic or old_dutch or (between == ["de"] and surname and not everyday):
        yield index, head
