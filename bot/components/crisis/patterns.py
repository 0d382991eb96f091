"""A small language for clues: words and concepts in their order.

`IK .. WIL . DOOD` reads: somebody says I, at most two words later a word of wanting, at most one word later one of dying.
UPPER case is a concept (components.crisis.lexicon), lower case a word (`*` stands for any ending), `|` is or, each dot is
a word that may stand between, `[...]` may be left out, `!...` must not come next, `^` and `$` are the message's ends.
"""

import re
from typing import List, Optional, Pattern, Sequence, Tuple

_EDGES = {"^": "(?<=^ )", "$": "$"}


def tagged(words: Sequence[str], names: Sequence[Optional[str]]) -> str:
    """The text that compiled clues are looked for in: ` word~CONCEPT word~ `."""
    return " " + "".join(f"{word}~{name or ''} " for word, name in zip(words, names))


def compiled(clue: str) -> Pattern[str]:
    """The regular expression for `tagged` text that a clue stands for."""
    return re.compile("(?<= )" + "".join(_part(part) for part in clue.split()))


def needed(clue: str) -> Tuple[str, ...]:
    """Concepts of which one must be there for the clue to fit; empty when the clue names none for sure."""
    for part in clue.split():
        choices = part.split("|")
        if all(choice.isalpha() and choice.isupper() for choice in choices):
            return tuple(choices)
    return ()


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
