"""First names that are words, brands or things too ("bas", "roos", "mark"): what around them says which is meant."""

import re

from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.patterns import one_of, words_of
from desk.intake.masking.reading import Reading

# a thing: "met mijn bas", "een tom tom", "geen jan"
_A_THING = re.compile(
    r"\b(?:een|'n|geen|elke|iedere|welke|zo'n|veel|meer|(?:de|het|mijn|mn|m'n|jouw|jullie|hun|uw)"
    r"|(?:met|op|in|aan|voor|van|uit|over)\s(?:je|zijn|haar))\s$"
)
_DOES = one_of("""
    zei zegt zeggen vindt vond vroeg vraagt noemde noemt lachte lacht schreeuwde schreeuwt schold scheldt stuurde stuurt appte appt
    belde belt mailde mailt pestte pest sloeg slaat duwde negeerde negeert vertelde vertelt dacht denkt riep roept keek
    kijkt deed doet wist weet wilde gaf geeft
""")
_IS_THE = re.compile(r"\s(?:is|was)\s(?:de|mijn|mn|me|onze|haar|zijn|hun|een)\s([^\W\d_]+)")
_ACTS = re.compile(rf"\s{_DOES}\b")
_LIKE_SOMEBODY_AFTER = re.compile(
    rf"\s(?:(?:{_DOES})\b(?!\s(?:je|jij|ik|we|wij|er)\b)|(?:heeft|had|is|was|gaat|ging|komt|kwam|wil|wilde|mag|mocht|kan|kon|moet|zit|zat|werkt)\s"
    r"(?:\w+\s)?(?:me|mij|ons|hem|haar|tegen|ook|het|dat|mijn|boos|ziek|niet|wel|weer|altijd|steeds|blijven|weggestuurd|gepest|heel|er)\b"
    r"|uit\s(?:mijn|mn|me|m'n|de|onze|het)\s(?:klas|buurt|team|werk|groep)|van\s(?:hr|personeelszaken)\b|van\s(?:mijn|de|het|mn)\s(?:werk|stage|klas|receptie|kantine|administratie)\b"
    r"|en\sik\b|en\s(?:zijn|haar)\s|(?:die|dus)\s(?:zei|zegt|vindt|vond|is|heeft)\b)"
)
_LIKE_SOMEBODY_BEFORE = re.compile(
    r"(?:^|\s)(?:volgens|(?:zei|zegt|gezegd|praat|schreeuwt?|riep|schold|deed|doet|lief|aardig|gemeen)\s(?:\w+\s)?tegen|door|namens|ik en|ken je|samen met|praat met|gepraat met|ruzie met)\s$"
)
_ASKED_ABOUT = re.compile(r"(?:^|[.!?,]\s|\bof\s)(?:heeft|kan|mag|moet|gaat|weet|komt|is|wil|zou)\s$")
_ASKED_ON = re.compile(r"\s(?:ook|mij|me|dat|al|nog|niet|wel|ons|er|erbij|mee)\b")
_GOES_ON_LIKE_A_WORD = re.compile(
    r"\s(?!(?:en|maar|dat|omdat|want|of|uit|van|die|zei|werd|is|heb|heeft|toen|op|bij|in|moest|moet|niet)\b)\w"
)
_WHO = re.compile(r"\s(?:die|uit mijn klas|van mijn)\s")
_HAS_SUBJECT = re.compile(r"\s(?:je|jij|we|wij|jullie)\b(?!\s(?:bent|hebt|kunt|moet|zijn|hebben))")  # "fleur je dag op"
_SUBJECT_BEFORE = re.compile(r"(?:^|\s)(?:ik|we|wij)\s$")  # "ik bob vanavond"
_WORD_FOLLOWS = re.compile(
    r"(?:\s|,\s)(?!(?:en|is|heeft|was|van|vd|v|el|de|ofzo|krijgt|kreeg|weet|komt|kwam|ging|had|zag|loopt|doe|die|mag|kan|moet|wil|werkt|zit|uit|hier|heet|gaat|doet)\b)[^\W\d_]|\sis\s(?:een|mijn\slievelings|het)\b"
)
_NEVER = words_of("beste lieve lang sad super constant sultan king max imam storm zak man lot zin sterk vrij wit zwart")
_BACK = 24  # characters


def a_thing(reading: Reading, index: int) -> bool:
    """Whether the word, in lower case, has an article or the like before it: no person is meant."""
    known, word = lexicon(), reading.words[index]
    if word.capital or not (word.folded in known.names_that_are_things or known.everyday(word.folded)):
        return False
    if _WHO.match(reading.folded, word.end):
        return False
    before = reading.folded[max(0, word.start - _BACK) : word.start]
    verb = word.folded in known.names_that_are_things and (
        _HAS_SUBJECT.match(reading.folded, word.end) or _SUBJECT_BEFORE.search(before)
    )
    return bool(verb or _A_THING.search(before))


def stands_like_somebody(reading: Reading, index: int) -> bool:
    """A first name that is an everyday word as well, where only somebody would stand: "roos zei dat", "tegen mark"."""
    known, word = lexicon(), reading.words[index]
    if word.folded not in known.first or word.folded in known.function_words | known.roles | known.titles | _NEVER:
        return False
    if known.place(word.folded) or known.nation(word.folded) or a_thing(reading, index):
        return False
    before = reading.folded[max(0, word.start - _BACK) : word.start]
    if acts_like_somebody(reading, index) and _begins(before):
        return True
    if _ASKED_ABOUT.search(before) and _ASKED_ON.match(reading.folded, word.end):
        return True
    by = _LIKE_SOMEBODY_BEFORE.search(before)
    return bool(by) and not _GOES_ON_LIKE_A_WORD.match(reading.folded, word.end)


def rather_a_word(reading: Reading, index: int) -> bool:
    """A name that is a thing as well, in lower case at the beginning, with nothing of a person after it: "jasmijn thee"."""
    word = reading.words[index]
    if word.capital or not word.opens or word.folded not in lexicon().names_that_open_as_things:
        return False
    return bool(_WORD_FOLLOWS.match(reading.folded, word.end)) and not acts_like_somebody(reading, index)


def acts_like_somebody(reading: Reading, index: int) -> bool:
    """Whether what follows the word is said of persons: "… zei", "… heeft mij", "… uit mijn klas"."""
    end, known = reading.words[index].end, lexicon()
    role = _IS_THE.match(reading.folded, end)
    return bool(_ACTS.match(reading.folded, end) or _LIKE_SOMEBODY_AFTER.match(reading.folded, end)) or bool(
        role and role[1] in known.roles
    )


def does_clearly(reading: Reading, index: int) -> bool:
    """ "… zei", "… lachte": right after the word somebody does what only persons do."""
    return bool(_ACTS.match(reading.folded, reading.words[index].end))


def _begins(before: str) -> bool:
    """A clause begins here: a subject may stand."""
    return bool(
        re.search(
            r"(?:^|[.!?,;:\n]\s*|\b(?:en|maar|want|omdat|dat|dus|toen|of|als|door|van|en toen|gisteren|vandaag)\s)$",
            before,
        )
    )
