"""Street names: the address recogniser looks for a number after them, the name recogniser leaves them alone."""

import re
from collections.abc import Sequence

from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.patterns import one_of, words_of
from desk.intake.masking.reading import Reading, Word

_CLEAR_ENDINGS = "straat straatweg laan gracht kade singel steeg dreef plantsoen laantje straatje plein weg str"
# also the end of everyday words: a capital or someone who lives there must help
_VAGUE_ENDINGS = """
    dijk hof park pad markt baan wal boulevard haven oord burg drift tuin plaats werf brink weide horst kamp veld donk
    akker zoom hofje ring brug poort dam erf heuvel hoek land passage rijn schans stede stein vaart vest vliet zijde
    avenue allee bos meent wetering gaarde berg hoven dal woud buurt
"""
CLEAR_STREET = re.compile(rf".{{2,}}{one_of(_CLEAR_ENDINGS)}$")
_VAGUE_STREET = re.compile(rf".{{2,}}{one_of(_VAGUE_ENDINGS)}$")
_WHOLE_NAMES = words_of(
    "oudegracht nieuwegracht neude vredenburg janskerkhof mariaplaats domplein lepelenburg jansveld ondiep lauwerecht rotsoord"
)
_KINDS = words_of("laan straat weg plein kade")
_NO_STREET = words_of("""
    onderweg snelweg halverwege overweg weg tramweg spoorweg omweg uitweg autoweg fietsweg winkelstraat zijstraat
    dorpsstraat schoolplein werkplein leerwerkplein marktplein leerplein voorplein dwarsstraat huisweg kortweg grofweg
    domweg vluchtweg leerweg middenweg lesplein leesplein aanweg lichtweg
""")
_LIVES = re.compile(rf"\b{one_of('woon woont wonen woonde woonachtig adres *adres verhuisd logeer live')}\b")
_AT_A_PLACE = re.compile(r"\b(?:op|aan|in|naar|langs|hoek)\s(?:de\s|het\s|den\s)?$")
_HOUSE_NUMBER = re.compile(r"[\s,]{1,2}(?:(?:huis)?(?:nummer|nr)\.?\s)?\d{1,4}(?!\d)")
IN_STREET_NAMES = words_of("""
    van de der den het 't ten ter 's in oude nieuwe lange korte grote kleine hoge lage verlengde sint st laan eerste
    tweede derde burgemeester burg prof professor dr doctor jan prins prinses koning koningin generaal admiraal mgr
    achter pater pastoor dokter wethouder president johan willem maria anna adriaan pieter jacob hendrik cornelis thomas a à
    la rue t jonkheer graaf baron ds dominee kardinaal meester commissaris minister raadhuis
""")
_ALWAYS_LEAD_IN = words_of("in het a la")
_PLAIN_ENDS = ("straat", "weg", "laan", "plein", "de", "het")  # behind these "van" is a preposition
_PREPOSITIONS = words_of("op in aan bij naar uit van hoek stage langs")
MOST_WORDS = 5


def is_street(word: Word, reading: Reading) -> bool:
    """Whether a word is (the last word of) a street's name."""
    if word.folded in _NO_STREET:
        return False
    if word.folded in _KINDS and re.search(r"[^\W\d_]{2}-$", reading.text[max(0, word.start - 3) : word.start]):
        return True  # "ibb-laan"
    if word.folded in _WHOLE_NAMES or CLEAR_STREET.match(word.folded):
        return True
    if not could_end_a_street(word):
        return False
    if word.capital and _AT_A_PLACE.search(reading.folded[max(0, word.start - 12) : word.start]):
        return True
    if word.capital and _HOUSE_NUMBER.match(reading.folded, word.end):
        return True
    return bool(_LIVES.search(reading.folded, max(0, word.start - 40), word.start))


def could_end_a_street(word: Word) -> bool:
    """Whether a word that is no everyday word or place ends as some streets do."""
    known = lexicon()
    return bool(_VAGUE_STREET.match(word.folded)) and not (known.often(word.folded) or known.place(word.folded))


def first_word(words: Sequence[Word], index: int, *, loosely: bool = False) -> int:
    """Where the street name begins that ends at `index`: "Burgemeester van Tuyllkade" is more than its last word.

    `loosely`: words that are no everyday words belong to it in lower case too, as in "van heuven goedhartlaan".
    """
    known = lexicon()
    first = index
    while first and index - first < MOST_WORDS - 1 and words[first].start - words[first - 1].end <= 2:
        before = words[first - 1]
        fits = before.capital and not before.opens
        letters = len(before.folded) == 2 and not re.search("[aeiou]", before.folded)  # "fc dondersstraat"
        fits = fits or (loosely and (letters or (len(before.folded) > 3 and not known.often(before.folded))))
        if before.folded not in IN_STREET_NAMES and not fits:
            break
        first -= 1
    while (
        first and words[first - 1].start + 1 == words[first - 1].end and words[first].start - words[first - 1].end <= 2
    ):
        if not _initial(words[first - 1]):
            break
        first -= 1
    while first < index and _only_leads_in(words, first):
        first += 1
    return first


def _initial(word: Word) -> bool:
    """The F and C of "F.C. Dondersstraat"."""
    return len(word.text) == 1 and word.text.isupper()


def _only_leads_in(words: Sequence[Word], first: int) -> bool:
    """ "in de Kanaalstraat" begins at Kanaalstraat, "Van Lieflandlaan" and "de Ruyterkade" at van and de."""
    word = words[first]
    if word.capital:
        return False
    before = words[first - 1].folded if first else ""
    if word.folded == "t":
        return False
    if word.folded == "van" and not words[first + 1].folded.endswith(_PLAIN_ENDS):
        return False
    return word.folded in _ALWAYS_LEAD_IN or (word.folded in {"de", "van"} and before in _PREPOSITIONS)
