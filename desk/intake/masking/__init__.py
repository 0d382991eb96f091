"""Takes personal data out of free text before anything is stored or shown for review."""

import threading
from contextlib import suppress

from desk.errors import NamesModelMissingError
from desk.intake.masking.masked import Kind, Masked, Span

__all__ = ["Kind", "Masked", "Span", "load_soon", "mask", "numbers_in"]


def mask(text: str) -> Masked:
    """See `engine.mask`. Presidio and spaCy are imported at the first call: most processes never mask anything."""
    from desk.intake.masking import engine

    return engine.mask(text)


def load_soon() -> threading.Thread:
    """Load what `mask` needs in a thread of its own, for someone who will type in a moment and should not wait."""
    loading = threading.Thread(target=_load, name="masking", daemon=True)
    loading.start()
    return loading


def _load() -> None:
    with suppress(NamesModelMissingError):  # the first text to mask says so, to somebody who can be told
        mask(".")


def numbers_in(text: str) -> tuple[Kind, ...]:
    """See `noticing.numbers_in`."""
    from desk.intake.masking import noticing

    return noticing.numbers_in(text)
