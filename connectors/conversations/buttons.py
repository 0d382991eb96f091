"""Buttons: clients get random ids, the true payloads stay here, sealed. So no client can forge one."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from connectors.conversations.errors import UnknownPayloadError
from connectors.conversations.message import Button, DraftButton
from connectors.conversations.sealing import ConversationKeys, is_id, new_id, seal
from connectors.conversations.tables import ButtonRow


def offer_buttons(session: Session, conversation_id: str, public_key: bytes, drafts: list[DraftButton]) -> list[Button]:
    """Store the buttons sealed and return them with ids instead of payloads."""
    offered = []
    for draft in drafts:
        button_id = new_id()
        sealed = seal(public_key, draft.model_dump_json().encode())
        session.add(ButtonRow(id=button_id, conversation_id=conversation_id, sealed=sealed))
        offered.append(Button(title=draft.title, payload=button_id, url=draft.url))
    return offered


def open_button(session: Session, conversation_id: str, keys: ConversationKeys, button_id: str) -> DraftButton:
    """Return the button behind an id; raise `UnknownPayloadError` for one this conversation never got."""
    if not is_id(button_id):
        raise UnknownPayloadError
    sealed = session.scalar(
        select(ButtonRow.sealed).where(ButtonRow.id == button_id, ButtonRow.conversation_id == conversation_id)
    )
    if sealed is None:
        raise UnknownPayloadError
    return DraftButton.model_validate_json(keys.open(sealed))
