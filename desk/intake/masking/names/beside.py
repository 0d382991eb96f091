"""Names beside other names: "Siobhan en Eoin", "tom, tim en sven". Who is named with a person is a person."""

import re
from collections.abc import Iterator, Sequence

from desk.intake.masking.names.lexicon import Lexicon, lexicon
from desk.intake.masking.reading import Reading, Word

_AND = re.compile(r"\s(?:en|and|of|&|\+)\s|,\s(?:en\s)?")
LONG_ENOUGH = 3  # letters, for a word that stands in no list


def beside_others(reading: Reading, seeds: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Indexes (twice) of words joined by "en" or a comma to one of `seeds`, where they can be first names."""
    known = lexicon()
    for first, last in seeds:
        like = reading.words[first]
        if not known.clear_first(like.folded) and not like.capital:
            continue
        for index, gap in ((first - 1, _gap(reading, first - 1, first)), (last + 1, _gap(reading, last, last + 1))):
            if gap is None:
                index, gap = _over_and(reading, index, first)
            if gap and _AND.fullmatch(gap) and _could_be_first(reading.words[index], like, known):
                yield index, index


def _gap(reading: Reading, left: int, right: int) -> str | None:
    """What stands between two neighbours; None when "en" (a word itself) is one of them, or one is not there."""
    words = reading.words
    if left < 0 or right >= len(words) or {words[left].folded, words[right].folded} & {"en", "and", "of"}:
        return None
    return reading.text[words[left].end : words[right].start]


def _over_and(reading: Reading, index: int, first: int) -> tuple[int, str | None]:
    """The word on the other side of "en", and all between it and the name."""
    words, further = reading.words, index - 1 if index < first else index + 1
    if not 0 <= index < len(words) or not 0 <= further < len(words):
        return index, None
    left, right = sorted((further, index - 1 if further > index else index + 1))
    return further, reading.text[words[left].end : words[right].start]


def _could_be_first(word: Word, like: Word, known: Lexicon) -> bool:
    folded = word.folded
    if folded in known.function_words | known.roles | known.titles or known.place(folded) or known.nation(folded):
        return False
    if folded in known.first:
        return word.capital == like.capital or not known.everyday(folded)
    unknown = not known.everyday(folded) and folded not in known.company_endings | known.company_beginnings
    return word.capital and like.capital and unknown and len(folded) >= LONG_ENOUGH
