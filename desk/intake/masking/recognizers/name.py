"""Names of persons: from the spaCy pipelines, the lists of names, and the words around them; companies stay."""

from collections.abc import Iterator, Sequence

from desk.intake.masking.masked import Kind
from desk.intake.masking.names.ambiguous import a_thing
from desk.intake.masking.names.announced import announced
from desk.intake.masking.names.beside import beside_others
from desk.intake.masking.names.from_pipeline import organisations, persons
from desk.intake.masking.names.growing import behind_particles, grown
from desk.intake.masking.names.kept import Kept
from desk.intake.masking.names.lexicon import lexicon
from desk.intake.masking.names.listed import listed
from desk.intake.masking.names.staying import staying
from desk.intake.masking.reading import Reading
from desk.intake.masking.recognizers.base import CERTAIN, LIKELY, DutchRecognizer, Found


class NameRecognizer(DutchRecognizer):
    """First names, surnames and both, in any capitals."""

    kind = Kind.NAME

    def find(self, reading: Reading) -> Iterator[Found]:
        """Names give way to companies, except behind a title: "meneer Bakker" of Bakker Installaties."""
        companies = staying(reading)
        for index in announced(reading):
            head = behind_particles(reading, index) or index
            whole = grown(reading, index, head)
            outside = _outside(reading, (head, head), whole, companies)
            if outside or _after_title(reading, index, companies):
                yield _found(reading, *(outside or whole), CERTAIN)
        marked = organisations(reading)
        seeds = [*persons(reading), *listed(reading, marked)]
        for seed in (*seeds, *beside_others(reading, seeds)):
            if seed[0] == seed[1] and a_thing(reading, seed[0]):
                continue
            outside = _outside(reading, seed, grown(reading, *seed), companies)
            if outside:
                yield _found(reading, *outside, LIKELY)


def _found(reading: Reading, first: int, last: int, score: float) -> Found:
    words = reading.words
    end = words[last].end
    if len(words[last].text) == 1 and reading.text[end : end + 1] == ".":
        end += 1
    return Found(words[first].start, end, score)


def _after_title(reading: Reading, index: int, companies: Sequence[Kept]) -> bool:
    """Behind "meneer" or the like, which does not belong to the company's name itself ("Dr. Oetker")."""
    titled = index > 0 and reading.words[index - 1].folded in lexicon().titles
    return titled and not _inside(reading, index - 1, index - 1, companies)


def _outside(
    reading: Reading, seed: tuple[int, int], whole: tuple[int, int], companies: Sequence[Kept]
) -> tuple[int, int] | None:
    """The name without what belongs to a company beside it; None when its seed belongs to the company."""
    if _inside(reading, *seed, companies):
        return None
    (first, last), particles = whole, lexicon().particles
    while last > seed[1] and (_inside(reading, first, last, companies) or reading.words[last].folded in particles):
        last -= 1
    while first < seed[0] and _inside(reading, first, last, companies):
        first += 1
    return first, last


def _inside(reading: Reading, first: int, last: int, companies: Sequence[Kept]) -> bool:
    start, end = reading.words[first].start, reading.words[last].end
    return any(start < company.end and company.start < end for company in companies)
