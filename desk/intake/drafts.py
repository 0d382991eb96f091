"""Unfinished reports. Sealed with a key that only the conversation has; 30 minutes idle and they are gone.

The token (draft id and key, "id.key") is the marker the conversation keeps instead of the words themselves. Without
it the row opens for nobody, not even the desk; with it only until the report is sent, stopped or left alone.
"""

import base64
import binascii
import secrets
from dataclasses import dataclass, field

from sqlalchemy import delete
from sqlalchemy.orm import Session

from desk.cases.document import ReportDocument
from desk.clock import minute_of
from desk.desk import Desk
from desk.errors import DraftGoneError
from desk.store.tables import DraftRow
from desk.vault.sealing import KEY_BYTES, new_key, seal, unseal

IDLE_MINUTES = 30


@dataclass(frozen=True, slots=True)
class DraftKey:
    """What a token says: which draft, and the 32 bytes that open it."""

    id: str
    key: bytes = field(repr=False)

    @property
    def token(self) -> str:
        """The marker for the conversation, 66 characters, URL-safe."""
        return f"{self.id}.{base64.urlsafe_b64encode(self.key).decode().rstrip('=')}"

    @property
    def context(self) -> str:
        """Binds what is sealed to this draft."""
        return f"draft:{self.id}"


def open_draft(desk: Desk) -> str:
    """Begin an empty draft and return its token."""
    draft = DraftKey(secrets.token_urlsafe(16), new_key())
    with desk.store.writing() as session:
        session.add(DraftRow(id=draft.id, **_kept(desk, draft, ReportDocument())))
    return draft.token


def read_draft(desk: Desk, token: str) -> ReportDocument:
    """Return what is told so far, and count this as activity; raise `DraftGoneError`, `TamperedError`."""
    draft = _draft_key(token)
    with desk.store.writing() as session:
        row = _living(session, desk, draft)
        row.touched_at = minute_of(desk.clock())
        return ReportDocument.model_validate_json(unseal(draft.key, row.sealed, draft.context))


def write_draft(desk: Desk, token: str, document: ReportDocument) -> None:
    """Replace what is told so far; raise `DraftGoneError`, `TamperedError`, `TooLargeError`."""
    draft = _draft_key(token)
    with desk.store.writing() as session:
        row = _living(session, desk, draft)
        unseal(draft.key, row.sealed, draft.context)
        for name, value in _kept(desk, draft, document).items():
            setattr(row, name, value)


def discard_draft(desk: Desk, token: str) -> None:
    """Delete a draft at once; one that is gone already is fine."""
    with desk.store.writing() as session:
        remove_draft(session, token)
    desk.store.wipe_soon()


def remove_draft(session: Session, token: str) -> None:
    """Delete the row of this token, if there is one, within the caller's transaction."""
    session.execute(delete(DraftRow).where(DraftRow.id == token.partition(".")[0]))


def _draft_key(token: str) -> DraftKey:
    """Read a token; raise `DraftGoneError` for what is none."""
    draft_id, _, secret = token.partition(".")
    try:
        key = base64.b64decode(f"{secret}=", altchars=b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise DraftGoneError from None
    if len(key) != KEY_BYTES:
        raise DraftGoneError
    return DraftKey(draft_id, key)


def expiry_of_drafts(desk: Desk) -> int:
    """Return the minute since 1970 up to which drafts that were last touched then are over."""
    return minute_of(desk.clock()) - IDLE_MINUTES


def _living(session: Session, desk: Desk, draft: DraftKey) -> DraftRow:
    row = session.get(DraftRow, draft.id, with_for_update=True)
    if row is None or row.touched_at <= expiry_of_drafts(desk):
        raise DraftGoneError
    return row


def _kept(desk: Desk, draft: DraftKey, document: ReportDocument) -> dict[str, int | bytes]:
    content = document.model_dump_json(exclude_defaults=True).encode()
    return {"touched_at": minute_of(desk.clock()), "sealed": seal(draft.key, content, draft.context)}
