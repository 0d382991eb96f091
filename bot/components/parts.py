"""A message in parts: "laat maar, wat is bbl" and "wat is bpv? en krijg ik geld?" hold more than one thing."""

import re
from typing import List, Optional

LONGEST = 400
_END = re.compile(
    r"(?<=[?!.\n;])\s*|,\s+|\s+(?=en (?:ook )?(?:{0})\b)|\s+(?=of (?:{0})\b)".format(
        "wat|waar|wie|hoe|hoeveel|wanneer|waarom|welke|kan|mag|moet|krijg|is er|heb|wnr|wrm|hvl"
    )
)
_LEAD = re.compile(r"^(?:en|of|ook|maar|dan|nog|ow|oh|eh|hoi|hey|hallo|hee|ok|oke|trouwens|eigenlijk|daarnaast)\s+")
_QUESTION = re.compile(
    r"^(?:wat|waar|waarvoor|waarom|wie|hoe|hoeveel|hoelang|wanneer|welke?|kan|kun|mag|moet|krijg|krijgen|is|zijn|heb|"
    r"hebben|bestaat|doen|werkt|ik wil weten|ik zoek|wnr|wrm|hvl|hoevl|wa|w8)\b"
)
_THANKS = re.compile(
    r"^(?:(?:(?:ok|oke|okay|oki|top|fijn|mooi|duidelijk|helder|nice|goed|prima|chill|ah|aha|ja|super|heel|erg|hartelijk|"
    r"bedankt|thnx|thanks|thx|tnx|ty|merci|dankje|dankjewel|dankuwel|dank (?:je|u)(?: ?wel)?)"
    r"(?:\s+(?:hoor|man|bro|zeg|voor (?:de|je|uw) (?:info|uitleg|hulp|antwoord)))*)(?:\s*[,.!;:]\s*|\s+))+"
)
_AND = re.compile(r"^(?:(?:en|maar|dan|nog|ook|dus)\s+)+")


def question_after_thanks(text: str) -> Optional[str]:
    """What is asked after "ok", "bedankt" or "top, maar", when that is all that stands before it; None otherwise."""
    lowered = text[:LONGEST].lower().strip()
    rest = _THANKS.sub("", lowered)
    asked = _AND.sub("", rest)
    is_question = asked != rest or "?" in asked or _QUESTION.match(asked)
    return asked if rest != lowered and is_question and len(asked.split()) > 1 else None


def questions_in(text: str) -> List[str]:
    """The parts that are questions, of a message that has more than one part; an empty list otherwise."""
    parts = [_without_lead(part) for part in _END.split(text[:LONGEST].lower()) if part and part.strip(" .,?!;")]
    if len(parts) < 2:
        return []
    return [part for part in parts if len(part.split()) > 2 and _QUESTION.match(part)]


def _without_lead(part: str) -> str:
    part, before = part.strip(), ""
    while part != before:
        part, before = _LEAD.sub("", part), part
    return part
