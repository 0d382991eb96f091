"""Tables of the conversation store. Nothing in plain but ids, counts and the minute of the last activity."""

from sqlalchemy import BigInteger, Boolean, ForeignKey, Index, Integer, LargeBinary, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from connectors.rasa_client import Channel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Base of all tables of the connectors; their names start with `chat_`."""

    metadata = MetaData(naming_convention=NAMES)


class ConversationRow(Base):
    """One conversation.

    `last_arrival` is the sequence of the newest message that arrived by itself, `delivered` how far those
    were given to the client. `closing` means: the content is gone, the bot's tracker is still to be erased.
    """

    __tablename__ = "chat_conversations"
    __table_args__ = (Index("ix_chat_conversations_active_minute", "active_minute"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    channel: Mapped[Channel] = mapped_column(String(16))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    public_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    last_sequence: Mapped[int] = mapped_column(Integer, default=0)
    last_arrival: Mapped[int] = mapped_column(Integer, default=0)
    delivered: Mapped[int] = mapped_column(Integer, default=0)
    active_minute: Mapped[int] = mapped_column(Integer)
    closing: Mapped[bool] = mapped_column(Boolean, default=False)


class MessageRow(Base):
    """One sealed message; `sequence` counts from 1 within its conversation."""

    __tablename__ = "chat_messages"
    __table_args__ = (UniqueConstraint("conversation_id", "sequence"),)

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("chat_conversations.id", ondelete="CASCADE"))
    sequence: Mapped[int] = mapped_column(Integer)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    rating_mark: Mapped[bytes | None] = mapped_column(LargeBinary(16))


class ButtonRow(Base):
    """One button that was offered, with its sealed payload."""

    __tablename__ = "chat_buttons"
    __table_args__ = (Index("ix_chat_buttons_conversation_id", "conversation_id"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    conversation_id: Mapped[str] = mapped_column(ForeignKey("chat_conversations.id", ondelete="CASCADE"))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class AddressRow(Base):
    """Where a counsellor's answer is pushed to, sealed by the connector; only while a person has the conversation."""

    __tablename__ = "chat_addresses"

    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("chat_conversations.id", ondelete="CASCADE"), primary_key=True
    )
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class HandledUpdateRow(Base):
    """The number of a Telegram update that was handled and may be offered again; says nothing of who sent it."""

    __tablename__ = "chat_telegram_updates"

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    hour: Mapped[int] = mapped_column(Integer)


class TakeOverRow(Base):
    """A conversation with a live chat at the desk (`live_id`, of which `given` things reached the user), or one in
    which a message for the desk is being written (`writing`: its kind).
    """

    __tablename__ = "chat_take_overs"

    conversation_id: Mapped[str] = mapped_column(
        ForeignKey("chat_conversations.id", ondelete="CASCADE"), primary_key=True
    )
    live_id: Mapped[str | None] = mapped_column(String(22))
    given: Mapped[int] = mapped_column(Integer, default=0)
    writing: Mapped[str | None] = mapped_column(String(20))
