"""What looks like a person and is a company or a school by the form of its name: it stays, the counsellor needs it."""

import re
from collections.abc import Iterator, Sequence

from desk.intake.masking.names.growing import touches
from desk.intake.masking.names.kept import Kept
from desk.intake.masking.names.lexicon import Lexicon, lexicon
from desk.intake.masking.patterns import one_of, words_of
from desk.intake.masking.reading import Reading, Word

_LINK = re.compile(r"\s*(?:&|en|\+)\s*|[ \t]|-|\. ?|['’]s ")
_INSTITUTION = re.compile(rf"\w{{3,}}{one_of('college lyceum school ziekenhuis zorg bouw techniek')}$")
# too everyday to make a company of a first name in lower case ("fatima zorg", "ahmed bouw")
_EVERYDAY_ENDINGS = words_of("""
    zorg bouw techniek wonen vis kaas vlees mode auto's taxi praktijk school print winkel winkels bv software media it
    ict boeken reizen energie sports shop store milieu glas services service solutions onderhoud schoonmaak advies
    kleding fietsen food horeca hotel restaurant security bloemen kappers kapper inc
""")
_SURE_WHEN_ANNOUNCED = words_of("bv bouw techniek zorg ict media autos services service schoonmaak onderhoud")
_GENERIC_BEGINNINGS = words_of(
    "bedrijf studio praktijk stichting leerbedrijf stagebedrijf bioscoop theater museum firma"
)
_COMPOUND = re.compile(rf"\w{{3,}}{one_of('bedrijf winkel zaak kantoor bureau praktijk fabriek')}$")
_LEGAL_FORM = re.compile(r"\s(b\.\s?v|n\.\s?v|v\.\s?o\.\s?f|c\.\s?v)\b\.?")
_AMPERSAND = re.compile(r"\s?&\s?")
_COMPANY_FOLLOWS = words_of("bij van door voor zijn is heeft stage leerbedrijf naar via stagebedrijf")
_TRADES = words_of("""
    bakker slager kapper groenteboer visboer kaasboer bloemist juwelier drogist fietsenmaker schoenmaker opticien aannemer
    loodgieter hovenier schilder timmerman makelaar poelier banketbakker
""")
_WHOSE = words_of("mijn mn me m'n onze de een zijn haar hun jouw die")
_BROTHERS = words_of("gebroeders gebr")
_PREPOSITIONS = words_of("bij van in op te de het")
_STARTS_SURNAME = words_of("van de te")
MOST_WORDS = 6


def companies(reading: Reading) -> Iterator[Kept]:
    """Companies and schools that are known by the form of their name."""
    yield from _by_ending(reading)
    yield from _by_beginning(reading)
    yield from _tradesmen(reading)
    yield from _by_legal_form(reading)
    yield from _with_partner(reading)


def _linked(reading: Reading, left: Word, right: Word) -> bool:
    return bool(_LINK.fullmatch(reading.text[left.end : right.start]))


def _by_ending(reading: Reading) -> Iterator[Kept]:
    """ "Van Dijk Bouw BV", "jansen en zonen"; but "Amira van de kapsalon" is a person."""
    words, known = reading.words, lexicon()
    for index, word in enumerate(words):
        institution = word.capital and _INSTITUTION.match(word.folded)
        if word.folded not in known.company_endings and not institution:
            continue
        if index and words[index - 1].folded in known.particles and not words[index - 1].capital:
            continue
        first = _first_of_company(reading, index, known)
        if first == index:
            continue
        if _makes_company(words[first:index], word, known) or _spoken_of_as_company(reading, first, word):
            yield Kept(words[first].start, word.end)


def _first_of_company(reading: Reading, index: int, known: Lexicon) -> int:
    words = reading.words
    first = index
    while first and index - first < MOST_WORDS and _linked(reading, words[first - 1], words[first]):
        if not _part_of_company(words[first - 1], known, words[index]):
            break
        first -= 1
    first = _behind_person(words, first, index, known)
    while first < index and words[first].folded in _PREPOSITIONS and not words[first].capital:
        if words[first].folded in _STARTS_SURNAME and _surname_follows(words, first, known):
            break
        first += 1
    return first


def _behind_person(words: Sequence[Word], first: int, index: int, known: Lexicon) -> int:
    """ "Willemijn Hartog van Hartog Hoveniers": the company begins behind the person's "van"."""
    for at in range(first + 2, index - 1):
        if words[at].folded == "van" and not words[at].capital and known.clear_first(words[first].folded):
            return at + 1
    return first


def _surname_follows(words: Sequence[Word], index: int, known: Lexicon) -> bool:
    following = words[index + 1].folded
    return following in known.particles or (following in known.last and following not in known.company_endings)


