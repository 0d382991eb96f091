"""Numbers written as words: "nul zes twaalf vierendertig" reads as "0 6 12 34", with the way back to the original."""

import re
from dataclasses import dataclass
from itertools import product

from desk.intake.masking.folding import fold

_SMALL = dict(
    nul=0, zero=0, een=1, twee=2, drie=3, vier=4, vijf=5, zes=6, zeven=7, acht=8, negen=9, tien=10, elf=11, twaalf=12,
    dertien=13, veertien=14, vijftien=15, zestien=16, zeventien=17, achttien=18, negentien=19,
)  # fmt: skip
_TENS = dict(twintig=20, dertig=30, veertig=40, vijftig=50, zestig=60, zeventig=70, tachtig=80, negentig=90)
_ENGLISH = dict(
    one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, twenty=20, thirty=30, forty=40, fifty=50,
    sixty=60, seventy=70, eighty=80, ninety=90,
)  # fmt: skip
_ORDINALS = dict(
    eerste=1, tweede=2, derde=3, vierde=4, vijfde=5, zesde=6, zevende=7, achtste=8, negende=9, tiende=10, elfde=11,
    twaalfde=12, dertiende=13, veertiende=14, vijftiende=15, zestiende=16, zeventiende=17, achttiende=18,
    negentiende=19, twintigste=20, dertigste=30,
)  # fmt: skip


def _below_hundred() -> dict[str, int]:
    numbers = {**_SMALL, **_TENS}
    for (unit, one), (tens, ten) in product(list(_SMALL.items())[2:11], _TENS.items()):
        for link in ("en", "n", " en "):
            numbers[f"{unit}{link}{tens}"] = ten + one
    return numbers


def _numbers() -> dict[str, int]:
    numbers = _below_hundred()
    years: dict[str, int] = {}
    for word, value in numbers.items():
        if 0 < value < 100 and " " not in word:
            years |= {f"tweeduizend{word}": 2000 + value, f"tweeduizend {word}": 2000 + value}
            years |= {f"tweeduizenden{word}": 2000 + value, f"negentienhonderd{word}": 1900 + value}
            years |= {f"tweeduizend en {word}": 2000 + value}
            years |= {f"negentien{word}": 1900 + value} if value > 30 else {}
    numbers |= years | {"tweeduizend": 2000, "honderd": 100}
    numbers |= _ENGLISH | _ORDINALS
    numbers |= {f"{word}twintigste": 20 + value for word, value in _SMALL.items() if 0 < value < 10}
    numbers |= {f"{word}entwintigste": 20 + value for word, value in _SMALL.items() if 0 < value < 10}
    return numbers | {"eenendertigste": 31}


NUMBERS = _numbers()
_WORD = re.compile(
    r"(?<![^\W\d_])(?:(dubbel(?:e)? )?(" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + r"))(?![^\W\d_])"
)
_GLUED = re.compile(r"(?<![^\W_])(?:nul-?zes|nul6|0zes)(?![^\W\d_])")
_LETTER_FOR_ZERO = re.compile(r"(?<![^\W_])[oO](?=[ .-]?(?:6|zes)(?![^\W\d_]))")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The text with digits for number words; `starts` and `ends` give the original offsets of each character."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in this text as offsets in the original."""
        return self.starts[start], self.ends[end - 1]


def spoken(text: str) -> Spoken:
    """Read the number words of `text` as digits; everything else stays as it is, folded."""
    folded = fold(text)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    position = 0
    for match in _number_words(folded):
        pieces.append(folded[position : match.start()])
        starts += range(position, match.start())
        ends += range(position + 1, match.start() + 1)
        digits = _digits(match)
        pieces.append(digits)
        starts += [match.start()] * len(digits)
        ends += [match.end()] * len(digits)
        position = match.end()
    pieces.append(folded[position:])
    starts += range(position, len(folded))
    ends += range(position + 1, len(folded) + 1)
    return Spoken("".join(pieces), tuple(starts), tuple(ends))


def _number_words(folded: str) -> list[re.Match[str]]:
    """What is to be read as digits, in order; "nulzes" before "nul"."""
    found = [match for pattern in (_GLUED, _WORD, _LETTER_FOR_ZERO) for match in pattern.finditer(folded)]
    ordered = sorted(found, key=lambda match: (match.start(), -match.end()))
    return [match for index, match in enumerate(ordered) if all(match.start() >= o.end() for o in ordered[:index])]


def _digits(match: re.Match[str]) -> str:
    if match.re is _GLUED:
        return "06"
    if match.re is _LETTER_FOR_ZERO:
        return "0"
    digits = str(NUMBERS[match[2]])
    return digits * 2 if match[1] else digits
