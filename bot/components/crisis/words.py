"""From a message to words in one spelling: chat abbreviations, emoji, words glued together, sentences, stretches.

`components.dutch.normalise` does the general part; what stands here is only needed to hear a cry for help.
"""

import re
from typing import Dict, List, Sequence, Tuple

from components.crisis.disguise import uncover
from components.crisis.english import translate
from components.dutch import normalise

EMOJI: Dict[str, str] = {
    "😂🤣😆😅😹": " emolach ",
    "💀☠": " emodood ",
    "😭😢😞😔🥺💔": " emohuil ",
    "🔪🔫🗡": " emowapen ",
    "🩸": " bloed ",
}
_EMOJI = {ord(sign): word for signs, word in EMOJI.items() for sign in signs}
LONGEST_WHOLE = 40
STRETCH = 12
STEP = 6
SHORTEST_SENTENCE = 2
_END = re.compile(r"[.!?\n;]+\s*")
_APOSTROPHE = re.compile(r"(?<=\w)['’´`](?=\w)")
_GLUED = re.compile(
    r"^(ik|kheb|k|kwil|ikwil|wil|hij|ze|zij)(wil|heb|ben|ga|sta|word|snij|denk|dood|niet|nie|haat|zie|zit|slaat|komt|stond)$"
)

ABBREVIATIONS: Dict[str, str] = {
    short: long
    for long, shorts in {
        "ik": "k ikke ikk",
        "mij": "mijn mn me mien mjn mijne",
        "niet": "nie nt nit neit",
        "niet meer": "nimeer nietmeer niemeer nimmer nooitmeer",
        "meer": "mr meeer mer",
        "echt": "egt ech eggt ect",
        "een": "n ne 1 één eentje",
        "het": "t et 't",
        "er": "der dr 'r",
        "dat": "da dt",
        "wat": "wa",
        "met": "mt",
        "maar": "mar",
        "gewoon": "gwn gewn gwoon gewon gwoon",
        "waarom": "wrm waarm",
        "iemand": "iem iemant iemnd imand",
        "niemand": "niemant nimand niemnd",
        "iets": "ies its",
        "niks": "nks niets nix",
        "alles": "alls",
        "altijd": "altyd altjd",
        "vandaag": "vndaag",
        "morgen": "mrgn morge",
        "weer": "wr",
        "denk": "dnk",
        "heb": "hb hep heeb kheb",
        "wil": "wi wilt wl wille kwil wilik",
        "wil niet": "wilnie wilniet",
        "ben": "bn bne",
        "geen": "gen gn gin",
        "zelf": "zlf zelluf",
        "mezelf": "mijzelf mijnzelf mezlef mezelluf mijself mezelve menzelf mzelf",
        "zichzelf": "zigzelf zichself zezelf",
        "leven": "leve levn lveen leeve leefen",
        "vriend": "vrient frient",
        "vriendin": "vriedin vrindin",
        "moet": "moe mot moetn",
        "gedachten": "gedachtes gedagte gedachtn gedachte gedagtes",
        "zijn": "zyn zn z'n",
        "haar": "hr",
        "naar": "nr naa",
        "huis": "huys",
        "bang": "bamg bng",
        "hou": "houd",
        "anders": "anderss",
    }.items()
    for short in shorts.split()
}


def split(text: str) -> List[str]:
    """Words of a message in one spelling, without punctuation, lower case."""
    plain = normalise(uncover(_APOSTROPHE.sub("", text.translate(_EMOJI))))
    return translate([word for raw in plain.split() for word in _regular(raw)])


def _regular(raw: str) -> List[str]:
    glued = _GLUED.match(raw)
    parts = list(glued.groups()) if glued else [raw]
    return [piece for part in parts for piece in ABBREVIATIONS.get(part, part).split()]


def sentences(text: str) -> List[List[str]]:
    """Words per sentence that says something, none of a single one; each is translated on its own, for who mixes languages."""
    told = [sentence for sentence in _END.split(text) if sentence]
    found = [split(sentence) for sentence in told] if len(told) > 1 else []
    return [words for words in found if len(words) >= SHORTEST_SENTENCE]


def parts(text: str) -> Tuple[List[str], List[Sequence[str]]]:
    """All words, and what is judged apart: of a longer message overlapping stretches, and its single sentences."""
    words = split(text)
    apart: List[Sequence[str]] = []
    if len(words) > STRETCH:
        apart += [words[start : start + STRETCH] for start in range(0, len(words) - STEP, STEP)]
    return words, [*apart, *sentences(text)]
