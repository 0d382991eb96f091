"""Street names: the address recogniser looks for a number after them, the name recogniser leaves them alone."""

import re
from collections.abc import Sequence

from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.reading import Reading, Word

CLEAR_STREET = re.compile(
    r".{2,}(?:straat|straatweg|laan|gracht|kade|singel|steeg|dreef|plantsoen|laantje|straatje|plein|weg|str)$"
)
# also the end of everyday words: a capital or someone who lives there must help
_VAGUE = re.compile(
    r".{2,}(?:dijk|hof|park|pad|markt|baan|wal|boulevard|haven|oord|burg|drift|tuin|plaats|werf|brink|weide|horst|kamp|veld|donk|"
    r"akker|zoom|hofje|ring|brug|poort|dam|erf|heuvel|hoek|land|passage|rijn|schans|stede|stein|vaart|vest|vliet|zijde|avenue|"
    r"allee|bos|meent|wetering|gaarde|berg|hoven|dal|woud)$"
)
_WHOLE = frozenset("oudegracht nieuwegracht neude vredenburg janskerkhof mariaplaats domplein lepelenburg jansveld".split())
_NO_STREET = frozenset(
    "onderweg snelweg halverwege overweg weg tramweg spoorweg omweg uitweg autoweg fietsweg winkelstraat zijstraat dorpsstraat "
    "schoolplein werkplein leerwerkplein marktplein leerplein voorplein dwarsstraat huisweg kortweg grofweg domweg vluchtweg leerweg "
    "middenweg lesplein leesplein aanweg lichtweg".split()
)
_LIVES = re.compile(r"\b(?:woon|woont|wonen|woonde|woonachtig|adres|\w+adres|verhuisd|logeer|live)\b")
IN_STREET_NAMES = frozenset(
    "van de der den het 't ten ter 's in oude nieuwe lange korte grote kleine hoge lage verlengde sint st laan eerste tweede derde "
    "burgemeester burg prof professor dr doctor jan prins prinses koning koningin generaal admiraal mgr pater pastoor dokter "
    "wethouder president johan willem maria anna adriaan pieter jacob hendrik cornelis thomas a la rue".split()
)


def is_street(word: Word, reading: Reading) -> bool:
    """Whether a word is (the last word of) a street's name."""
    if word.folded in _WHOLE:
        return True
    if word.folded in _NO_STREET:
        return False
    if CLEAR_STREET.match(word.folded):
        return True
    if not _VAGUE.match(word.folded) or lexicon().everyday(word.folded) or lexicon().place(word.folded):
        return False
    return word.capital or bool(_LIVES.search(reading.folded[max(0, word.start - 40) : word.start]))


def first_word(words: Sequence[Word], index: int) -> int:
    """Where the street name begins that ends at `index`: "Burgemeester van Tuyllkade" is more than its last word."""
    first = index
    while first and words[first].start - words[first - 1].end <= 2 and index - first < 4:
        before = words[first - 1]
        if before.folded not in IN_STREET_NAMES and not (before.capital and not before.opens):
            break
        first -= 1
    while first < index and _only_leads_in(words, first):
        first += 1
    return first


def _only_leads_in(words: Sequence[Word], first: int) -> bool:
    """ "in de Kanaalstraat" begins at Kanaalstraat, "Van Lieflandlaan" and "de Ruyterkade" at van and de."""
    word = words[first]
    if word.capital:
        return False
    if word.folded in {"in", "het", "a", "la"}:
        return True
    before = words[first - 1].folded if first else ""
    return word.folded in {"de", "van"} and before in {"op", "in", "aan", "bij", "naar", "uit", "van", "hoek", "stage", "langs"}
