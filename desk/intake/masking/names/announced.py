"""Where the words before say that a name comes: "meneer …", "mijn baas …", "ze heet …", "groetjes …"."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from desk.intake.masking.names.growing import touches
from desk.intake.masking.names.lexicon import Lexicon, lexicon
from desk.intake.masking.reading import Reading, Word

_HER_NAME = re.compile(
    r"\b(?:(?:mijn|me|mn|m'n|zijn|z'n|haar|de|uw|je|volledige|hele|echte|voor-? en achter)\s?(?:naam|namen|voornaam|achternaam|roepnaam|"
    r"meisjesnaam)\s+(?:is|was)\s+(?:dus\s+|gewoon\s+|eigenlijk\s+)?|"
    r"(?:naam|voornaam|achternaam|roepnaam|contactpersoon|contact|afzender|getuigen?|begeleider|dader|leidinggevende|docent|mentor|eigenaar|"
    r"directeur|student|leerling|stagiaire?|ondertekend|vertegenwoordiger)\s*[:=]\s*|"
    r"(?:voornaam|achternaam|roepnaam)\s+|"
    r"(?:heet|heten|heette|genaamd|noem\w* (?:ze )?(?:me|mij|hem|haar|zich)|iedereen noemt (?:me|mij|hem|haar))\s+(?:ook\s+|eigenlijk\s+|dus\s+|"
    r"gewoon\s+|nu\s+|ik\s+|hij\s+|zij\s+|ze\s+)?|"
    r"(?:my|his|her) name is\s+|spreekt (?:u )?met\s+|je spreekt met\s+|(?:the )?name'?s\s+)"
)
_PERHAPS = re.compile(
    r"\b(?:ik ben(?: het)?|ben ik|i am|i'm|im|dit is|hier is|met|namens|tegen|door|vraag naar|vraag maar naar|mail(?: naar)?|bel|app|aan|"
    r"spreek(?: met)?|gesproken met|gepraat met|contact met|gebeld met|gemaild met|gesprek met|ken je|kennen jullie|wie is|waar is|van)\s+"
)
_CLOSING = re.compile(
    r"\b(?:groet|groeten|groetjes|gr|grtjs|grtz|mvg|m\.v\.g|vriendelijke groet(?:en)?|hoogachtend|liefs|kus(?:jes)?|x{1,4}|xo?xo|dank|bedankt|"
    r"dankjewel|dankuwel|thanks|thx|ciao|doei|gegroet|salaam|selam)\b\s*[!.,:;\-–]*\s*(?:van\s+|namens\s+|en\s+)?"
)
_GREETING = re.compile(r"^\W*(?:hoi|hey|hee|heey|hallo|hi|hai|dag|beste|geachte|lieve|yo|salam|goedemorgen|goedemiddag|goedenavond)\s*,?\s+")
_NO_PERSON = re.compile(
    r"\b(?:bedrijf|stagebedrijf|leerbedrijf|winkel|zaak|opleiding|school|het|dat|dit|hoe|zo|wat|project|plek|app|site|cursus|keuzedeel|vak|"
    r"organisatie|stichting|restaurant|salon|straat|wijk|stad|dorp|land|ding|website|traject|beroep|functie)\s+(?:\w+\s+)?$"
)
_VERB_OR_ADJECTIVE = re.compile(r".*(?:t|te|de|ten|den|en|end|ende|isch|ische|lijk|lijke|ig|ige|baar|loos|d|s|er|ste|je|jes|ing|heid|leer|kunde|logie|nomie|iek|schap|teit|sport|recht)$")

_ACTS = re.compile(r"\w{2,}(?:kt|pt|gt|st|lt|rt|nt|dt|mt|ft|tte|kte|pte|gde|lde|rde|nde)")

_BY_OR_TO = frozenset("tegen door met namens".split())


class Sure(Enum):
    """How much the announcement says by itself."""

    YES = "whatever word it is, a name"
    HALF = "a name if it looks like one"


def announced(reading: Reading) -> Iterator[int]:
    """Indexes of the words at which an announced name begins."""
    words, known = reading.words, lexicon()
    starts = {word.start: index for index, word in enumerate(words)}
    for index in range(1, len(words)):
        sure = _by_word_before(reading, words, index, known)
        if sure and _is_name(reading, words, index, sure, known):
            yield index
    for pattern, sure in ((_HER_NAME, Sure.YES), (_PERHAPS, Sure.HALF), (_CLOSING, Sure.HALF), (_GREETING, Sure.HALF)):
        for match in pattern.finditer(reading.folded):
            found = starts.get(match.end())
            if found is None or (pattern is _HER_NAME and _NO_PERSON.search(reading.folded[: match.start()])):
                continue
            if _is_name(reading, words, found, sure, known) or (pattern is _CLOSING and _signs(reading, words, found, known)):
                yield found


def _by_word_before(reading: Reading, words: Sequence[Word], index: int, known: Lexicon) -> Sure | None:
    before = words[index - 1]
    gap = reading.text[before.end : words[index].start]
    if before.folded in known.titles and re.fullmatch(r"\.?\s{1,2}", gap):
        return Sure.YES
    if before.folded in known.roles and re.fullmatch(r"\s{1,2}|,\s|\s?[(:]\s?", gap):
        return Sure.HALF
    return None


def _is_name(reading: Reading, words: Sequence[Word], index: int, sure: Sure, known: Lexicon) -> bool:
    head = index
    while words[head].folded in known.particles and head - index < 3 and _goes_on(reading, words, head):
        head += 1
    if words[head].folded in known.particles and head < len(words) - 1:
        return False
    word = words[head]
    if len(word.text) < 2 or word.folded in known.function_words or word.folded in known.roles or word.folded in known.titles:
        return head == index and (_is_initial(reading, words, index) or _odd_first_name(reading, words, index, known))
    if known.nation(word.folded) or (known.place(word.folded) and head == index):
        return False
    if sure is Sure.YES:
        return _sure_name(words, index, head, known)
    return _half_sure_name(words, index, head, known)


def _goes_on(reading: Reading, words: Sequence[Word], index: int) -> bool:
    return index + 1 < len(words) and touches(reading, words[index], words[index + 1])


def _is_initial(reading: Reading, words: Sequence[Word], index: int) -> bool:
    word = words[index]
    if len(word.text) > 1 or not word.text.isupper() or index + 1 == len(words):
        return False
    return words[index + 1].capital and reading.text[word.end] in ". "


def _odd_first_name(reading: Reading, words: Sequence[Word], index: int, known: Lexicon) -> bool:
    """ "Wil Kersten": a first name that is also a small word, with capitals on it and on the surname."""
    if not words[index].capital or words[index].folded not in known.first or not _goes_on(reading, words, index):
        return False
    return words[index + 1].capital and not known.everyday(words[index + 1].folded)


def _sure_name(words: Sequence[Word], index: int, head: int, known: Lexicon) -> bool:
    word = words[head]
    if known.name(word.folded):
        return True
    return word.capital or not (known.everyday(word.folded) or known.everyday(words[index].folded) and head == index)


def _half_sure_name(words: Sequence[Word], index: int, head: int, known: Lexicon) -> bool:
    word = words[head]
    if known.clear_first(word.folded) or known.clear_last(word.folded):
        return True
    if word.capital and not word.opens:
        return known.name(word.folded) or not known.everyday(word.folded)
    before = words[index - 1].folded if index else ""
    if word.folded in known.first and head == index and (before in known.roles or before in _BY_OR_TO):
        following = words[head + 1].folded if head + 1 < len(words) else ""
        return following in known.doing_words or bool(_ACTS.fullmatch(following))
    if head > index:
        return word.folded in known.last and words[index].folded in {"el", "ait", "bin", "van"} and words[head - 1].folded != "de"
    if known.everyday(word.folded) or _VERB_OR_ADJECTIVE.match(word.folded) or len(word.folded) < 4:
        return False
    return before in known.roles and head + 1 < len(words) and words[head + 1].folded in known.doing_words


def _signs(reading: Reading, words: Sequence[Word], index: int, known: Lexicon) -> bool:
    """ "groetjes bakker" at the end of a message: whoever signs is a person."""
    last = words[index:]
    rest = reading.text[last[0].start :].strip()
    if len(last) > 3 or re.search(r"[?!]\s*\w", rest):
        return False
    return all(word.folded not in known.function_words and not known.nation(word.folded) for word in last) and any(
        known.name(word.folded) or (not known.everyday(word.folded) and not known.place(word.folded)) for word in last
    )
