"""Account names: @someone, and what follows "mijn snap is"."""

import re
from collections.abc import Iterator

from desk.intake.masking.masked import Kind
from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.patterns import one_of, words_of
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_PLATFORM = one_of("""
    snap snapchat sc insta instagram ig tiktok tik_tok tt discord telegram facebook fb twitter twitch steam reddit
    linkedin youtube yt playstation psn xbox roblox fortnite minecraft bereal threads vinted gamertag signal
""")
_ACCOUNT = one_of("""
    gebruikersnaam username user_name user account accountnaam nick nickname handle profiel profielnaam tag naam id acc
""")
_SUBJECT = rf"(?:{_PLATFORM}(?:[\s-]{{1,2}}{_ACCOUNT}|{_ACCOUNT})?|gebruikersnaam|username|gamertag)"
_NAME = r"@?([a-z0-9_][\w.\-]{1,29})"
_IS = r"(?:is|heet|heten|=|:|-|→|->|was)"
_AT = re.compile(r"(?<![\w.@])@\s?([a-z0-9_][\w.]{1,29})")
_IS_CALLED = re.compile(
    rf"\b{_SUBJECT}\s{{0,2}}(?:van (?:mij|hem|haar)\s)?({_IS})\s{{0,2}}(?:gewoon |dus |nu )?{_NAME}"
)
_CALLED_THERE = re.compile(
    rf"\b(?:op|via)\s{_PLATFORM}\s(?:heet|ben|is|sta|noem|zit|gebruik)\s(?:(?:ik|hij|ze|zij|het)\s)?"
    rf"(?:bekend als\s|onder\s|als\s|met\s)?{_NAME}"
)
_BESIDE = (
    re.compile(rf"\b{_SUBJECT}\s{{1,2}}(?:via\s|onder\s)?{_NAME}"),
    re.compile(rf"(?<![\w@.]){_NAME}\s?(?:\s(?:op|on|via|bij|in)|,|\()\s?(?:mijn\s|de\s)?{_PLATFORM}\b"),
    re.compile(
        rf"\b(?:volg|add|voeg|zoek|dm)(?:\s(?:me|mij|ff|even|maar|hem|haar)){{0,3}}(?:\s(?:op|via))?(?:\s{_PLATFORM})?(?:\snaar)?\s?:?\s{_NAME}"
    ),
    re.compile(r"(?<![\w@./-])(_{0,3}[a-z0-9]{1,30}(?:[._]{1,3}[a-z0-9]{1,30}){0,4}_[a-z0-9._]{0,20})(?![\w@/-])"),
    re.compile(r"(?<!\w)([a-z0-9][\w.]{1,31}#\d{4})(?!\d)"),
)
_NEAR_PLATFORM = re.compile(rf"\b{_PLATFORM}\b")
_SAID_OF_ACCOUNTS = words_of(
    "prive private openbaar leuk stom weg leeg gehackt geblokkeerd kwijt dood saai hetzelfde toch niet"
)


class HandleRecognizer(DutchRecognizer):
    """Account names on social media and in games."""

    kind = Kind.HANDLE

    def find(self, reading: Reading) -> Iterator[Found]:
        """With an at sign, after or before the platform's name, and names with underscores."""
        text = reading.folded
        yield from _with_at_sign(reading)
        for match in _IS_CALLED.finditer(text):
            if _could_be(match[2]) or match[1] in {":", "="}:
                yield _found(match, 2, CERTAIN)
        called = (match for match in _CALLED_THERE.finditer(text) if _could_be(match[1]))
        yield from (_found(match, 1, CERTAIN) for match in called)
        beside = (match for pattern in _BESIDE for match in pattern.finditer(text))
        yield from (_found(match, 1, LIKELY) for match in beside if _looks_made_up(match[1]))


def _with_at_sign(reading: Reading) -> Iterator[Found]:
    """ "@someone"; not "@school", unless a platform is named."""
    for match in _AT.finditer(reading.folded):
        name = match[1].rstrip(".")
        if not lexicon().everyday(name) or reading.said_near(_NEAR_PLATFORM, match.start(), match.end()):
            yield Found(match.start(), match.start(1) + len(name), CERTAIN)


def _found(match: re.Match[str], group: int, score: float) -> Found:
    start = match.start(group)
    end = start + len(match[group].rstrip(".-"))
    return Found(start - (match.string[start - 1 : start] == "@"), end, score)


def _could_be(name: str) -> bool:
    """Anything but an everyday word ("mijn insta is leuk")."""
    plain = name.rstrip(".-")
    return len(plain) > 2 and plain not in _SAID_OF_ACCOUNTS and not lexicon().everyday(plain)


def _looks_made_up(name: str) -> bool:
    """Letters with digits, underscores or dots inside, as people make account names; no number, date or time."""
    plain = name.strip(".-")
    if len(plain) < 3 or not re.search(r"[^\W\d_]{2}", plain) or _only_everyday(plain):
        return False
    return bool(re.search(r"[_#]|[^\W\d_]\d|\d[^\W\d_]{2}|[^\W\d_]\.[^\W\d_]", plain))


def _only_everyday(name: str) -> bool:
    parts = re.findall(r"[^\W\d_]+", name)
    return not re.search(r"\d", name) and all(lexicon().everyday(part) or len(part) < 2 for part in parts)
