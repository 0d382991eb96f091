"""Padding to a few sizes, so that the size of a sealed blob says hardly anything about what is in it."""

from nacl.bindings import sodium_pad, sodium_unpad
from nacl.exceptions import CryptoError

from desk.errors import TamperedError, TooLargeError

# Bytes after padding. Nearly every report and message fits in the first.
BUCKETS = (4096, 16384, 65536, 262144)


def pad(content: bytes) -> bytes:
    """Pad to the next bucket; raise `TooLargeError` above the last. At least one byte is added."""
    for size in BUCKETS:
        if len(content) < size:
            return sodium_pad(content, size)
    raise TooLargeError


def unpad(padded: bytes) -> bytes:
    """Take the padding off; raise `TamperedError` when there is none of ours."""
    if len(padded) not in BUCKETS:
        raise TamperedError
    try:
        return sodium_unpad(padded, len(padded))
    except (CryptoError, ValueError) as error:
        raise TamperedError from error
