"""From one word of a name to the whole name: initials, more first names, particles and surnames around it."""

import re
from collections.abc import Sequence

from desk.intake.masking.names.lexicon import Lexicon, lexicon
from desk.intake.masking.patterns import one_of, words_of
from desk.intake.masking.reading import Reading, Word

_GAP = re.compile(r"[ \t]{1,2}['’]?|-|\. ?| - ")
_SURNAME_ENDINGS = """
    sma stra inga enga ema sema man sen ssen ski ska sky cki oglu vic oui oua ani idi ouri zadeh pour enko yan singh
    persad soe dijk berg veld huis kamp horst beek laar wijk hoven hout meijer meyer aoui ouch illah allah mans ers
    kers sson diep steen broek bosch borg burg daal zand boom vliet wegen brink dorp donk loon schot maker ink ez escu
    eanu ov ova ev eva
"""
_SURNAME_ENDING = re.compile(rf".{{3,}}{one_of(_SURNAME_ENDINGS)}$")
_NEVER_A_WORD = words_of("el ait bin ibn oulad ould abu abou")  # particles that are nothing else in Dutch
_BEHIND_VAN = words_of("de den der 't t")
_IN_SURNAMES = words_of("in op uit aan bij over onder")
_BEHIND_IN = words_of("den der 't t")
_SHORT_VAN_DE = words_of("vd v.d. v.d v/d vdr")
_BEFORE_BEN = words_of("ik en k")
_LIKE_A_WORD = re.compile(
    r".*(?:t|te|de|d|en|ig|ige|lijk|lijke|isch|ing|jes?|heid|loos|baar|er|ste)$|(?:ge|ver|be|ont)"
)
_SHORTEST_STRANGE = 5  # letters
_LONGEST_FIRST = 25  # letters
MOST_WORDS = 7
MOST_PARTICLES = 4


def grown(reading: Reading, first: int, last: int) -> tuple[int, int]:
    """The indexes of the first and last word of the name around the words `first` to `last`."""
    while last - first < MOST_WORDS:
        wider = _one_to_the_right(reading, last)
        if wider == last:
            break
        last = wider
    while first and last - first < MOST_WORDS and _belongs_left(reading, first):
        first -= 1
    return first, last


def touches(reading: Reading, left: Word, right: Word) -> bool:
    """Whether only a space, a hyphen or the dot of an initial stands between two words."""
    gap = reading.text[left.end : right.start]
    if gap.startswith("."):
        return len(left.text) <= 2 and bool(_GAP.fullmatch(gap))
    return bool(_GAP.fullmatch(gap))


def goes_on(reading: Reading, index: int) -> bool:
    """Whether the word at `index` touches a next one."""
    words = reading.words
    return index + 1 < len(words) and touches(reading, words[index], words[index + 1])


def behind_particles(reading: Reading, index: int) -> int | None:
    """The index of the first word from `index` on that is no particle, when all touch; None when there is none."""
    known = lexicon()
    head = index
    if _preposition_of_surname(reading, index, known):
        return index + 2
    while reading.words[head].folded in known.particles or _short_het(reading, head):
        if not goes_on(reading, head) or head - index == MOST_PARTICLES:
            return None
        head += 1
    return head


def _preposition_of_surname(reading: Reading, index: int, known: Lexicon) -> bool:
    """The in of "in 't veld" and the op of "op den akker": only with these particles and a listed surname behind them."""
    words = reading.words
    if words[index].folded not in _IN_SURNAMES or index + 2 >= len(words):
        return False
    if words[index + 1].folded not in _BEHIND_IN or not goes_on(reading, index) or not goes_on(reading, index + 1):
        return False
    return words[index + 2].folded in known.last


def _short_het(reading: Reading, head: int) -> bool:
    """The t of "van 't Hof" and "van t hof"."""
    return reading.words[head].folded == "t" and head > 0 and reading.words[head - 1].folded in {"van", "in", "op"}


