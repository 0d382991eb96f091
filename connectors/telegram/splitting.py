"""Long texts in pieces that Telegram takes: cut between paragraphs, else lines, sentences, words."""

# Telegram counts UTF-16 units, at most 4096; a little is left for what clients add.
LIMIT = 4000
BREAKS = ("\n\n", "\n", ". ", " ")


def split_text(text: str, limit: int = LIMIT) -> list[str]:
    """Return the text in pieces of at most `limit` UTF-16 units; none is empty, nothing but white space is lost."""
    pieces = []
    rest = text.strip()
    while units(rest) > limit:
        end = _end_of_piece(rest, limit)
        pieces.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return [*pieces, rest] if rest else pieces


def units(text: str) -> int:
    """Return the length as Telegram counts it: UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _end_of_piece(text: str, limit: int) -> int:
    """Return the index (in characters) of the best place to cut."""
    longest = len(text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", errors="ignore"))
    for between in BREAKS:
        found = text.rfind(between, 1, longest)
        if found > 0:
            return found + len(between.rstrip())
    return longest
