"""Level and kind of study."""

import re

from actions.forms.facts.words import plain
from desk.intake.reports import StudyLevel

MBO = re.compile(r"(?<!v)\bmbo[- ]?(?:niveau[- ]?|n)?([1-4])\b|\bniveau[- ]?([1-4])\b")
VMBO = re.compile(r"\bvmbo\b|\bbasisberoeps\w*|\bkaderberoeps\w*|\bvmbo[- ]?(?:b|k|t|g|tl|gl)\b")
OTHER = re.compile(r"\bhbo\b|\bhavo\b|\bvwo\b|\bpraktijkonderwijs\b|\bentree\b")
STUDY = re.compile(
    r"\b(?:opleiding|studie|richting) (?:tot |voor |is |heet |naar )?"
    r"(?!niveau|mbo|vmbo|tot|en\b|op\b)([a-zà-ÿ-]{4,}(?: en [a-zà-ÿ-]{4,})?)"
)
LEVEL_WORDS = re.compile(r"\b(?:v?mbo|niveau|n|ik|doe|zit|op|het|de|in|opleiding|studie|bol|bbl)\b|[0-9,.:;-]")


def level_in(text: str) -> StudyLevel | None:
    """The level that a text names."""
    looked_at = plain(text)
    if match := MBO.search(looked_at):
        return StudyLevel(f"mbo_{match[1] or match[2]}")
    if VMBO.search(looked_at):
        return StudyLevel.VMBO
    if "entree" in looked_at:
        return StudyLevel.MBO_1
    return StudyLevel.OTHER if OTHER.search(looked_at) else None


def study_in(text: str) -> str | None:
    """The kind of study in a sentence that announces it ("opleiding techniek")."""
    match = STUDY.search(plain(text))
    return match[1] if match else None


def rest_without_level(text: str) -> str | None:
    """What an answer to "welk niveau en welke opleiding" says besides the level."""
    rest = " ".join(LEVEL_WORDS.sub(" ", plain(text)).split())
    return rest if len(rest) > 2 else None
