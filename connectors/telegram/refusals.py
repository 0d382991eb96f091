"""No report on Telegram: which turns are answered with a link and then forgotten.

The assistant is asked first, because a cry for help may stand in any message; its answer, or the words themselves, tell
that this is a report. Better refused once too often than kept once.
"""

import re

from connectors.conversations.message import Draft
from connectors.conversations.turns import Refusal
from connectors.telegram.texts import not_here, story_elsewhere, told_by_assistant

REPORT_ARTICLES = frozenset({"discriminatie/melden"})
AREA = "discriminatie/"

DISCRIMINATION = re.compile(
    r"discrimin|racis|\bhoofddoek|\bhijab|huidskleur|donkere huid|\bafkomst|achternaam|buitenlands|allochto|"
    r"marokkaan|marokkan|turks|surina|antilli|islam|moslim|\bzwarte?\b|\bgeloof|\bhomo\b|\bgay\b|lesbi|transgender|"
    r"\btrans\b|handicap|beperking|rolstoel|\bautis|zwanger|seksis|vrouwonvriendelijk|uitgescholden|\bapen?\b",
    re.IGNORECASE,
)
TO_REPORT = re.compile(
    r"\b(?:ge|aan)?meld(?:en|ing|t)?\b|\bmeldpunt|\baangifte|\baangeven\b|\bdoorgeven\b|\brapporteren\b|"
    r"\bklacht|\baankaarten\b|\baan de bel\b|\bindienen\b|\breport",
    re.IGNORECASE,
)
MAKE_A_REPORT = re.compile(
    r"\b(?:melding|klacht|aangifte|verslag) (?:doen|maken|indienen|starten|invullen|van maken|over)|"
    r"\b(?:doe|maak|start|begin|open)\w* (?:\w+ ){0,3}melding\b|"
    r"\bwil (?:\w+ ){0,4}(?:melden|melding)\b(?! dat ik (?:ziek|te laat))",
    re.IGNORECASE,
)
SICK = re.compile(r"\bziek(?:melden|melding)?\b|\bte laat\b|\baf(?:melden|wezig)", re.IGNORECASE)
PERSON = re.compile(
    r"\b(?:ik|mij|me|mijn|m'n|mn|wij|we|ons|onze|hij|zij|ze|haar|hem|iemand|jongen|meisje|my|i)\b", re.IGNORECASE
)
HAPPENED = re.compile(
    r"\b(?:zei(?:den)?|gezegd|werd(?:en)?|geworden|mocht(?:en)?|geweigerd|weiger\w*|afgewezen|afgezegd|uitgescholden|"
    r"uitgelachen|gepest|noem(?:t|de|den|en)|genoemd|scheld\w*|gediscrimineerd|discrimineert|kreeg|wilde(?:n)?|"
    r"wou(?:den)?|maakte(?:n)?|moest(?:en)?|stuurde(?:n)?|weggestuurd|ontslagen|behandeld|behandelt|vroeg(?:en)?|"
    r"was|waren|deed|deden|gebeurd|told|said|refused)\b",
    re.IGNORECASE,
)
QUESTION = re.compile(
    r"^\W*(?:wat|hoe|waar|wie|welke?|wanneer|waarom|mag|moet|kan|is|zijn|bestaat|geldt|heb|wil je|kun je)\b"
    r"[^.!]*\?*\s*$",
    re.IGNORECASE,
)
LONG_STORY = 25


def refuse_reports(website: str) -> Refusal:
    """Refuse what is, or would become, a report; everything else is kept."""

    def refuse(user: Draft, answer: list[Draft]) -> list[Draft] | None:
        if _is_crisis(answer) or _reaches_a_person(answer):
            return None
        if own := [draft for draft in answer if _is_refusal(draft)]:
            return [told_by_assistant(draft) for draft in own]
        if starts_report(user.text) or any(_leads_to_report(draft) for draft in answer):
            return [not_here(website)]
        about = any((draft.article or "").startswith(AREA) for draft in answer)
        return [story_elsewhere(website)] if tells_story(user.text, about=about) else None

    return refuse


def refuse_all(website: str) -> Refusal:
    """Refuse whatever stands behind /melding, unless it is a cry for help or a person has the conversation."""

    def refuse(_user: Draft, answer: list[Draft]) -> list[Draft] | None:
        return None if _is_crisis(answer) or _reaches_a_person(answer) else [not_here(website)]

    return refuse


def starts_report(text: str) -> bool:
    """Return whether the words ask to make a report of discrimination."""
    if SICK.search(text) and not DISCRIMINATION.search(text):
        return False
    return bool(MAKE_A_REPORT.search(text) or (TO_REPORT.search(text) and DISCRIMINATION.search(text)))


def tells_story(text: str, *, about: bool) -> bool:
    """Return whether someone tells what happened; `about`: the assistant took it for discrimination."""
    if not (about or DISCRIMINATION.search(text)) or not PERSON.search(text):
        return False
    if QUESTION.match(text):
        return False
    return bool(HAPPENED.search(text)) or len(text.split()) >= LONG_STORY


def _is_refusal(draft: Draft) -> bool:
    """Whether the assistant itself refuses: a report or a code of one, because this is Telegram."""
    return draft.kind == "report" and draft.keep == "nothing" and "Telegram" in draft.text


def _reaches_a_person(answer: list[Draft]) -> bool:
    """Whether a counsellor has the conversation: silence or a word about waiting, never what the assistant thinks."""
    return not answer or any(draft.escalated for draft in answer)


def _leads_to_report(draft: Draft) -> bool:
    return draft.kind == "report" or draft.article in REPORT_ARTICLES


def _is_crisis(answer: list[Draft]) -> bool:
    return any(draft.kind == "crisis" for draft in answer)
