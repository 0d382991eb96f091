"""From one word of a name to the whole name: initials, more first names, particles and surnames around it."""

import re

from desk.intake.masking.names.lexicon import Lexicon, lexicon
from desk.intake.masking.reading import Reading, Word

_GAP = re.compile(r"[ \t]{1,2}|-|\. ?| - ")
_SURNAME_ENDING = re.compile(
    r".{3,}(?:sma|stra|inga|enga|ema|sema|man|sen|ssen|ski|ska|sky|cki|oglu|vic|oui|oua|ani|idi|ouri|zadeh|pour|enko|yan|singh|persad|soe|"
    r"dijk|berg|veld|huis|kamp|horst|beek|laar|wijk|hoven|hout|meijer|meyer|aoui|ouch|illah|allah|mans|ers|kers|sson|diep|steen|broek|bosch|borg|burg|daal|zand|boom|vliet|wegen|brink|dorp|donk|loon|schot|maker|ink|ez|escu|eanu|ov|ova|ev|eva)$"
)
_TIGHT = frozenset("el ait bin ibn oulad ould abu abou".split())  # never an everyday word
MOST_WORDS = 7


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


def _one_to_the_right(reading: Reading, last: int) -> int:
    """The index up to which the next word or particles-and-surname belong to the name; `last` if nothing does."""
    words, known = reading.words, lexicon()
    head = last + 1
    while head < len(words) and touches(reading, words[head - 1], words[head]) and words[head].folded in known.particles:
        head += 1
    if head >= len(words) or not touches(reading, words[head - 1], words[head]):
        return last
    between = [word.folded for word in words[last + 1 : head]]
    if between:
        return head if _surname_after_particles(words[head], between, known) else last
    return head if _next_name(reading, words[head], known) else last


def _surname_after_particles(head: Word, between: list[str], known: Lexicon) -> bool:
    if head.folded in known.function_words or head.folded in known.roles or head.folded in known.company_endings:
        return False
    if head.capital:
        return not (known.place(head.folded) and head.folded not in known.last and "van" in between)
    if head.folded in known.last:
        return not known.everyday(head.folded) or between[-1] not in {"van"} or head.folded in known.surnames_that_are_words
    unknown = not known.everyday(head.folded) and not known.place(head.folded) and len(head.folded) > 3
    return unknown and bool(between[0] in _TIGHT or between[-1] in {"den", "der"} or _SURNAME_ENDING.match(head.folded))


def _next_name(reading: Reading, word: Word, known: Lexicon) -> bool:
    if len(word.text) == 1:
        return reading.text[word.end : word.end + 1] == "." or (word.capital and word.folded not in "iu")
    if word.folded in known.function_words or word.folded in known.company_endings or known.nation(word.folded):
        return False
    if word.capital and not word.opens:
        return known.name(word.folded) or not (known.everyday(word.folded) or known.place(word.folded))
    if known.clear_first(word.folded) or known.clear_last(word.folded):
        return not word.opens
    if word.folded in known.surnames_that_are_words and word.folded in known.last:
        return True
    return not known.everyday(word.folded) and bool(_SURNAME_ENDING.match(word.folded))


def _belongs_left(reading: Reading, first: int) -> bool:
    """Whether the word before belongs to the name: an initial, a first name, or a particle of the surname."""
    words, known = reading.words, lexicon()
    before, word = words[first - 1], words[first]
    if not touches(reading, before, word):
        return False
    if len(before.text) == 1:
        return reading.text[before.end : before.end + 1] == "." and before.folded != "x"
    if before.folded in known.particles:
        return _is_particle(reading, first - 1)
    if word.folded in known.particles or word.folded in known.last:
        return known.clear_first(before.folded) or (
            before.capital and before.folded in known.first and before.folded not in known.function_words
        )
    return False


def _is_particle(reading: Reading, index: int) -> bool:
    """A particle and not a preposition: "van den Berg", but not "de stage van Jansen"."""
    words, known = reading.words, lexicon()
    particle, following = words[index].folded, words[index + 1].folded
    before = words[index - 1] if index and touches(reading, words[index - 1], words[index]) else None
    if particle in _TIGHT or (words[index].capital and not words[index].opens):
        return True
    if particle == "ben" and before and before.folded in {"ik", "en", "k"}:
        return False
    if particle == "van" and following in {"den", "der", "'t"}:
        return True
    if before is None:
        return words[index].capital and particle != "ben"
    named = known.clear_first(before.folded) or before.folded in known.titles or before.folded in known.roles
    return named or (particle in {"de", "den", "der", "'t"} and before.folded == "van") or before.folded in _TIGHT
