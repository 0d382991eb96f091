"""Where the words before say that a name comes: "meneer …", "mijn baas …", "ze heet …", "groetjes …"."""

import re
from collections.abc import Iterator
from enum import Enum

from desk.intake.masking.names.growing import behind_particles, goes_on
from desk.intake.masking.names.lexicon import Lexicon, lexicon
from desk.intake.masking.patterns import one_of, words_of
from desk.intake.masking.reading import ORGANISATION, OTHER, PERSON, Reading, Word

_WHOSE = one_of("mijn me mn m'n zijn z'n haar de uw je volledige hele echte")
_LABELS = one_of("""
    naam voornaam achternaam roepnaam contactpersoon contact afzender getuige getuigen begeleider dader leidinggevende
    docent mentor eigenaar directeur student leerling stagiair stagiaire ondertekend vertegenwoordiger
""")
_CALLED = one_of(
    "heet heten heette genaamd noem*_ze_me noem*_ze_mij noem*_me noem*_mij noem*_hem noem*_haar noem*_zich"
)
_FILLER = one_of("ook eigenlijk dus gewoon nu ik hij zij ze")
_HER_NAME = re.compile(
    rf"\b(?:{_WHOSE}\s(?:naam|namen|voornaam|achternaam|roepnaam)\s+(?:is|was)\s+(?:{_FILLER}\s+)?"
    rf"|{_LABELS}\s?[:=]\s*|(?:voornaam|achternaam|roepnaam)\s+"
    rf"|{_CALLED}\s+(?:{_FILLER}\s+)?|(?:my|his|her) name is\s+|spreekt (?:u )?met\s+|name'?s\s+)"
)
_WEAKLY = re.compile(rf"\b{one_of('met namens tegen door aan van')}\s+")
_IS_MY_NAME = re.compile(
    r"(?<!\w)([^\W\d_]+(?:[ '-][^\W\d_]+){0,3}),?\sis\s(?:mijn|mn|me|zijn|haar)\s(?:echte\s|volledige\s)?(?:naam|voornaam|achternaam|roepnaam)\b"
)
_IS_CALLED = re.compile(
    r"(?:^|[.,!?;:]\s*|\b(?:en|dus|want)\s)([^\W\d_]+(?:[ '-][^\W\d_]+){0,3})\sheet(?:te)?\s(?:ze|hij|zij|die|mijn|me|mn|m'n|onze|haar)\b"
)
_PERHAPS = re.compile(
    rf"""\b{
        one_of('''
    ik_ben ik_ben_het ben_ik i_am i'm im dit_is hier_is vraag_naar vraag_maar_naar mail
    mail_naar bel app spreek spreek_met gesproken_met gepraat_met contact_met gebeld_met gemaild_met gesprek_met
    ken_je kennen_jullie wie_is waar_is noem noemt noemde noemen noemden
''')
    }\s+"""
)
_INTRODUCES = re.compile(rf"\b{one_of("ik_ben ben i_am i'm ik_heet dit_is met hier_is")}\s+(?:nu\s+)?")
_DESCRIBES = words_of("""
    beste lieve lang lange lucky sad said super sunny constant dev sultan queen king max imam storm roos rose zak man
    lot patience mate job father adel helder herman zin sterk vrij klein groot jong jonge slim snel lid papa mama ama
    student gast arts kok boos rijk lief trots zwart wit bas sinds daan
""")
_OF_A_NAME = words_of(
    "anders gewoon hetzelfde hier zo lang lange kort korte moeilijk lastig vreemd mooi raar nederlands buitenlands"
)
_AFTER_INTRODUCTION = re.compile(r"\s*(?:$|[,.!;]|\s(?:en ik|uit|van|hier|ik)\b|\s\d)")
_FAMILY = re.compile(
    rf"(?:stief|schoon|pleeg|klein|groot)?{one_of('vader moeder mama papa ouder ouders broer broertje zus zusje oom tante opa oma neef nicht')}"
    r"|mentor|verzorger|voogd|vriend|vriendin|vrienden"
)
_CLOSING = re.compile(
    rf"""\b{
        one_of('''
    groet groeten groetjes gr grtjs grtz mvg m.v.g vriendelijke_groet vriendelijke_groeten hoogachtend liefs kus
    kusjes x xx xxx xxxx xo xoxo dank bedankt dankjewel dankuwel thanks thx ciao doei gegroet salaam selam
''')
    }\b\s*[!.,:;\-–]*\s*(?:van\s+|namens\s+|en\s+)?"""
)
_GREETING = re.compile(
    rf"^\W*{one_of('hoi hey hee heey hallo hi hai dag beste geachte lieve yo salam goedemorgen goedemiddag goedenavond')}\s*,?\s+"
)
_THING = one_of("""
    bedrijf stagebedrijf leerbedrijf winkel zaak opleiding school het dat dit hoe zo wat project plek app site cursus
    keuzedeel vak organisatie stichting restaurant salon straat wijk stad dorp land ding website traject beroep
    functie hond kat poes konijn paard cavia hamster moskee kerk film boek liedje spel game serie merk
""")
_NO_PERSON = re.compile(rf"\b{_THING}\s+(?:\w+\s+)?$")
_WORD_ENDINGS = """
    t te de ten den en end ende isch ische lijk lijke ig ige baar loos d s er ste je jes ing heid leer kunde logie
    nomie iek schap teit sport recht
"""
_BUILT_LIKE_A_WORD = re.compile(rf".*{one_of(_WORD_ENDINGS)}$")
_ACTS = re.compile(rf"\w{{2,}}{one_of('kt pt gt st lt rt nt dt mt ft tte kte pte gde lde rde nde')}")
_BY_OR_TO = words_of("tegen door met namens")
_SURE_PARTICLES = words_of("el ait bin van")
_WEAKLY_DOING = words_of("is was van en uit heeft had")
LONGEST_INITIALISM = 5  # letters
LOOKS_BACK = 40  # characters


class Sure(Enum):
    """How much the announcement says by itself."""

    YES = "whatever word it is, a name"
    HALF = "a name if it looks like one"
    WEAK = "a name if it stands in a list, or a pipeline takes it for a person"


def announced(reading: Reading) -> Iterator[int]:
    """Indexes of the words at which an announced name begins."""
    known = lexicon()
    for index in range(1, len(reading.words)):
        sure = _by_word_before(reading, index, known)
        if sure and _is_name(reading, index, sure, known):
            yield index
    starts = {word.start: index for index, word in enumerate(reading.words)}
    yield from _introduced(reading, starts, known)
    yield from _of_someone(reading, known)
    for match in (*_IS_MY_NAME.finditer(reading.folded), *_IS_CALLED.finditer(reading.folded)):
        if _is_name(reading, starts[match.start(1)], Sure.YES, known):
            yield starts[match.start(1)]
    for pattern, sure in (
        (_WEAKLY, Sure.WEAK),
        (_HER_NAME, Sure.YES),
        (_PERHAPS, Sure.HALF),
        (_CLOSING, Sure.HALF),
        (_GREETING, Sure.HALF),
    ):
        for match in pattern.finditer(reading.folded):
            found = starts.get(match.end())
            if found is not None and _fits(reading, match, found, sure, known):
                yield found


def _introduced(reading: Reading, starts: dict[int, int], known: Lexicon) -> Iterator[int]:
    """ "ik ben floor, vertrouwenspersoon": a first name that is an everyday word too, where nothing else would stand."""
    for match in _INTRODUCES.finditer(reading.folded):
        index = starts.get(match.end())
        word = reading.words[index].folded if index is not None else ""
        if index is None or word not in known.first or word in known.function_words | _DESCRIBES | known.roles:
            continue
        if not known.place(word) and _AFTER_INTRODUCTION.match(reading.folded, reading.words[index].end):
            yield index


def _of_someone(reading: Reading, known: Lexicon) -> Iterator[int]:
    """ "de stiefvader van bo": a first name that may be an everyday word too."""
    words = reading.words
    for index in range(2, len(words)):
        word = words[index].folded
        if words[index - 1].folded != "van" or not _FAMILY.fullmatch(words[index - 2].folded):
            continue
        if word in known.first and word not in known.function_words | known.roles and not known.place(word):
            yield index


def _fits(reading: Reading, match: re.Match[str], index: int, sure: Sure, known: Lexicon) -> bool:
    if match.re is _HER_NAME and _NO_PERSON.search(reading.folded[max(0, match.start() - LOOKS_BACK) : match.start()]):
        return False
    return _is_name(reading, index, sure, known) or (match.re is _CLOSING and _signs(reading, index, known))


def _by_word_before(reading: Reading, index: int, known: Lexicon) -> Sure | None:
    before = reading.words[index - 1]
    gap = reading.text[before.end : reading.words[index].start]
    if before.folded in known.titles and re.fullmatch(r"\.?\s{1,2}", gap):
        return Sure.YES
    if before.folded in known.roles and re.fullmatch(r"\s{1,2}|,\s|\s?[(:]\s?", gap):
        return Sure.HALF
    return None


def _is_name(reading: Reading, index: int, sure: Sure, known: Lexicon) -> bool:
    head = behind_particles(reading, index)
    if head is None:
        return False
    word = reading.words[head]
    if len(word.text) < 2 or word.folded in known.function_words | known.roles | known.titles:
        if sure is Sure.YES and word.capital and not word.opens and word.folded in known.last:
            return True  # "mevrouw Wilde"
        return head == index and (_is_initial(reading, index) or _odd_first_name(reading, index, known))
    if known.nation(word.folded) or (known.place(word.folded) and head == index):
        return False
    if sure is Sure.YES:
        if not word.capital and word.folded in known.seldom and not _acts(reading, head):
            return False  # "mevrouw van de parfumerie", "heet patat"
        if word.folded in _OF_A_NAME and not word.capital and reading.words[index - 1].folded not in known.titles:
            return False  # "mijn achternaam is lang"
        return word.capital or known.name(word.folded) or not known.everyday(word.folded)
    return _half_sure_name(reading, index, head, known, weak=sure is Sure.WEAK)


def _is_initial(reading: Reading, index: int) -> bool:
    word = reading.words[index]
    if len(word.text) > 1 or not word.text.isupper() or not goes_on(reading, index):
        return False
    return reading.words[index + 1].capital and reading.text[word.end] in ". "


def _odd_first_name(reading: Reading, index: int, known: Lexicon) -> bool:
    """ "Wil Kersten": a first name that is also a small word, with capitals on it and on the surname."""
    word = reading.words[index]
    if not word.capital or word.folded not in known.first or not goes_on(reading, index):
        return False
    surname = reading.words[index + 1]
    return surname.capital and not known.everyday(surname.folded)


def _half_sure_name(reading: Reading, index: int, head: int, known: Lexicon, *, weak: bool) -> bool:
    word = reading.words[head]
    before = reading.words[index - 1].folded if index else ""
    if known.clear_first(word.folded) or known.clear_last(word.folded):
        return True
    if word.capital and not word.opens:
        return known.name(word.folded) or _unlisted_person(reading, word, known, weak=weak)
    if head > index:
        plainly = reading.words[index].folded != "van" or not known.everyday(word.folded)
        if (
            plainly
            and before in known.roles
            and _next(reading, head) in known.doing_words
            and word.folded in known.last
        ):
            return True
        strict = reading.words[index].folded in _SURE_PARTICLES and reading.words[head - 1].folded != "de"
        return strict and word.folded in known.last
    following = _next(reading, head)
    acts = following in known.doing_words
    if word.folded in known.first and (before in known.roles or before in _BY_OR_TO):
        return acts or bool(_ACTS.fullmatch(following))
    return before in known.roles and bool(acts or _ACTS.fullmatch(following)) and _unknown(word, known)


def _acts(reading: Reading, index: int) -> bool:
    """Whether someone does something right after the word, whatever word it is: "meneer spruitje zei"."""
    return _next(reading, index) in lexicon().doing_words - _WEAKLY_DOING


def _unlisted_person(reading: Reading, word: Word, known: Lexicon, *, weak: bool) -> bool:
    """A word with a capital that stands in no list: "van Napster" is a company, "ik ben Eoin" a person."""
    if known.everyday(word.folded) or (word.text.isupper() and len(word.text) <= LONGEST_INITIALISM):
        return False
    if reading.marked(word, PERSON):
        return True
    return not weak and not reading.marked(word, ORGANISATION, OTHER)


def _next(reading: Reading, index: int) -> str:
    return reading.words[index + 1].folded if index + 1 < len(reading.words) else ""


def _unknown(word: Word, known: Lexicon) -> bool:
    """A word in lower case that stands in no list and is not built like a Dutch verb, adjective or subject."""
    return len(word.folded) > 3 and not known.everyday(word.folded) and not _BUILT_LIKE_A_WORD.match(word.folded)


def _signs(reading: Reading, index: int, known: Lexicon) -> bool:
    """ "groetjes bakker" at the end of a message: whoever signs is a person."""
    last = [word.folded for word in reading.words[index:]]
    if len(last) > 3 or re.search(r"[?!]\s*\w", reading.text[reading.words[index].start :]):
        return False
    if any(word in known.function_words or known.nation(word) for word in last):
        return False
    return any(known.name(word) or not (known.everyday(word) or known.place(word)) for word in last)
