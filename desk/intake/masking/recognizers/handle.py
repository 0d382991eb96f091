"""Account names: @someone, and what follows "mijn snap is"."""

import re
from collections.abc import Iterator

from presidio_analyzer.nlp_engine import NlpArtifacts

from desk.intake.masking.masked import Kind
from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_AT = re.compile(r"(?<![\w.@])@\s?([a-z0-9_](?:[\w.]{1,29}))")
_PLATFORM = (
    r"(?:snap(?:chat)?|sc|insta(?:gram)?|ig|tik\s?tok|tt|discord|telegram|facebook|fb|twitter|twitch|steam|reddit|linkedin|"
    r"youtube|yt|playstation|psn|xbox|roblox|fortnite|minecraft|bereal|threads|vinted|gamertag|signal)"
)
_ACCOUNT = r"(?:gebruikersnaam|username|user\s?name|user|account(?:naam)?|nick(?:name)?|handle|profiel(?:naam)?|tag|naam|id|acc)"
_IS = r"(?:is|heet|heten|=|:|-|→|->|was)"
_NAME = r"@?([a-z0-9_][\w.\-]{1,29})"
_AFTER_PLATFORM = re.compile(
    rf"\b(?:{_PLATFORM}(?:[\s-]*{_ACCOUNT})?|gebruikersnaam|username|gamertag)\b\s*(?:van (?:mij|hem|haar)\s*)?({_IS})\s*"
    rf"(?:gewoon |dus |nu )?{_NAME}"
)
_HEET_OP = re.compile(
    rf"\b(?:op|via)\s+{_PLATFORM}\s+(?:heet|ben|is|sta|noem|zit|gebruik)\s+(?:ik|hij|ze|zij|het|mezelf)?\s*(?:bekend als|onder|als|met)?\s*{_NAME}"
)
_LOOSE_AFTER = re.compile(rf"\b(?:{_PLATFORM}|gebruikersnaam|username|gamertag)(?:[\s-]*{_ACCOUNT})?\s+(?:via\s+|onder\s+)?{_NAME}")
_LOOSE_BEFORE = re.compile(rf"(?<![\w@.]){_NAME}\s+(?:op|on|via|bij|in|,|\()\s*(?:mijn\s+|de\s+)?{_PLATFORM}\b")
_ADD = re.compile(rf"\b(?:volg|add|voeg|zoek|dm)\s+(?:me|mij|ff|even|maar|hem|haar|\s)*(?:op|via)?\s*(?:{_PLATFORM})?\s*:?\s+{_NAME}")
_DISCORD = re.compile(r"(?<!\w)([a-z0-9][\w.]{1,31}#\d{4})(?!\d)")
_UNDERSCORED = re.compile(r"(?<![\w@./-])(_*[a-z0-9]+(?:[._]+[a-z0-9]+)*_+[a-z0-9._]*)(?![\w@/-])")
_PLAIN = set("prive privé privee private openbaar leuk stom weg leeg gehackt geblokkeerd kwijt dood saai hetzelfde toch niet".split())


class HandleRecognizer(DutchRecognizer):
    """Account names on social media and in games."""

    kind = Kind.HANDLE

    def find(self, reading: Reading, artifacts: NlpArtifacts | None) -> Iterator[Found]:
        """With an at sign, after or before the platform's name, and names with underscores."""
        text = reading.folded
        for match in _AT.finditer(text):
            name = match[1].rstrip(".")
            if not lexicon().everyday(name) or reading.said_near(re.compile(_PLATFORM), match.start(), match.end()):
                yield Found(match.start(), match.start(1) + len(name), CERTAIN)
        for match in (*_AFTER_PLATFORM.finditer(text), *_HEET_OP.finditer(text)):
            if _could_be(match[match.lastindex or 1]) or match[1] in {":", "="}:
                yield _found(match, CERTAIN)
        for pattern in (_LOOSE_AFTER, _LOOSE_BEFORE, _ADD, _UNDERSCORED, _DISCORD):
            for match in pattern.finditer(text):
                if _looks_made_up(match[1]):
                    yield _found(match, LIKELY)


def _found(match: re.Match[str], score: float) -> Found:
    group = match.lastindex or 0
    name = match[group].rstrip(".-")
    start = match.start(group)
    if match.string[start - 1 : start] == "@":
        start -= 1
    return Found(start, match.start(group) + len(name), score)


def _could_be(name: str) -> bool:
    """Anything but an everyday word ("mijn insta is leuk")."""
    return len(name) > 2 and name not in _PLAIN and not lexicon().everyday(name.rstrip(".-"))


def _looks_made_up(name: str) -> bool:
    """Letters with digits, underscores or dots inside, as people make account names; no number, date or time."""
    plain = name.strip(".-")
    if len(plain) < 3 or not re.search(r"[^\W\d_]{2}", plain):
        return False
    if re.search(r"[_#]", plain):
        return not _only_everyday(plain)
    return bool(re.search(r"[^\W\d_]\d|\d[^\W\d_]{2,}|[^\W\d_]\.[^\W\d_]", plain)) and not _only_everyday(plain)


def _only_everyday(name: str) -> bool:
    parts = re.findall(r"[^\W\d_]+", name)
    has_digits = bool(re.search(r"\d", name))
    known = lexicon()
    return all(known.everyday(part) or len(part) < 2 for part in parts) and not has_digits
