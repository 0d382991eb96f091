"""One kept question: what is sealed of it, and the few things about it that stand in plain."""

import secrets
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from nacl.public import PrivateKey

from desk.cases.document import Hidden
from desk.store.tables import QuestionRow
from desk.vault.sealing import key_id, new_key, seal, unseal, unwrap_key, wrap_key


class Reason(StrEnum):
    """Why a question is worth a look."""

    UNANSWERED = "unanswered"  # the assistant said that it does not know
    ASKED_BACK = "asked_back"  # it offered titles to choose from
    NOT_HELPFUL = "not_helpful"  # the answer got a thumb down
    OUT_OF_SCOPE = "out_of_scope"  # taken for something it is not for


class Verdict(StrEnum):
    """What a reviewer made of a question."""

    TOPIC = "topic"  # it belongs to an article, which is named
    OUT_OF_AREA = "out_of_area"  # not for this assistant
    DISMISSED = "dismissed"  # nothing to learn from; deleted at once


class Asked(Hidden):
    """What is sealed: the masked words, what was taken out (kinds), and the article that answered it, if any."""

    text: str
    removed: tuple[str, ...] = ()
    answered_with: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewQuestion:
    """A question as a reviewer reads it. `text` is masked: "[naam]" stands where a name stood."""

    id: str
    on_day: date
    reason: Reason
    verdict: Verdict | None
    topic: str | None
    text: str = field(repr=False)
    removed: tuple[str, ...]
    answered_with: str | None


def sealed_question(asked: Asked, reason: Reason, on: date, public_key: bytes) -> QuestionRow:
    """Seal a question with a key of its own, and that key to the review key. Raise `TooLargeError`."""
    key, row = new_key(), QuestionRow(id=secrets.token_urlsafe(16), reason=reason, on_day=on)
    row.sealed = seal(key, asked.model_dump_json(exclude_defaults=True).encode(), _context(row))
    row.key_id, row.wrapped_key = key_id(public_key), wrap_key(key, public_key)
    return row


def opened_question(row: QuestionRow, private: PrivateKey) -> ReviewQuestion:
    """Open what `sealed_question` made; raise `WrongKeyError`, `TamperedError`."""
    asked = Asked.model_validate_json(unseal(unwrap_key(row.wrapped_key, private), row.sealed, _context(row)))
    return ReviewQuestion(
        id=row.id,
        on_day=row.on_day,
        reason=Reason(row.reason),
        verdict=Verdict(row.verdict) if row.verdict else None,
        topic=row.topic,
        text=asked.text,
        removed=asked.removed,
        answered_with=asked.answered_with,
    )


def _context(row: QuestionRow) -> str:
    return f"question:{row.id}:{row.reason}:{row.on_day.isoformat()}"
