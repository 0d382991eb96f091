"""Street and house number; a street alone only where someone says that they live there."""

import re
from collections.abc import Iterator

from desk.intake.masking.masked import Kind
from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.names.streets import CLEAR_STREET, IN_STREET_NAMES, could_end_a_street, first_word, is_street
from desk.intake.masking.patterns import HOUSE_ADDITION, one_of, words_of
from desk.intake.masking.reading import Reading, Word
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found
from desk.intake.masking.spoken import NUMBERS

_KIND_OF_STREET = words_of("laan plein weg hof singel kade park straat pad boulevard")
_AFTER_KIND = words_of("van der de den in")
_NUMBER = re.compile(
    r"(?:\saan\sde\swerf|\s[nozw]\.?\s?z\.?(?=\s))?[\s,]{1,2}(?:op\s)?(?:(?:huis)?(?:nummer|nr)\.?\s?:?\s?|no\.?\s?)?\d{1,4}"
    rf"{HOUSE_ADDITION}(?!\w|[.,:]\d|-[^\W\d_])"
)
_IN_WORDS = re.compile(
    r"[\s,]{1,2}(?:op\s)?(?:(?:huis)?(?:nummer|nr)\.?\s)?"
    + one_of(" ".join(word.replace(" ", "_") for word, number in NUMBERS.items() if 1 < number < 100))
    + r"(?![^\W_])"
)
_NUMBER_BEFORE = re.compile(
    r"(?:\bop\s)?\b(?:huis)?(?:nummer|nr)\.?\s\d{1,4}\s?[a-z]?\s(?:(?:in|aan|op|van)\s(?:de\s|het\s)?)?$"
)
_WHICH = re.compile(r"(?<!\w)\d{1,2}(?:e|de|ste)\s$")
_AT_A_STREET = re.compile(r"\b(?:op|aan|de|naar|adres|:)\s(?:\d{1,2}(?:e|de|ste)\s)?$")
LONG_ENOUGH = 8  # letters; shorter words like "markt" or "plaats" are more often something else
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
_LIVING_AT = re.compile(
    rf"(?:\b{_LIVES}\b(?:\s+{_IN_BETWEEN}\b){{0,4}}\s+(?:op|aan|in)|(?:huis|woon|thuis)?adres(?:\sis|:)|\bop kamers (?:op|aan|in))\s+(?=[^\W\d_])"
)
_NO_STREET_WORD = words_of("""
    kamer kamers groep klas huis etage verdieping nummer unit leeftijd lijn niveau sinds ongeveer jaar met een mijn me mn zijn
    haar ons hun bij mezelf mijzelf zichzelf hier daar nu al ik we ze hij en of maar want omdat dat die niet wel pas straks
    samen alleen tot over van mbo vmbo crebo
""") - {"al"}
LOOKS_BACK = 70  # characters


class AddressRecognizer(DutchRecognizer):
    """Where someone lives or works, as street and number."""

    kind = Kind.ADDRESS

    def find(self, reading: Reading) -> Iterator[Found]:
        """Streets with a number; after "ik woon op" also other words with a number, and streets without."""
        words = reading.words
        for index, word in enumerate(words):
            if is_street(word, reading) or _vague_street_with_number(reading, word):
                number = _number_after(reading, word.end)
                start = _start(reading, index, loosely=bool(number))
                before = reading.folded[max(0, start - LOOKS_BACK) : start]
                leading = _NUMBER_BEFORE.search(before)
                if leading:
                    yield Found(start - len(leading[0]), number or word.end, CERTAIN)
                elif number:
                    yield Found(start, number, CERTAIN)
                elif CLEAR_STREET.match(word.folded) and _ENDS_WITH_LIVING.search(before):
                    yield Found(start, word.end, LIKELY)
            elif word.folded in _KIND_OF_STREET and reading.text[word.start - 1 : word.start] != "-":
                yield from _kind_first(reading, index)
        yield from _living(reading)
        yield from _anywhere_they_live(reading)
        yield from _by_town(reading)


