"""What our recognisers share: one kind each, and the prepared reading instead of the bare text.

They know nothing of Presidio, which takes seconds to import: `as_presidio.py` hands them to it.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from desk.intake.masking.masked import Kind
from desk.intake.masking.reading import Reading

CERTAIN = 0.95  # a checksum, or someone says what it is
LIKELY = 0.8  # the form alone


@dataclass(frozen=True, slots=True)
class Found:
    """A place in the original text and how sure the recogniser is (0 to 1)."""

    start: int
    end: int
    score: float


class DutchRecognizer(ABC):
    """A recogniser for Dutch that reads a `Reading`; subclasses say how they find their kind."""

    kind: ClassVar[Kind]

    @abstractmethod
    def find(self, reading: Reading) -> Iterator[Found]:
        """Places of this kind."""
