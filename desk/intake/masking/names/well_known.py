"""Names of nobody who chats here: public persons, figures, brands, works. What is well known gives nobody away."""

import re
from collections.abc import Iterator
from functools import lru_cache

import yaml

from desk.intake.masking.names.growing import touches
from desk.intake.masking.names.kept import Kept
from desk.intake.masking.names.lexicon import LISTS, Lexicon, lexicon
from desk.intake.masking.patterns import one_of, words_of
from desk.intake.masking.reading import Reading, Word

# "ik heet Jan Smit": then it is somebody here
_SOMEBODY_HERE = words_of("heet heette ben groet groeten groetjes gr mvg naam voornaam achternaam namelijk genaamd")
_SCIENCE = one_of("""
    wet wetten ziekte syndroom stelling theorie model piramide methode schaal driehoek formule effect getal constante
    leercyclus principe paradox regel cirkel
""")
_WORKS = one_of("""
    film films serie musical toneelstuk schilderij schilderijen gedicht gedichten roman album concert liedje liedjes song
    songtekst lied strip stripboek kunstwerk sonate symfonie boeken fan fans
""")
_SCHOOLWORK = one_of(
    "werkstuk spreekbeurt presentatie opstel boekverslag profielwerkstuk les film documentaire musical toets"
)
_RANKS = one_of("""
    president premier minister minister-president staatssecretaris burgemeester koning koningin prins prinses profeet paus
    keizer keizerin tsaar farao rapper zanger zangeres dj youtuber influencer voetballer darter bokser coureur schrijver
    schrijfster dichter filosoof kunstschilder componist wetenschapper uitvinder acteur actrice politicus sint heilige super
""")
_OF_THE_BOOKS = re.compile(
    rf"\b(?:{_SCIENCE}\svan\s|{_WORKS}\svan\s|{_SCHOOLWORK}\s(?:gaat\s|ging\s|maken\s|doen\s|houden\s|schrijven\s|is\s)?over\s|wie\swas\s(?:de\s)?|{_RANKS}\s|(?:musical|serie|film|game|merk|app)\s)"
)
_IDOL = re.compile(
    r"\s(?:is|was)\s(?:echt\s)?(?:mijn|mn|me)\s(?:grote\s|grootste\s)?(?:idool|idolen|held|lievelings|favoriete)"
)
_BEFORE_BRANDS = words_of("bij merk winkel zaak app mijn een nieuwe")
_JOINED = r"(?:\s(?:en|of|&)\s|,\s)"
_MOST_WORDS = 4
_NEAR = 30  # characters

type Phrases = dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _lists() -> dict[str, Phrases]:
    """For each list its phrases by their first word, the longest first."""
    blocks: dict[str, str] = yaml.safe_load((LISTS / "well_known.yml").read_text(encoding="utf-8"))
    return {kind: _by_first_word(block.replace("_", "\0").split()) for kind, block in blocks.items()}


def _by_first_word(entries: list[str]) -> Phrases:
    found: dict[str, list[str]] = {}
    for phrase in (entry.replace("\0", " ") for entry in entries):
        found.setdefault(re.match(r"[^\W\d_]*", phrase)[0], []).append(phrase)  # type: ignore[index] # may be empty
    return {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}


def well_known(reading: Reading) -> Iterator[Kept]:
    """Public persons, brands and works in a message."""
    known = lexicon()
    for index, word in enumerate(reading.words):
        for kind in ("brands", "sayings", "persons", "one_name", "brands_that_are_names"):
            end = _phrase_at(reading, word, _lists()[kind])
            if end and _FITS[kind](reading, index, end, known):
                yield Kept(word.start, end)
                break
    yield from _of_the_books(reading, known)
    yield from _idols(reading, known)


