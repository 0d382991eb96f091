"""Tables of the desk's own work on cases, and of what belongs to one account. Texts about a case stand sealed."""

from datetime import date

from sqlalchemy import Date, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.store.tables import Base


class CaseWorkRow(Base):
    """Whose a case is at the desk, and its labels under the case's own key; there from the first of the two on."""

    __tablename__ = "desk_case_work"

    case_id: Mapped[str] = mapped_column(ForeignKey("desk_cases.id"), primary_key=True)
    owner_id: Mapped[str | None] = mapped_column(ForeignKey("desk_accounts.id"), index=True)
    sealed: Mapped[bytes | None] = mapped_column(LargeBinary)


class NoteRow(Base):
    """One note of the desk about a case, under the case's own key; the reporter never sees it."""

    __tablename__ = "desk_case_notes"

    case_id: Mapped[str] = mapped_column(ForeignKey("desk_cases.id"), primary_key=True)
    sequence: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    on_day: Mapped[date] = mapped_column(Date)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class AnswerDraftRow(Base):
    """An answer that somebody began, under the case's own key: one for each reader."""

    __tablename__ = "desk_answer_drafts"

    case_id: Mapped[str] = mapped_column(ForeignKey("desk_cases.id"), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("desk_accounts.id"), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class LabelRow(Base):
    """A word the desk sorts its cases with. Which case has which label stands sealed with the case."""

    __tablename__ = "desk_labels"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    title: Mapped[str] = mapped_column(String(40), unique=True)


class CannedAnswerRow(Base):
    """A text that the desk uses again and again; about nobody."""

    __tablename__ = "desk_canned_answers"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    title: Mapped[str] = mapped_column(String(80), unique=True)
    text: Mapped[str] = mapped_column(String(4000))


class SavedFilterRow(Base):
    """A view of the cases that somebody kept: codes and label ids, never words that were searched for."""

    __tablename__ = "desk_saved_filters"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("desk_accounts.id"), index=True)
    title: Mapped[str] = mapped_column(String(80))
    query: Mapped[str] = mapped_column(String(300))


class RecoveryCodeRow(Base):
    """A code for who has no telephone at hand: a keyed digest, gone once used."""

    __tablename__ = "desk_recovery_codes"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    account_id: Mapped[str] = mapped_column(ForeignKey("desk_accounts.id"), index=True)


class SchoolLoginRow(Base):
    """Which person at which identity provider an account belongs to."""

    __tablename__ = "desk_school_logins"

    account_id: Mapped[str] = mapped_column(ForeignKey("desk_accounts.id"), primary_key=True)
    issuer: Mapped[str] = mapped_column(String(300))
    subject: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
