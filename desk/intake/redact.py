"""`make redact`: masks personal data in JSON lines, from standard input to standard output.

In: `{"text": ...}` per line. Out: `{"text": masked, "spans": [{"start", "end", "kind"}]}` per line, flushed at once;
offsets are those of the input text, in characters. A line that cannot be read gives a line on standard error with
its number and nothing on standard output; the exit status is then 1.
"""

import json
import sys
from collections.abc import Iterable
from typing import TextIO

from desk.errors import TextTooLongError
from desk.intake.masking import mask


class BadLineError(Exception):
    """A line of the input that is no JSON object with a text."""


def text_of(line: bytes) -> str:
    """The text in a line of input. Raises BadLineError."""
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise BadLineError("not JSON in UTF-8") from error
    if not isinstance(found, dict) or not isinstance(found.get("text"), str):
        raise BadLineError('not an object with a string "text"')
    return str(found["text"])


def redacted(text: str) -> str:
    """The line of output for a text. Raises BadLineError when it is too long."""
    try:
        masked = mask(text)
    except TextTooLongError as error:
        raise BadLineError("text too long") from error
    spans = [{"start": span.start, "end": span.end, "kind": span.kind.value} for span in masked.spans]
    return json.dumps({"text": masked.text, "spans": spans}, ensure_ascii=False)


def redact(lines: Iterable[bytes], out: TextIO, errors: TextIO) -> int:
    """Mask every line; returns the exit status."""
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            out.write(redacted(text_of(line)) + "\n")
            out.flush()
        except BadLineError as error:
            errors.write(f"line {number}: {error}\n")
            status = 1
    return status


def main() -> int:
    """Standard input to standard output; half letters, which UTF-8 cannot hold, go out as JSON escapes."""
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    return redact(sys.stdin.buffer, sys.stdout, sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
