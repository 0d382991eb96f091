"""What a turn means to a form: an answer, something about the questions themselves, or something else entirely.

Words first (`words/controls.yml`, exact), then the classifier (short texts only). Stopping deletes everything, so a
text that only may mean it is asked about.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum, auto
from functools import cache

from actions.forms.facts.told import told_in
from actions.forms.facts.words import bare, between_words, plain, word_list
from actions.forms.turn import Turn

CRISIS = ("hulp_crisis", "hulp_crisis_gevaar", "hulp_crisis_onveilig")
PERSON = "hulp_medewerker"
LONGEST_CONTROL = 8  # words
LONGEST_QUESTION = 25


class Meaning(StrEnum):
    """What to do with a turn."""

    ANSWER = auto()
    STOP = auto()
    MAYBE_STOP = auto()
    SKIP = auto()
    SKIP_REST = auto()
    BACK = auto()
    WHY = auto()
    SEND = auto()
    CHANGE = auto()
    RESUME = auto()
    QUESTION = auto()
    ELSEWHERE = auto()


BY_INTENT = {
    "stop": Meaning.STOP,
    "skip": Meaning.SKIP,
    "back": Meaning.BACK,
    "restart": Meaning.MAYBE_STOP,
    "melding_stoppen": Meaning.STOP,
    "melding_overslaan": Meaning.SKIP,
    "melding_rest_overslaan": Meaning.SKIP_REST,
    "melding_terug": Meaning.BACK,
    "melding_waarom": Meaning.WHY,
    "melding_versturen": Meaning.SEND,
    "melding_wijzigen": Meaning.CHANGE,
    "melding_verder": Meaning.RESUME,
    "melding_beginnen": Meaning.RESUME,
    "melding_antwoord": Meaning.ANSWER,
    "melding_volgen": Meaning.RESUME,
    "volgen_antwoord": Meaning.ANSWER,
    "volgen_terugschrijven": Meaning.ANSWER,
    "volgen_intrekken": Meaning.ANSWER,
    "volgen_klaar": Meaning.STOP,
}
# Most harmful to miss first. "klopt niet" before "klopt".
BY_WORDS = ("stop", "skip_rest", "skip", "back", "why", "change", "send")


def meaning_of(turn: Turn, *, knows: Callable[[str], bool], free_text: bool) -> Meaning:
    """Read a turn. `knows`: whether an article answers an intent; `free_text`: whether a story is asked for."""
    if turn.intent in CRISIS:
        return Meaning.ELSEWHERE
    if turn.pressed:
        return BY_INTENT.get(turn.intent) or (Meaning.QUESTION if knows(turn.intent) else Meaning.ELSEWHERE)
    if said := _by_words(turn.text):
        return said
    if turn.intent == PERSON and _is_short(turn.text):
        return Meaning.ELSEWHERE
    if knows(turn.intent) and is_question(turn.text):
        return Meaning.QUESTION
    return _by_intent(turn, free_text=free_text)


def says_stop(text: str) -> bool:
    """Whether a text is a command to stop in a word that says so; "niet meer" may mean another end."""
    said = _by_words(text) is Meaning.STOP
    return said and any(word in bare(text) for word in word_list("controls")["stop_words"])


def is_question(text: str) -> bool:
    """Whether a text has the form of a question."""
    said = plain(text)
    if len(said.split()) > LONGEST_QUESTION:
        return False
    starts = tuple(f"{word} " for word in word_list("controls")["question_starts"])
    return said.endswith("?") or said.startswith(starts)


def _by_words(text: str) -> Meaning | None:
    for said in (bare(text), _without_fillers(text)):
        for name in BY_WORDS:
            if said in _phrases(name):
                return Meaning(name)
    return None


def _by_intent(turn: Turn, *, free_text: bool) -> Meaning:
    """ "Vorige maand" sounds like going back, but it tells something."""
    meaning = BY_INTENT.get(turn.intent, Meaning.ANSWER)
    if told_in(turn.text, datetime.now(UTC).date()).fields and meaning is not Meaning.STOP:
        return Meaning.ANSWER
    if meaning in (Meaning.ANSWER, Meaning.RESUME) or not _is_short(turn.text):
        return Meaning.ANSWER if meaning is not Meaning.RESUME or free_text else meaning
    if meaning is Meaning.STOP and _tells_a_story(turn.text):
        return Meaning.MAYBE_STOP
    if free_text and meaning in (Meaning.SEND, Meaning.CHANGE):
        return Meaning.ANSWER
    return meaning


def _is_short(text: str) -> bool:
    return len(text.split()) <= LONGEST_CONTROL


def _tells_a_story(text: str) -> bool:
    return bool(between_words(word_list("controls")["story_words"]).search(plain(text)))


@cache
def _phrases(name: str) -> frozenset[str]:
    return frozenset(bare(phrase) for phrase in word_list("controls")[name])


@cache
def _fillers() -> re.Pattern[str]:
    return between_words(word_list("controls")["fillers"])


def _without_fillers(text: str) -> str:
    return " ".join(_fillers().sub(" ", bare(text)).split())
