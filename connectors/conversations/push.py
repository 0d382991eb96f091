"""The way in for what arrives by itself, such as a counsellor's reply. Any process of ours may use it."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm import Session

from connectors.conversations.history import append_messages, sequence_of
from connectors.conversations.message import Draft, Message
from connectors.conversations.tables import ConversationRow


def push_message(session: Session, conversation_id: str, message: Draft, now: datetime) -> Message:
    """Seal a message to a conversation; its streams and polls show it within a second.

    Needs no token: the stored public key is enough. Commit the session to send it.
    Raise `ConversationGoneError` when the conversation was deleted meanwhile.
    """
    arriving = message.model_copy(update={"arrives_by_itself": True})
    made = append_messages(session, conversation_id, [arriving], now)[0]
    session.execute(
        update(ConversationRow).where(ConversationRow.id == conversation_id).values(last_arrival=sequence_of(made.id))
    )
    return made