def _start(reading: Reading, index: int, *, loosely: bool) -> int:
    """Where the street begins that ends at the word `index`, with "'t" or "2e" before it."""
    start = reading.words[first_word(reading.words, index, loosely=loosely)].start
    which = _WHICH.search(reading.folded, max(0, start - 6), start)
    if which:
        return which.start()
    if re.search(r"(?<!\w)'[st]\s$", reading.folded[max(0, start - 4) : start]):
        return start - 3
    glued = re.search(r"(?<!\w)[^\W\d_]{2,}-$", reading.folded[max(0, start - 20) : start])  # "ibb-laan"
    if glued:
        return start - len(glued[0])
    return start - 1 if reading.folded[max(0, start - 1) : start + 2] in {"'t ", "'s "} else start


def _vague_street_with_number(reading: Reading, word: Word) -> bool:
    """ "op de daalsedijk 6": in lower case, an ending that other words have too, but with a number and a preposition."""
    if len(word.folded) < LONG_ENOUGH or not could_end_a_street(word) or not _number_after(reading, word.end):
        return False
    return bool(_AT_A_STREET.search(reading.folded, max(0, word.start - 14), word.start))


def _number_after(reading: Reading, position: int) -> int:
    """The end of a house number that follows, or 0."""
    match = _NUMBER.match(reading.folded, position) or _IN_WORDS.match(reading.folded, position)
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
            behind_article = count > 0 and following[count - 1].folded in {"t", "de", "het"}
            if word.start - end > 1 or not (_could_name_a_street(word) or behind_article):
                break
            end = word.end
            number = _number_after(reading, end)
            if number and not (lexicon().place(word.folded) and count == 0):
                yield Found(_with_capital_article(reading, following[0].start), number, LIKELY)
                break


def _anywhere_they_live(reading: Reading) -> Iterator[Found]:
    """ "ik woon op het zand 14": whatever words, between "ik woon op" and a number that ends the sentence or has a town behind it."""
    starts = {word.start: index for index, word in enumerate(reading.words)}
    for match in _LIVING_AT.finditer(reading.folded):
        index = starts.get(match.end())
        if index is None:
            continue
        for word in reading.words[index : index + 4]:
            if word.folded in _NO_STREET_WORD or lexicon().place(word.folded) or is_street(word, reading):
                break
            number = _number_after(reading, word.end)
            if number and _ends_or_town(reading, number):
                yield Found(match.end(), number, LIKELY)
                break


def _ends_or_town(reading: Reading, position: int) -> bool:
    """Whether an address may end here: a mark, the end of the text, or a town follows."""
    rest = reading.folded[position : position + 40]
    town = re.match(r",?\s(?:in\s|te\s)?([^\W\d_]+(?:\s[^\W\d_]+)?)", rest)
    if re.match(r"\s*(?:$|[.,!?;\n)]|en\s|bij\s|met\s)", rest):
        return True
    return bool(town and (lexicon().place(town[1]) or lexicon().place(town[1].split()[0])))


def _by_town(reading: Reading) -> Iterator[Found]:
    """ "Biltse Rading 22 Utrecht": words that are no everyday words, a number and a town."""
    known, words = lexicon(), reading.words
    for index, word in enumerate(words):
        number = _number_after(reading, word.end) if len(word.folded) > 3 else 0
        if not number or known.everyday(word.folded) or known.place(word.folded) or known.nation(word.folded):
            continue
        town = re.match(r",?\s(?:in\s|te\s)?([^\W\d_]+(?:\s[^\W\d_]+)?)", reading.folded[number : number + 40])
        if town and (known.place(town[1]) or known.place(town[1].split()[0])):
            yield Found(words[first_word(words, index)].start, number, LIKELY)


def _with_capital_article(reading: Reading, start: int) -> int:
    """The De of "De Wadden 112" belongs to the street."""
    article = re.search(r"(?:De|Het|Den)\s$", reading.text[max(0, start - 4) : start])
    return start - len(article[0]) if article else start


def _could_name_a_street(word: Word) -> bool:
    return word.capital or word.folded in IN_STREET_NAMES - {"in"} or not lexicon().often(word.folded)
