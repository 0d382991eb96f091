"""A surname alone that is the name of a company by the words around it: "stage bij Jansen", "een klacht over Kuijpers"."""

import re
from collections.abc import Iterator

from desk.intake.masking.names.companies import MOST_WORDS
from desk.intake.masking.names.growing import touches
from desk.intake.masking.names.kept import Kept
from desk.intake.masking.names.lexicon import Lexicon, lexicon
from desk.intake.masking.patterns import one_of, words_of
from desk.intake.masking.reading import Reading, Word

_WORK = re.compile(
    rf"""\b{
        one_of('''
    stage* werk* gewerkt *sollicit* baan bijbaan bbl bol bpv leerbedrijf leerbaan aangenomen begonnen afgewezen
    gesprek loop liep lopen stagiair* leerling monteur contract betaald ontslagen intern praktijk* plek vacature
''')
    }\b"""
)
_CALLED = re.compile(
    rf"\b(?:{one_of('bedrijf stagebedrijf leerbedrijf winkel zaak salon restaurant organisatie stichting firma app website')}"
    r"\s(?:heet|is|heette|genaamd|noemt\szich|waar\sik\swerk\sheet)|stageplek\sis|stageplaats\sis)\s(?:dus\s|gewoon\s)?"
)
# "een klacht over kuijpers", "werken voor Jansen", "het filiaal van Bakker"
_OF_A_FIRM = re.compile(
    rf"""\b(?:{
        one_of('''
    klacht klachten review reviews ervaring ervaringen vacature vacatures filiaal vestiging magazijn kassa stageplek
    stageplaats leerplek leerwerkplek stage baan bijbaan werk werken werkt werkte gewerkt solliciteren solliciteer
    solliciteerde gesolliciteerd sollicitatie bestelling bestellen besteld klant klanten leerbedrijf bedrijf winkel
    bbl contract aangenomen afgewezen medewerkers personeel busjes
''')
    })\s(?:over|bij|voor|met|van|naar)\s"""
)
_FIRM_ACTS = re.compile(
    r"\s(?:(?:zoekt|biedt|levert|verkoopt|werft|bezorgt|vraagt\spersoneel|betaalt\s(?:slecht|goed|niet|te\sweinig|minimumloon))\b"
    r"|(?:neemt|nam|namen)\s(?:\w+\s){0,4}aan\b|heeft\s(?:geen\s|nog\s|ook\s|veel\s|open\s)*(?:vacatures?|stageplekken|stageplek|plek|plekken)\b"
    r"|is\s(?:\w+\s){0,3}(?:leerbedrijf|bedrijf|winkel|keten|firma|failliet|gesloten|erkend|gevestigd|overgenomen)\b)"
)
_IS_IT_A_FIRM = re.compile(r"\s(?:een\s)?(?:\w+\s)?(?:leerbedrijf|bedrijf|stagebedrijf|winkel)\b")
_PERSONS_PLACE = re.compile(
    r"\s(?:thuis|op\s(?:kantoor|gesprek|het\smatje)|langs|in\sde\s(?:klas|auto|buurt|les)|komen)\b"
)
_SOMEONE = re.compile(
    rf"\b{one_of('eigenaar eigenaresse baas bazin directeur directrice begeleider begeleidster manager chef')}\b[^.!?]*$"
)
_BEFORE_A_FIRM = words_of("dat want maar omdat of en als waarom is")


def employers(reading: Reading) -> Iterator[Kept]:
    """Companies that go by a surname alone."""
    yield from _called(reading)
    yield from _at_work(reading)
    yield from _spoken_of_as_firm(reading)
    yield from _acts_as_firm(reading)


def _called(reading: Reading) -> Iterator[Kept]:
    """ "het bedrijf heet Van Vliet Contrans"; but "de eigenaar van het bedrijf heet Jan" has a person in it."""
    words, known = reading.words, lexicon()
    starts = {word.start: index for index, word in enumerate(words)}
    for match in _CALLED.finditer(reading.folded):
        index = starts.get(match.end())
        if index is None or _SOMEONE.search(reading.folded, max(0, match.start() - 30), match.start()):
            continue
        last = index - 1
        while last + 1 < len(words) and last - index < MOST_WORDS and _names_company(words[last + 1], known):
            last += 1
            if last + 1 < len(words) and not touches(reading, words[last], words[last + 1]):
                break
        if last >= index:
            yield Kept(words[index].start, words[last].end)


def _names_company(word: Word, known: Lexicon) -> bool:
    return word.capital or word.folded in known.particles | known.company_endings or known.clear_last(word.folded)


def _at_work(reading: Reading) -> Iterator[Kept]:
    """ "stage bij Jansen": a surname alone behind "bij", where work is spoken of, is the name of a company."""
    words, known = reading.words, lexicon()
    for index, word in enumerate(words):
        if word.folded not in {"bij", "stagebedrijf", "leerbedrijf"}:
            continue
        last = index
        for following in words[index + 1 : index + MOST_WORDS - 1]:
            if not touches(reading, words[last], following) or not _surname_part(following, known):
                break
            last += 1
        while last > index and words[last].folded in known.particles:
            last -= 1
        if last == index:
            continue
        spoken_of_work = _WORK.search(reading.folded[max(0, word.start - 60) : word.start + 35])
        elsewhere = not _PERSONS_PLACE.match(reading.folded, words[last].end) and words[last].folded in known.last
        if spoken_of_work or elsewhere:
            yield Kept(words[index + 1].start, words[last].end)


def _surname_part(word: Word, known: Lexicon) -> bool:
    if word.folded in known.titles or word.folded in known.roles:
        return False
    if known.clear_first(word.folded) and word.folded not in known.last:
        return False
    return word.capital or word.folded in known.particles or known.clear_last(word.folded)


def _lone_surname(reading: Reading, index: int, known: Lexicon) -> int | None:
    """The index at which a surname ends that begins at `index` and has no first name in it; None when there is none."""
    words, last = reading.words, index - 1
    while last + 1 < len(words) and last - index < MOST_WORDS - 1 and _surname_part(words[last + 1], known):
        last += 1
        if last + 1 < len(words) and not touches(reading, words[last], words[last + 1]):
            break
    while last >= index and words[last].folded in known.particles:
        last -= 1
    surname = last >= index and words[last].folded in known.last
    return last if surname else None


def _spoken_of_as_firm(reading: Reading) -> Iterator[Kept]:
    known = lexicon()
    starts = {word.start: index for index, word in enumerate(reading.words)}
    for match in _OF_A_FIRM.finditer(reading.folded):
        index = starts.get(match.end())
        last = _lone_surname(reading, index, known) if index is not None else None
        if index is not None and last is not None and not _PERSONS_PLACE.match(reading.folded, reading.words[last].end):
            yield Kept(reading.words[index].start, reading.words[last].end)


def _acts_as_firm(reading: Reading) -> Iterator[Kept]:
    """ "jansen zoekt een leerling", at the beginning of a sentence or behind a comma."""
    known, words = lexicon(), reading.words
    for index, word in enumerate(words):
        alone = index == 0 or not touches(reading, words[index - 1], word)
        if not alone and words[index - 1].folded not in _BEFORE_A_FIRM:
            continue
        last = _lone_surname(reading, index, known)
        asked = index and words[index - 1].folded == "is" and last is not None
        if asked and last is not None and _IS_IT_A_FIRM.match(reading.folded, words[last].end):
            yield Kept(word.start, words[last].end)
        if last is not None and _FIRM_ACTS.match(reading.folded, words[last].end):
            yield Kept(word.start, words[last].end)
