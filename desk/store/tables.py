"""Tables of the desk; names start with `desk_`. What a reporter told stands only in columns named `sealed`.

Days, never times, for what a reporter does. No table holds a sender, a channel or an address of a reporter.
"""

from datetime import date
from typing import Any

from sqlalchemy import JSON, Date, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Base of this room's tables."""


class VaultRow(Base):
    """One row: which pepper and which costs the receipts in this database were made with."""

    __tablename__ = "desk_vault"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    pepper_check: Mapped[bytes] = mapped_column(LargeBinary(32))
    receipt_costs: Mapped[dict[str, Any]] = mapped_column(JSON)


class AccountRow(Base):
    """One person of the desk. The private key is locked with the password, so logging in is unlocking."""

    __tablename__ = "desk_accounts"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    role: Mapped[str] = mapped_column(String(20))
    organisation: Mapped[str | None] = mapped_column(String(120))
    is_school: Mapped[bool] = mapped_column(default=False)
    active: Mapped[bool] = mapped_column(default=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    locked_key: Mapped[bytes] = mapped_column(LargeBinary(72))
    lock_salt: Mapped[bytes] = mapped_column(LargeBinary(16))
    lock_passes: Mapped[int]
    lock_memory_kib: Mapped[int]
    recovery_box: Mapped[bytes | None] = mapped_column(LargeBinary(72))
    must_choose_password: Mapped[bool] = mapped_column(default=True)
    sealed_totp: Mapped[bytes] = mapped_column(LargeBinary)
    totp_last_step: Mapped[int | None]
    failed_logins: Mapped[int] = mapped_column(default=0)
    locked_until: Mapped[int | None]
    made_on: Mapped[date] = mapped_column(Date)


class CaseRow(Base):
    """One case. `sealed` is its document under the case's own key."""

    __tablename__ = "desk_cases"
    __table_args__ = (Index("ix_desk_cases_activity", "last_activity_on"),)

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    status: Mapped[str] = mapped_column(String(20))
    filed_on: Mapped[date] = mapped_column(Date)
    last_activity_on: Mapped[date] = mapped_column(Date)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class ReceiptRow(Base):
    """The reporter's way back: look-up hash of the receipt, public key, and the case key sealed to it."""

    __tablename__ = "desk_receipts"

    lookup: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    case_id: Mapped[str] = mapped_column(ForeignKey("desk_cases.id"), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary(80))


class WrapRow(Base):
    """The case key sealed to one reader. No row, no access: that is how an excluded reader is kept out."""

    __tablename__ = "desk_wraps"

    case_id: Mapped[str] = mapped_column(ForeignKey("desk_cases.id"), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("desk_accounts.id"), primary_key=True, index=True)
    key_id: Mapped[bytes] = mapped_column(LargeBinary(16))
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary(80))


class MessageRow(Base):
    """One message of a case, either way. `seen` tells the inbox whether a reader opened it."""

    __tablename__ = "desk_messages"

    case_id: Mapped[str] = mapped_column(ForeignKey("desk_cases.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    author: Mapped[str] = mapped_column(String(20))
    on_day: Mapped[date] = mapped_column(Date)
    seen: Mapped[bool] = mapped_column(default=False)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class HistoryRow(Base):
    """One step of a case; appended, never changed."""

    __tablename__ = "desk_history"

    case_id: Mapped[str] = mapped_column(ForeignKey("desk_cases.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    status: Mapped[str] = mapped_column(String(20))
    by_role: Mapped[str] = mapped_column(String(20))
    account_id: Mapped[str | None] = mapped_column(String(22))
    on_day: Mapped[date] = mapped_column(Date)


class AuditRow(Base):
    """Who did what, without content; the database refuses to change or delete a row."""

    __tablename__ = "desk_audit"

    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(25))
    actor: Mapped[str] = mapped_column(String(22))
    action: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str | None] = mapped_column(String(22))
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))


class AuditHeadRow(Base):
    """One row: how long the audit log is and how it ends, so that a cut-off end is noticed."""

    __tablename__ = "desk_audit_head"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sequence: Mapped[int]
    digest: Mapped[bytes] = mapped_column(LargeBinary(32))
    seal: Mapped[bytes] = mapped_column(LargeBinary(32))


class DraftRow(Base):
    """An unfinished report under a key that only the conversation has; `touched_at` in minutes since 1970."""

    __tablename__ = "desk_drafts"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    touched_at: Mapped[int] = mapped_column(index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class SubmissionRow(Base):
    """That a submission was filed; for a few minutes its receipt, sealed with the submission id."""

    __tablename__ = "desk_submissions"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    on_day: Mapped[date] = mapped_column(Date)
    shown_until: Mapped[int | None]
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)


class DecoyRow(Base):
    """Is written when an unknown receipt sends a message, so that this takes as long as for a known one."""

    __tablename__ = "desk_decoys"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class JobRunRow(Base):
    """The last time a job ran and how it ended; the console notices when it stays away."""

    __tablename__ = "desk_job_runs"

    job: Mapped[str] = mapped_column(String(40), primary_key=True)
    at: Mapped[str] = mapped_column(String(25))
    succeeded: Mapped[bool]
    done: Mapped[int]
    succeeded_at: Mapped[str | None] = mapped_column(String(25))


class ReviewKeyRow(Base):
    """One row: the public half of the review key, empty until a reviewer chose a password."""

    __tablename__ = "desk_review_key"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    public_key: Mapped[bytes | None] = mapped_column(LargeBinary(32))


class ReviewWrapRow(Base):
    """The private half of the review key, sealed to one reviewer."""

    __tablename__ = "desk_review_wraps"

    account_id: Mapped[str] = mapped_column(ForeignKey("desk_accounts.id"), primary_key=True)
    key_id: Mapped[bytes] = mapped_column(LargeBinary(16))
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary(80))


class QuestionRow(Base):
    """One question for review: masked, then sealed. `key_id` says to which review key; no time, only the day."""

    __tablename__ = "desk_questions"
    __table_args__ = (Index("ix_desk_questions_on_day", "on_day"),)

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    on_day: Mapped[date] = mapped_column(Date)
    reason: Mapped[str] = mapped_column(String(20))
    verdict: Mapped[str | None] = mapped_column(String(20))
    topic: Mapped[str | None] = mapped_column(String(120))
    key_id: Mapped[bytes] = mapped_column(LargeBinary(16))
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary(80))
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class QuestionDayRow(Base):
    """How many questions came in on one day, per reason, also those that nobody could have read."""

    __tablename__ = "desk_question_days"

    on_day: Mapped[date] = mapped_column(Date, primary_key=True)
    reason: Mapped[str] = mapped_column(String(20), primary_key=True)
    asked: Mapped[int]