def _one_to_the_right(reading: Reading, last: int) -> int:
    """The index up to which the next word or particles-and-surname belong to the name; `last` if nothing does."""
    words, known = reading.words, lexicon()
    head = behind_particles(reading, last + 1) if goes_on(reading, last) else None
    if head is None:
        return last
    between = [word.folded for word in words[last + 1 : head]]
    belongs = _surname_behind(words[head], between, known) if between else _next_name(reading, words[head], known)
    return head if belongs else last


def _surname_behind(head: Word, between: Sequence[str], known: Lexicon) -> bool:
    """Whether `head` is a surname behind the particles `between`."""
    if _SHORT_VAN_DE & set(between) and head.folded in known.last:
        return True
    odd = head.capital and not head.opens and head.folded in known.last  # "de Wilde"
    if head.folded in known.function_words | known.roles | known.company_endings and not odd:
        return False
    if head.capital:
        return head.folded in known.last or not (known.place(head.folded) and "van" in between)
    if head.folded in known.last:
        return not known.everyday(head.folded) or between[-1] != "van" or head.folded in known.surnames_that_are_words
    if known.everyday(head.folded) or known.place(head.folded) or len(head.folded) < 4:
        return False
    if _SHORT_VAN_DE & set(between):
        return True
    return between[0] in _NEVER_A_WORD or between[-1] in {"den", "der"} or bool(_SURNAME_ENDING.match(head.folded))


def _next_name(reading: Reading, word: Word, known: Lexicon) -> bool:
    if len(word.text) == 1:
        return reading.text[word.end : word.end + 1] == "." or (word.capital and word.folded not in {"i", "u"})
    if word.folded in known.function_words | known.company_endings or known.nation(word.folded):
        return False
    if word.capital and not word.opens:
        return known.name(word.folded) or not (known.often(word.folded) or known.place(word.folded))
    if known.clear_first(word.folded) or known.clear_last(word.folded):
        return not word.opens
    if word.folded in known.surnames_that_are_words and word.folded in known.last:
        return True
    if known.everyday(word.folded) or known.place(word.folded):
        return False
    return bool(_SURNAME_ENDING.match(word.folded)) or _strange_surname(reading, word, known)


def _strange_surname(reading: Reading, word: Word, known: Lexicon) -> bool:
    """ "sanne vlaskamp": behind a clear first name in lower case a word of no list, unless it looks like a verb or adjective."""
    before = re.search(r"([^\W\d_]+)\s{1,2}$", reading.folded[max(0, word.start - _LONGEST_FIRST) : word.start])
    if before is None or not known.clear_first(before[1]) or len(word.folded) < _SHORTEST_STRANGE:
        return False
    return not _LIKE_A_WORD.match(word.folded)


def _belongs_left(reading: Reading, first: int) -> bool:
    """Whether the word before belongs to the name: an initial, a first name, or a particle of the surname."""
    known = lexicon()
    before, word = reading.words[first - 1], reading.words[first]
    if not touches(reading, before, word):
        return False
    if len(before.text) == 1:
        return reading.text[before.end : before.end + 1] == "." and before.folded != "x"
    if before.folded in known.particles:
        return _is_particle(reading, first - 1)
    if word.folded not in known.particles and word.folded not in known.last:
        return False
    odd_first = before.capital and before.folded in known.first and before.folded not in known.function_words
    return known.clear_first(before.folded) or odd_first


def _is_particle(reading: Reading, index: int) -> bool:
    """A particle and not a preposition: "van den Berg", but not "de stage van Jansen"."""
    words, known = reading.words, lexicon()
    particle, following = words[index], words[index + 1].folded
    before = words[index - 1].folded if index and touches(reading, words[index - 1], particle) else ""
    if particle.folded == "ben" and before in _BEFORE_BEN:
        return False
    if particle.folded in _NEVER_A_WORD or (particle.capital and (not particle.opens or particle.folded != "ben")):
        return True
    if particle.folded == "van" and following in _BEHIND_VAN - {"de"}:
        return True
    if known.clear_first(before) or before in known.titles or before in known.roles:
        return True
    return (particle.folded in _BEHIND_VAN and before == "van") or before in _NEVER_A_WORD