def _part_of_company(word: Word, known: Lexicon, ending: Word) -> bool:
    if word.folded in known.titles or word.folded in known.roles:
        return False
    if word.folded == "en":
        return ending.folded in {"zonen", "zn", "partners"} or ending.capital
    if word.folded in known.function_words and word.folded not in known.particles:
        return False
    opens_plainly = word.opens and known.everyday(word.folded) and word.folded not in known.last
    if word.capital and not opens_plainly:
        return True
    return word.folded in known.particles or known.name(word.folded) or word.folded in known.company_endings


def _makes_company(parts: Sequence[Word], ending: Word, known: Lexicon) -> bool:
    names = [part for part in parts if known.name(part.folded) or part.capital]
    if not names:
        return False
    if ending.capital or any(part.folded in known.company_endings for part in parts):
        return True
    if ending.folded not in _EVERYDAY_ENDINGS:
        return True
    has_surname = any(part.folded in known.last and not known.clear_first(part.folded) for part in names)
    return has_surname and not known.clear_first(parts[0].folded)


def _spoken_of_as_company(reading: Reading, first: int, ending: Word) -> bool:
    """ "bij yousra bouw": in lower case the words before say that it is one."""
    if ending.folded not in _SURE_WHEN_ANNOUNCED:
        return False
    return first == 0 or reading.words[first - 1].folded in _COMPANY_FOLLOWS


def _by_beginning(reading: Reading) -> Iterator[Kept]:
    """ "kapsalon Fatima", "garage Yilmaz"; but "de bakkerij van Mohammed" has a person in it."""
    words, known = reading.words, lexicon()
    for index, word in enumerate(words):
        if not _begins_company(word, known):
            continue
        last = index
        for following in words[index + 1 : index + MOST_WORDS]:
            if not _linked(reading, words[last], following) or not _continues(word, following, words[last], known):
                break
            last += 1
        while last > index and words[last].folded in known.particles:
            last -= 1
        if last > index:
            yield Kept(word.start, words[last].end)


def _tradesmen(reading: Reading) -> Iterator[Kept]:
    """ "bij bakker jansen", "Slager De Wit": a trade and a surname are a shop, without "mijn" or a name before it."""
    words, known = reading.words, lexicon()
    for index, word in enumerate(words[:-1]):
        before = words[index - 1].folded if index and touches(reading, words[index - 1], word) else ""
        if word.folded not in _TRADES or before in _WHOSE or known.clear_first(before) or before in known.titles:
            continue
        last = index + 1
        while (
            last + 1 < len(words)
            and words[last].folded in known.particles
            and _linked(reading, words[last], words[last + 1])
        ):
            last += 1
        surname = words[last].folded in known.last and not known.clear_first(words[last].folded)
        if surname and _linked(reading, word, words[index + 1]):
            yield Kept(word.start, words[last].end)


def _begins_company(word: Word, known: Lexicon) -> bool:
    return word.folded in known.company_beginnings | _BROTHERS or bool(_COMPOUND.match(word.folded))


def _continues(beginning: Word, word: Word, before: Word, known: Lexicon) -> bool:
    if word.folded in known.roles or word.folded in known.titles or word.opens:
        return False
    if word.folded in known.particles:
        return True
    after_van = before.folded == "van" and not before.capital
    generic = beginning.folded in _GENERIC_BEGINNINGS and not word.capital
    if known.clear_first(word.folded) and (after_van or generic):
        return False
    return word.folded not in known.function_words and (word.capital or known.name(word.folded))


def _by_legal_form(reading: Reading) -> Iterator[Kept]:
    """ "Chau B.V.", where the dots part the form into letters."""
    starts = {word.start: index for index, word in enumerate(reading.words)}
    for match in _LEGAL_FORM.finditer(reading.folded):
        index = starts.get(match.start(1))
        if index:
            first = _first_of_company(reading, index, lexicon())
            yield Kept(reading.words[first].start, match.end())


def _with_partner(reading: Reading) -> Iterator[Kept]:
    """ "Huang & Kaya": two surnames joined like this are a firm; "Anita & Angela" are two persons."""
    words, known = reading.words, lexicon()
    for index in range(1, len(words)):
        left, right = words[index - 1], words[index]
        twice = index > 1 and left.folded == "en" and words[index - 2].folded == right.folded  # "jansen en jansen"
        if twice and known.clear_last(right.folded):
            yield Kept(words[index - 2].start, right.end)
        if not _AMPERSAND.fullmatch(reading.text[left.end : right.start]):
            continue
        if known.clear_first(left.folded) and known.clear_first(right.folded):
            continue
        first, last = index - 1, index
        while first and touches(reading, words[first - 1], words[first]):
            before = words[first - 1]
            if before.folded not in known.particles or before.text == "van":
                break
            first -= 1
        while (
            last + 1 < len(words)
            and words[last].folded in known.particles
            and touches(reading, words[last], words[last + 1])
        ):
            last += 1
        yield Kept(words[first].start, words[last].end)
