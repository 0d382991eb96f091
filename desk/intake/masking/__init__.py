"""Takes personal data out of free text before anything is stored or shown for review."""

from desk.intake.masking.masked import Kind, Masked, Span

__all__ = ["Kind", "Masked", "Span", "mask", "numbers_in"]


def mask(text: str) -> Masked:
    """See `engine.mask`. Presidio and spaCy are imported at the first call: most processes never mask anything."""
    from desk.intake.masking import engine

    return engine.mask(text)


def numbers_in(text: str) -> tuple[Kind, ...]:
    """See `noticing.numbers_in`."""
    from desk.intake.masking import noticing

    return noticing.numbers_in(text)
