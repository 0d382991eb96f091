"""The word lists in memory: names, everyday words, places, and words that belong to companies."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from desk.intake.masking.patterns import one_of

LISTS = Path(__file__).parent.parent / "lists"
_NATIONS = re.compile(
    one_of("""
    nederland marok turk turc syri irak iraan iran afgha pakist surinaam surina antilli curacao arub erit ethio somal
    sudan soeda ghane nigeri pools polen bulga roemee oekra russ chine vietnam indone moluk hindoe hindos creools
    javaan koerd berber amazigh arab pales liban jordani egypt tunes alger kaapverd portug spaan spanj itali grie
    duits belg franse engels brits amerik brazil colomb venezol dominic india indie iers hongaar tsjech bosni servi
    kroat alban kosov joods moslim islami christ katholiek boeddh europe afrika aziat utrecht amsterdam rotterdam
""")
    + r"|(?:pool|frans)$"
)
_PARTICLE_IN_FRONT = re.compile(r"^(?:vande[nr]?|van|de[nr]?|el|al|ben|ait)")


@dataclass(frozen=True)
class Lexicon:
    """Sets of folded words. `titles` and `roles` announce a name, `particles` stand inside one."""

    first: frozenset[str]
    last: frozenset[str]
    common: frozenset[str]
    seldom: frozenset[str]
    places: frozenset[str]
    also_words: frozenset[str]
    clear_names: frozenset[str]
    function_words: frozenset[str]
    particles: frozenset[str]
    company_endings: frozenset[str]
    company_beginnings: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    surnames_that_are_words: frozenset[str]
    doing_words: frozenset[str]
    names_that_are_things: frozenset[str]
    names_that_open_as_things: frozenset[str]

    def everyday(self, word: str) -> bool:
        """A word that is no name, or more often none."""
        if word in self.function_words:
            return True
        known = word in self.common or word in self.also_words or word in self.seldom
        return known and word not in self.clear_names

    def often(self, word: str) -> bool:
        """A word that stands in running text: `everyday` without the words that only a dictionary has."""
        return self.everyday(word) and word not in self.seldom

    def clear_first(self, word: str) -> bool:
        """A first name that is no everyday word and no place."""
        return word in self.first and not self.everyday(word) and word not in self.places

    def clear_last(self, word: str) -> bool:
        """A surname that is no everyday word, no place, no nationality."""
        return word in self.last and not (self.everyday(word) or word in self.places or self.nation(word))

    def name(self, word: str) -> bool:
        """In a list of names, everyday word or not; words like "is" never."""
        return (word in self.first or word in self.last) and word not in self.function_words

    def place(self, word: str) -> bool:
        """A town, country or neighbourhood."""
        return word in self.places

    def nation(self, word: str) -> bool:
        """The beginning of a nationality, language or religion."""
        return bool(_NATIONS.match(word)) and word not in self.first

    def first_and_last_joined(self, piece: str) -> bool:
        """ "janjansen", "fatimaelidrissi": a first name and a surname written together."""
        if self.everyday(piece):
            return False
        ways = ((piece[:cut], piece[cut:]) for cut in range(3, len(piece) - 2))
        return any(first in self.first and {last, _PARTICLE_IN_FRONT.sub("", last)} & self.last for first, last in ways)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lists, read once per process."""
    by_hand: dict[str, Any] = yaml.safe_load((LISTS / "words_by_hand.yml").read_text(encoding="utf-8"))
    return Lexicon(
        first=frozenset(_read("first_names.txt")),
        last=frozenset(_read("last_names.txt")),
        common=frozenset(_read("common_words.txt")),
        seldom=frozenset(_read("more_words.txt")),
        places=frozenset(_read("places.txt")),
        **{key: frozenset(block.split()) for key, block in by_hand.items()},
    )


def _read(name: str) -> list[str]:
    return (LISTS / name).read_text(encoding="utf-8").splitlines()
