"""All that looks like a person and stays: companies, schools, streets, towns, and what is well known."""

from collections.abc import Iterator

from desk.intake.masking.names.companies import companies
from desk.intake.masking.names.employers import employers
from desk.intake.masking.names.kept import Kept
from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.names.streets import first_word, is_street
from desk.intake.masking.names.well_known import well_known
from desk.intake.masking.reading import Reading


def staying(reading: Reading) -> list[Kept]:
    """Places in a message that no name may touch."""
    return [
        *well_known(reading),
        *companies(reading),
        *employers(reading),
        *_streets(reading),
        *_places(reading),
    ]


def _streets(reading: Reading) -> Iterator[Kept]:
    words = reading.words
    for index, word in enumerate(words):
        if is_street(word, reading):
            yield Kept(words[first_word(words, index)].start, word.end)


def _places(reading: Reading) -> Iterator[Kept]:
    """Places of more than one word: "Den Bosch", "Wijk bij Duurstede"."""
    words, known = reading.words, lexicon()
    for index, word in enumerate(words):
        for part in (words[index : index + count] for count in (4, 3, 2)):
            if known.place(reading.folded[word.start : part[-1].end]) and len(part) > 1:
                yield Kept(word.start, part[-1].end)
                break
