"""A small language for clues: words and concepts in their order.

`IK .. WIL . DOOD` reads: somebody says I, at most two words later a word of wanting, at most one word later one of dying.
UPPER case is a concept (components.crisis.lexicon), lower case a word (`*` stands for any ending), `|` is or, each dot is
a word that may stand between, `[...]` may be left out, `!...` must not come next, `^` and `$` are the message's ends.
"""

import re
from typing import Dict, FrozenSet, Iterator, List, Optional, Pattern, Sequence, Tuple

_EDGES = {"^": "(?<=^ )", "$": "$"}
_NOT_SURE = "^$.[!"
_COMMON = frozenset({"IK", "MIJ", "HIJ", "NIET", "WIL", "MEER", "GAAN", "FAMILIE", "een", "het", "is", "in", "op"})


def tagged(words: Sequence[str], names: Sequence[Optional[str]]) -> str:
    """The text that compiled clues are looked for in: ` word~CONCEPT word~ `."""
    return " " + "".join(f"{word}~{name or ''} " for word, name in zip(words, names))


def compiled(clue: str) -> Pattern[str]:
    """The regular expression for `tagged` text that a clue stands for."""
    return re.compile("(?<= )" + pattern_of(clue))


def pattern_of(clue: str) -> str:
    """The same as text, to be put together with others; it begins at the beginning of a word."""
    return "".join(_part(part) for part in clue.split())


def needed(clue: str) -> Tuple[FrozenSet[str], ...]:
    """Sets of words and concepts of which one each must be there for the clue to fit: a cheap look before the search."""
    sets = (frozenset(part.split("|")) for part in clue.split() if part[0] not in _NOT_SURE)
    return tuple(choices for choices in sets if not any("*" in choice for choice in choices))


class Patterns:
    """Many clues, compiled once; only those of which a word or concept is there are looked for."""

    def __init__(self, clues: Sequence[str]) -> None:
        self._clues = [(compiled(clue), needed(clue)) for clue in clues]
        self._always: List[int] = []
        self._by_token: Dict[str, List[int]] = {}
        for number, (_, need) in enumerate(self._clues):
            if not need:
                self._always.append(number)
            for token in min(need, key=_commonness, default=()):
                self._by_token.setdefault(token, []).append(number)

    def fitting(self, words: Sequence[str], names: Sequence[Optional[str]]) -> Iterator[int]:
        """Numbers of the clues that fit, in their order, for the words of a message and their concepts."""
        present, text = {*names, *words}, tagged(words, names)
        numbers = {number for token in present for number in self._by_token.get(token or "", ())}
        for number in sorted(numbers.union(self._always)):
            pattern, need = self._clues[number]
            if not any(choices.isdisjoint(present) for choices in need) and pattern.search(text):
                yield number


def _commonness(choices: FrozenSet[str]) -> Tuple[bool, int]:
    return not _COMMON.isdisjoint(choices), len(choices)


def _part(part: str) -> str:
    if part in _EDGES:
        return _EDGES[part]
    if not part.strip("."):
        return rf"(?:\S+ ){{0,{len(part)}}}"
    if part[0] == "[":
        return f"(?:{_part(part[1:-1])})?"
    if part[0] == "!":
        return f"(?!{_part(part[1:])})"
    return "(?:" + "|".join(_choices(part.split("|"))) + ") "


def _choices(choices: Sequence[str]) -> List[str]:
    concepts = [choice for choice in choices if choice.isupper()]
    words = [re.escape(choice).replace(r"\*", r"[^\s~]*") for choice in choices if not choice.isupper()]
    parts = [r"[^\s~]+~(?:" + "|".join(concepts) + ")"] if concepts else []
    return parts + ([r"(?:" + "|".join(words) + r")~\S*"] if words else [])
