"""What looks like a person and is a company, a school or a street: it stays, because the counsellor needs it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desk.intake.masking.names.growing import touches
from desk.intake.masking.names.lexicon import Lexicon, lexicon
from desk.intake.masking.names.streets import first_word, is_street
from desk.intake.masking.reading import Reading, Word

_AND = re.compile(r"\s*(?:&|en|\+)\s*|[ \t]|-|\. ?|['’]s ")
_WORK = re.compile(
    r"\b(?:stage\w*|werk\w*|gewerkt|\w*sollicit\w*|baan|bijbaan|bbl|bol|bpv|leerbedrijf|leerbaan|aangenomen|begonnen|afgewezen|gesprek|"
    r"loop|liep|lopen|stagiair\w*|leerling|monteur|contract|betaald|ontslagen|intern|praktijk\w*|plek|vacature)\b"
)
# too everyday to make a company of a first name in lower case ("fatima zorgt", "ahmed bouw")
_EVERYDAY_ENDINGS = frozenset(
    "zorg bouw techniek wonen vis kaas vlees mode auto's taxi praktijk school print winkel winkels bv software media it ict personeel "
    "boeken reizen energie sports shop store milieu glas services service solutions onderhoud schoonmaak advies kleding fietsen food "
    "horeca hotel restaurant security bloemen kappers kapper inc".split()
)
_GENERIC_BEGINNINGS = frozenset("bedrijf studio praktijk stichting leerbedrijf stagebedrijf bioscoop theater museum firma".split())


@dataclass(frozen=True, slots=True)
class Kept:
    """A place in the text that is no person, with offsets."""

    start: int
    end: int


def kept(reading: Reading) -> list[Kept]:
    """Companies, schools and streets in a message."""
    return [
        *_known(reading),
        *_by_ending(reading),
        *_by_beginning(reading),
        *_at_work(reading),
        *_streets(reading),
        *_places(reading),
    ]


def _known(reading: Reading) -> Iterator[Kept]:
    for match in _known_organisations().finditer(reading.folded):
        yield Kept(*match.span())


@lru_cache(maxsize=1)
def _known_organisations() -> re.Pattern[str]:
    names = sorted(lexicon().known_organisations, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?:[\s-]?\w*(?:college|lyceum|school|ziekenhuis|huis))?(?!\w)")


def _by_ending(reading: Reading) -> Iterator[Kept]:
    """ "Van Dijk Bouw BV", "jansen en zonen"."""
    words, known = reading.words, lexicon()
    for index, word in enumerate(words):
        if word.folded not in known.company_endings and not _school_ending(word):
            continue
        if index and words[index - 1].folded in known.particles and not words[index - 1].capital:
            continue  # "Amira van de kapsalon"
        first = index
        while first and _joined(reading, words[first - 1], word=words[first]) and index - first < 6:
            if not _part_of_company(words[first - 1], known, word):
                break
            first -= 1
        while first < index and words[first].folded in {"bij", "van", "in", "op", "te", "de", "het"} and not words[first].capital:
            if words[first].folded in {"van", "de", "te"} and _surname_follows(words, first, known):
                break
            first += 1
        if first < index and _makes_company(words[first:index], word, known):
            yield Kept(words[first].start, word.end)


def _school_ending(word: Word) -> bool:
    return bool(re.match(r"\w{3,}(?:college|lyceum|school|ziekenhuis|zorg|bouw|techniek)$", word.folded)) and word.capital


def _surname_follows(words: tuple[Word, ...], index: int, known: Lexicon) -> bool:
    following = words[index + 1].folded
    return following in known.particles or following in known.last and following not in known.company_endings


def _joined(reading: Reading, left: Word, word: Word) -> bool:
    return bool(_AND.fullmatch(reading.text[left.end : word.start]))


def _part_of_company(word: Word, known: Lexicon, ending: Word) -> bool:
    if word.folded in known.titles or word.folded in known.roles:
        return False
    if word.folded in {"en", "&"}:
        return ending.folded in {"zonen", "zn", "partners"} or ending.capital
    if word.folded in known.function_words and word.folded not in known.particles:
        return False
    if word.capital and not (word.opens and known.everyday(word.folded) and word.folded not in known.last):
        return True
    return word.folded in known.particles or known.name(word.folded) or word.folded in known.company_endings


def _makes_company(parts: tuple[Word, ...], ending: Word, known: Lexicon) -> bool:
    names = [part for part in parts if known.name(part.folded) or part.capital]
    if not names:
        return False
    if ending.capital or any(part.folded in known.company_endings for part in parts):
        return True
    if any(part.folded in known.last and not known.clear_first(part.folded) for part in names):
        return not (known.clear_first(parts[0].folded) and ending.folded in _EVERYDAY_ENDINGS)
    return ending.folded not in _EVERYDAY_ENDINGS


def _by_beginning(reading: Reading) -> Iterator[Kept]:
    """ "kapsalon Fatima", "garage Yilmaz"; but "de bakkerij van Mohammed" has a person in it."""
    words, known = reading.words, lexicon()
    for index, word in enumerate(words[:-1]):
        if word.folded not in known.company_beginnings and word.folded not in {"gebroeders", "gebr"}:
            continue
        last = index
        for following in words[index + 1 : index + 6]:
            if not _joined(reading, words[last], following) or not _continues(word, following, words, last, known):
                break
            last += 1
        while last > index and words[last].folded in known.particles | {"en"}:
            last -= 1
        if last > index:
            yield Kept(word.start, words[last].end)


def _continues(beginning: Word, word: Word, words: tuple[Word, ...], last: int, known: Lexicon) -> bool:
    if word.folded in known.function_words and word.folded not in known.particles:
        return False
    if word.folded in known.roles or word.folded in known.titles or word.opens:
        return False
    after_van = words[last].folded == "van" and not words[last].capital
    if known.clear_first(word.folded) and (after_van or (beginning.folded in _GENERIC_BEGINNINGS and not word.capital)):
        return False
    return word.capital or known.name(word.folded) or word.folded in known.particles


def _at_work(reading: Reading) -> Iterator[Kept]:
    """ "stage bij Jansen": a surname alone behind "bij", where work is spoken of, is the name of a company."""
    words, known = reading.words, lexicon()
    for index, word in enumerate(words[:-1]):
        if word.folded not in {"bij", "stagebedrijf", "leerbedrijf"}:
            continue
        if not _WORK.search(reading.folded[max(0, word.start - 60) : word.start + 35]):
            continue
        last = index
        for following in words[index + 1 : index + 5]:
            if not touches(reading, words[last], following) or not _surname_part(following, known):
                break
            last += 1
        if last > index and words[last].folded not in known.particles:
            yield Kept(words[index + 1].start, words[last].end)


def _surname_part(word: Word, known: Lexicon) -> bool:
    if known.clear_first(word.folded) and word.folded not in known.last:
        return False
    if word.folded in known.titles or word.folded in known.roles:
        return False
    return word.capital or word.folded in known.particles or known.clear_last(word.folded)


def _streets(reading: Reading) -> Iterator[Kept]:
    words = reading.words
    for index, word in enumerate(words):
        if is_street(word, reading):
            yield Kept(words[first_word(words, index)].start, word.end)


def _places(reading: Reading) -> Iterator[Kept]:
    """Places of more than one word: "Den Bosch", "Wijk bij Duurstede"."""
    words, known = reading.words, lexicon()
    for index, word in enumerate(words):
        for count in (4, 3, 2):
            part = words[index : index + count]
            phrase = reading.folded[word.start : part[-1].end]
            if len(part) == count and phrase in known.places:
                yield Kept(word.start, part[-1].end)
                break
