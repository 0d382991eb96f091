"""Tables of live chats. What was said stands only in columns named `sealed`; all of it is gone soon after the end.

Times are whole minutes since 1970. No table says who the user is: the connector alone knows which conversation
belongs to which live chat.
"""

from datetime import date

from sqlalchemy import CheckConstraint, Date, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.store.tables import Base


class LiveRow(Base):
    """One live chat: its one owner, its public key, and what the queue shows.

    `counsellor_id` is set exactly when the owner is `counsellor`; `wanted_id` names a colleague it was handed on to.
    """

    __tablename__ = "desk_live"
    __table_args__ = (
        CheckConstraint("(owner = 'counsellor') = (counsellor_id IS NOT NULL)", name="ck_desk_live_one_owner"),
    )

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    owner: Mapped[str] = mapped_column(String(20), index=True)
    counsellor_id: Mapped[str | None] = mapped_column(ForeignKey("desk_accounts.id"))
    wanted_id: Mapped[str | None] = mapped_column(ForeignKey("desk_accounts.id"))
    level: Mapped[str | None] = mapped_column(String(20))
    public_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    asked_at: Mapped[int]
    user_at: Mapped[int]
    desk_at: Mapped[int]
    over_at: Mapped[int | None]
    lines: Mapped[int] = mapped_column(default=0)
    seen: Mapped[int] = mapped_column(default=0)
    outgoing: Mapped[int] = mapped_column(default=0)
    alerted: Mapped[bool] = mapped_column(default=False)


class LiveWrapRow(Base):
    """The private key of a live chat sealed to one counsellor."""

    __tablename__ = "desk_live_wraps"

    live_id: Mapped[str] = mapped_column(ForeignKey("desk_live.id"), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("desk_accounts.id"), primary_key=True, index=True)
    key_id: Mapped[bytes] = mapped_column(LargeBinary(16))
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary(80))


class LiveLineRow(Base):
    """One line of what was said, sealed to the live chat's key."""

    __tablename__ = "desk_live_lines"

    live_id: Mapped[str] = mapped_column(ForeignKey("desk_live.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class LiveOutgoingRow(Base):
    """One thing on its way to the user, sealed with a key of the house; deleted once the connector has it."""

    __tablename__ = "desk_live_outgoing"

    live_id: Mapped[str] = mapped_column(ForeignKey("desk_live.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class MailedDayRow(Base):
    """A day on which the daily letter went out."""

    __tablename__ = "desk_mailed_days"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
