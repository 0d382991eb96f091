"""Takes personal data out of free text before anything is stored or shown for review."""

from desk.intake.masking.engine import mask
from desk.intake.masking.masked import Kind, Masked, Span

__all__ = ["Kind", "Masked", "Span", "mask"]
