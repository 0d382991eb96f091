"""Street and house number; a street alone only where someone says that they live there."""

import re
from collections.abc import Iterator

from desk.intake.masking.masked import Kind
from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.names.streets import CLEAR_STREET, IN_STREET_NAMES, first_word, is_street
from desk.intake.masking.patterns import one_of, words_of
from desk.intake.masking.reading import Reading, Word
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_KIND_OF_STREET = words_of("laan plein weg hof singel kade park straat pad boulevard")
_AFTER_KIND = words_of("van der de den in")
_NUMBER = re.compile(
    r"[\s,]{1,2}(?:(?:huis)?(?:nummer|nr)\.?\s?|no\.?\s?)?\d{1,4}"
    r"(?:\s?-?\s?(?:bis(?:\s?a)?|(?:[a-h]|i{1,3}|hs|rd|zw)(?![^\W\d_]))|-\d{1,3}(?!\d))?(?!\w|[.,:]\d|-[^\W\d_])"
)
# "de Biltstraat 2 weken lang": what follows the number says that it counts something
_COUNTED = """
    x keer keren maal uur uren dag* week weken maand* jaar jaren euro eur km kilo* meter m min minuut minuten mensen
    man person* stage* student* leerling* plek* procent cm kg bedrijven gesprek* brieven vacature* e ste klanten
    werknemer* medewerker* collega* kind* jongens meisjes verdieping* halte* tot sollicitatie* opdracht* open dingen
    andere nieuwe
"""
_UNIT = re.compile(rf"\s*(?:%|{one_of(_COUNTED)}(?![^\W_]))")
_LIVES = one_of("woon woont wonen woonde woonachtig verhuisd live adres huisadres woonadres thuisadres")
_IN_BETWEEN = one_of("is nu daar nog zelf ook al samen hier ergens naar ik we zij ze hij")
_LIVING = re.compile(
    rf"\b{_LIVES}\b(?:\s+{_IN_BETWEEN}\b){{0,4}}\s*:?\s*(?:(?:op|aan|in|at)\s+|(?<=\s)|(?<=:))(?:(?:de|het|den)\s+)?"
)
_ENDS_WITH_LIVING = re.compile(
    rf"\b{_LIVES}\b(?:\s+\w{{1,20}}){{0,4}}\s+(?:op|aan|in|naar|at|is)\s+(?:(?:de|het|den)\s+)?$"
)
LOOKS_BACK = 70  # characters


class AddressRecognizer(DutchRecognizer):
    """Where someone lives or works, as street and number."""

    kind = Kind.ADDRESS

    def find(self, reading: Reading) -> Iterator[Found]:
        """Streets with a number; after "ik woon op" also other words with a number, and streets without."""
        words = reading.words
        for index, word in enumerate(words):
            if is_street(word, reading):
                start = words[first_word(words, index)].start
                number = _number_after(reading, word.end)
                before = reading.folded[max(0, start - LOOKS_BACK) : start]
                if number:
                    yield Found(start, number, CERTAIN)
                elif CLEAR_STREET.match(word.folded) and _ENDS_WITH_LIVING.search(before):
                    yield Found(start, word.end, LIKELY)
            elif word.folded in _KIND_OF_STREET:
                yield from _kind_first(reading, index)
        yield from _living(reading)


def _number_after(reading: Reading, position: int) -> int:
    """The end of a house number that follows, or 0."""
    match = _NUMBER.match(reading.folded, position)
    return match.end() if match and not _UNIT.match(reading.folded, match.end()) else 0


def _kind_first(reading: Reading, index: int) -> Iterator[Found]:
    """ "Laan van Chartroise 24": the kind of street comes first."""
    words = reading.words
    following = words[index + 1 : index + 5]
    if not following or following[0].folded not in _AFTER_KIND:
        return
    end = words[index].end
    for count, word in enumerate(following):
        if reading.folded[end : word.start] != " ":
            return
        end = word.end
        number = _number_after(reading, end)
        if number and count:
            yield Found(words[index].start, number, CERTAIN)
            return


def _living(reading: Reading) -> Iterator[Found]:
    """Words that are no everyday words and a number, right after "ik woon op"."""
    starts = {word.start: index for index, word in enumerate(reading.words)}
    for match in _LIVING.finditer(reading.folded):
        index = starts.get(match.end())
        following = reading.words[index : index + 4] if index is not None else ()
        end = match.end()
        for count, word in enumerate(following):
            if word.start - end > 1 or not _could_name_a_street(word):
                break
            end = word.end
            number = _number_after(reading, end)
            if number and not (lexicon().place(word.folded) and count == 0):
                yield Found(following[0].start, number, LIKELY)
                break


def _could_name_a_street(word: Word) -> bool:
    return word.capital or word.folded in IN_STREET_NAMES - {"in"} or not lexicon().everyday(word.folded)