def _phrase_at(reading: Reading, word: Word, phrases: Phrases) -> int:
    """The end of the longest phrase of a list that begins with this word, or 0."""
    for phrase in phrases.get(re.match(r"[^\W\d_]*", word.folded)[0], ()):  # type: ignore[index] # may be empty
        end = word.start + len(phrase)
        if reading.folded.startswith(phrase, word.start) and not reading.folded[end : end + 1].isalnum():
            return end
    return 0


def _always(reading: Reading, index: int, end: int, known: Lexicon) -> bool:  # noqa: ARG001
    return True


def _nobody_here(reading: Reading, index: int, end: int, known: Lexicon) -> bool:  # noqa: ARG001
    before = reading.words[index - 1].folded if index else ""
    return before not in known.roles | known.titles | _SOMEBODY_HERE


def _alone(reading: Reading, index: int, end: int, known: Lexicon) -> bool:
    """No first name or initial before it: "Picasso", not "Pieter Picasso"."""
    if not _nobody_here(reading, index, end, known) or not index:
        return not index
    before = reading.words[index - 1]
    if not touches(reading, before, reading.words[index]):
        return True
    if before.folded in known.particles:
        further = reading.words[index - 2] if index > 1 else None
        return not further or not (known.clear_first(further.folded) or further.folded in known.titles | known.roles)
    return not (known.clear_first(before.folded) or len(before.text) == 1)


def _brand_here(reading: Reading, index: int, end: int, known: Lexicon) -> bool:  # noqa: ARG001
    """ "bij zara", "zara en bershka", "nike sneakers", but "zara uit mijn klas" is a girl."""
    before, start = reading.words[index - 1].folded if index else "", reading.words[index].start
    following = re.match(r"\s([^\W\d_]+)", reading.folded[end : end + _NEAR])
    if before in _BEFORE_BRANDS or (following and following[1] in _lists()["products"]):
        return True
    right = re.match(rf"{_JOINED}([^\W\d_]+)", reading.folded[end : end + _NEAR])
    left = re.search(rf"([^\W\d_]+){_JOINED}$", reading.folded[max(0, start - _NEAR) : start])
    return any(beside is not None and beside[1] in _lists()["brands"] for beside in (right, left))


_FITS = {
    "brands": _always,
    "sayings": _always,
    "persons": _nobody_here,
    "one_name": _alone,
    "brands_that_are_names": _brand_here,
}


def _of_the_books(reading: Reading, known: Lexicon) -> Iterator[Kept]:
    """ "de wet van Ohm en Newton", "een spreekbeurt over Nelson Mandela", "de rapper Frenna"."""
    words = reading.words
    starts = {word.start: index for index, word in enumerate(words)}
    for match in _OF_THE_BOOKS.finditer(reading.folded):
        index = starts.get(match.end())
        if index is None or not _could_be_name(words[index], known):
            continue
        last = index
        while last + 1 < len(words) and last - index < _MOST_WORDS:
            gap = reading.text[words[last].end : words[last + 1].start]
            if not (touches(reading, words[last], words[last + 1]) or gap in {" & ", ", "}):
                break
            if not (words[last + 1].folded == "en" or _could_be_name(words[last + 1], known)):
                break
            last += 1
        yield Kept(words[index].start, words[last].end)


def _could_be_name(word: Word, known: Lexicon) -> bool:
    plain = known.name(word.folded) or word.folded in known.particles or word.capital or not known.everyday(word.folded)
    return plain and word.folded not in known.roles | known.titles


def _idols(reading: Reading, known: Lexicon) -> Iterator[Kept]:
    """ "Hakim Ziyech is mijn idool"."""
    ends = {word.end: index for index, word in enumerate(reading.words)}
    for match in _IDOL.finditer(reading.folded):
        last = first = ends.get(match.start())
        if first is None or last is None:
            continue
        while first and touches(reading, reading.words[first - 1], reading.words[first]):
            if not _could_be_name(reading.words[first - 1], known):
                break
            first -= 1
        yield Kept(reading.words[first].start, reading.words[last].end)
