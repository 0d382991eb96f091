"""Street and house number; a street alone only where someone says that they live there."""

import re
from collections.abc import Iterator

from presidio_analyzer.nlp_engine import NlpArtifacts

from desk.intake.masking.masked import Kind
from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.names.streets import CLEAR_STREET, IN_STREET_NAMES, first_word, is_street
from desk.intake.masking.reading import Reading, Word
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found

_STARTERS = frozenset("laan plein weg hof singel kade park straat pad boulevard".split())
_NUMBER = re.compile(
    r"[\s,]{1,2}(?:(?:huis)?(?:nummer|nr)\.?\s?|no\.?\s?)?"
    r"\d{1,4}(?:\s?-?\s?(?:bis(?:\s?a)?|(?:[a-h]|i{1,3}|hs|rd|zw)(?![^\W\d_]))|-\d{1,3}(?!\d))?(?!\w|[.,:]\d|-[^\W\d_])"
)
_UNIT = re.compile(
    r"\s*(?:x\b|keer|keren|maal|uur|uren|dag|week|weken|maand|jaar|jaren|euro|eur\b|km|kilo|meter|m\b|min|mensen|man\b|person|stage|"
    r"student|leerling|plek|procent|%|cm|kg|bedrijven|gesprek|brieven|vacature|e\b|ste\b|klanten|werknemer|medewerker|collega|"
    r"kind|jongens|meisjes|verdieping|halte|tot\b|minuut|sollicitatie|opdracht|open|dingen|andere|nieuwe)"
)
_LIVING_AT = (
    r"\b(?:woon|woont|wonen|woonde|woonachtig|adres|\w+adres|verhuisd|live)\b"
    r"(?:\s+(?:is|nu|daar|nog|zelf|ook|al|samen|hier|ergens|naar|ik|we|zij|ze|hij)\b)*\s*:?\s*(?:op|aan|in|at)?\s+(?:(?:de|het|den)\s+)?"
)
_LIVING = re.compile(_LIVING_AT)
_ENDS_WITH_LIVING = re.compile(
    r"\b(?:woon|woont|wonen|woonde|woonachtig|verhuisd|live|adres)\b(?:\s+\w+){0,4}\s+(?:op|aan|in|naar|at|is)\s+(?:(?:de|het|den)\s+)?$"
)


class AddressRecognizer(DutchRecognizer):
    """Where someone lives or works, as street and number."""

    kind = Kind.ADDRESS

    def find(self, reading: Reading, artifacts: NlpArtifacts | None) -> Iterator[Found]:
        """Streets with a number; after "ik woon op" also other words with a number, and streets without."""
        words = reading.words
        for index, word in enumerate(words):
            if is_street(word, reading):
                start = words[first_word(words, index)].start
                number = _number_after(reading, word.end)
                if number:
                    yield Found(start, number, CERTAIN)
                elif CLEAR_STREET.match(word.folded) and _ENDS_WITH_LIVING.search(reading.folded, 0, start):
                    yield Found(start, word.end, LIKELY)
            elif word.folded in _STARTERS:
                yield from _kind_first(reading, index)
        yield from _living(reading)


def _number_after(reading: Reading, position: int) -> int:
    """The end of a house number that follows, or 0."""
    match = _NUMBER.match(reading.folded, position)
    return match.end() if match and not _UNIT.match(reading.folded, match.end()) else 0


def _kind_first(reading: Reading, index: int) -> Iterator[Found]:
    """ "Laan van Chartroise 24": the kind of street comes first."""
    words = reading.words
    following = words[index + 1 : index + 5]
    if not following or following[0].folded not in {"van", "der", "de", "den", "in"}:
        return
    end = words[index].end
    for count, word in enumerate(following):
        if reading.folded[end : word.start] != " ":
            return
        end = word.end
        number = _number_after(reading, end)
        if number and count:
            yield Found(words[index].start, number, CERTAIN)
            return


def _living(reading: Reading) -> Iterator[Found]:
    """Words that are no everyday words and a number, right after "ik woon op"."""
    for match in _LIVING.finditer(reading.folded):
        following = [word for word in reading.words if word.start >= match.end()][:4]
        end = match.end()
        for count, word in enumerate(following):
            if word.start - end > 1 or not _could_name_a_street(word):
                break
            end = word.end
            number = _number_after(reading, end)
            if number and not (lexicon().place(word.folded) and count == 0):
                yield Found(following[0].start, number, LIKELY)
                break


def _could_name_a_street(word: Word) -> bool:
    return word.capital or word.folded in IN_STREET_NAMES - {"in"} or not lexicon().everyday(word.folded)
