"""A kind remark to who types a telephone number, BSN or address in free chat: it is not needed here."""

import re

from anyio import to_thread

from connectors.conversations.message import Draft
from connectors.conversations.texts import not_needed
from desk.intake.masking import numbers_in

FREE_CHAT = frozenset({"answer", "choices", "fallback", "small_talk", "out_of_scope"})
# Only what could hold a number or address is looked at: most messages cost nothing.
PERHAPS = re.compile(
    r"\d(?:\D{0,3}\d){3}|@|\bape\w*st\w*|\bat\b|\bzero\b|\bnul\b|\b(?:bsn|geboren|jarig|verjaardag|woon|adres)\w*.*\d"
    r"|\b(?:bsn|nummer|geboren|geboortedatum)\b.*\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen)",
    re.IGNORECASE,
)


async def remark_on(text: str, answer: list[Draft]) -> list[Draft]:
    """Return what to say besides the answer: nothing in a form, a crisis, or a conversation with a person."""
    if not answer or not PERHAPS.search(text) or any(draft.told_as not in FREE_CHAT for draft in answer):
        return []
    kinds = await to_thread.run_sync(numbers_in, text)
    return [not_needed(kinds)] if kinds else []
