"""Dutch as people type it, made regular: chat abbreviations, repeated letters, accents."""

import re
import unicodedata

_REPEATED = re.compile(r"(.)\1{2,}")
_NOT_A_WORD = re.compile(r"[^\w€%+#@]+")


def normalise(text: str) -> str:
    """Lower case, without accents and punctuation, with at most two equal letters in a row."""
    plain = "".join(
        letter for letter in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(letter)
    )
    return _NOT_A_WORD.sub(" ", _REPEATED.sub(r"\1\1", plain)).strip()
