"""Town and company, only when they are named as such."""

import re
from functools import cache

from actions.forms.facts.words import between_words, plain, word_list
from desk.intake.masking.names.lexicon import LISTS

AFTER = re.compile(r"(?:\b(?:in|uit|te|naar|vestiging)\s+)((?:[\w'’.-]+\s*){1,3})", re.IGNORECASE)
NAME = r"[A-ZÀ-Ý][\w&'’.-]*"
WRITTEN = re.compile(rf"\b[Bb]ij (?:de |het |een )?({NAME}(?:\s+(?:&|en|van|de|der|den|{NAME}))*)")
LAST_SMALL = re.compile(r"(?:\s+(?:&|en|van|de|der|den|in))+$")


@cache
def _towns() -> dict[str, str]:
    """All places by their lower-case name; those of the region with their own capitals."""
    names = (LISTS / "places.txt").read_text(encoding="utf-8").split("\n")
    near = (LISTS / "places_by_hand.txt").read_text(encoding="utf-8").split("\n")
    towns = {name.strip().lower(): _capital(name.strip()) for name in names if name.strip()}
    return towns | {name.strip().lower(): name.strip() for name in near if name.strip()}


@cache
def _words_too() -> frozenset[str]:
    """Everyday words that are also a place; only a capital makes them one. Places of the region always are."""
    common = (LISTS / "common_words.txt").read_text(encoding="utf-8").split("\n")
    near = (LISTS / "places_by_hand.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(word.strip().lower() for word in common) - {name.strip().lower() for name in near}


def town_in(text: str) -> str | None:
    """The town after "in", "uit" or "te", or a text that is a town and nothing more."""
    alone = _towns().get(plain(text).strip(" .!"))
    if alone:
        return alone
    for match in AFTER.finditer(text):
        words = match[1].split()
        for length in range(len(words), 0, -1):
            said = " ".join(words[:length]).strip(" .,!?;:")
            town = _towns().get(plain(said))
            if town and (said[0].isupper() or plain(said) not in _words_too()):
                return town
    return None


def company_in(text: str) -> str | None:
    """The company after "bij": by its capitals, or by a last word as companies have."""
    for match in WRITTEN.finditer(text):
        name = LAST_SMALL.sub("", match[1]).strip(" .,'’")
        if plain(name).split()[0] not in _never() and plain(name) not in _towns():
            return name
    small = _small().search(plain(text))
    return _capitals(small[1]) if small and small[1].split()[0] not in _never() else None


@cache
def _small() -> re.Pattern[str]:
    endings = between_words(word_list("companies")["endings"]).pattern
    return re.compile(rf"\bbij (?:de |het |een )?((?:[\w'-]+ ){{1,2}}{endings})")


@cache
def _never() -> frozenset[str]:
    return frozenset(word_list("companies")["never"])


def _capitals(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def _capital(name: str) -> str:
    return "-".join(_capitals(part) for part in name.split("-"))
