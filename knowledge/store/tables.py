"""Tables of the knowledge base. The Markdown files are the truth; these rows are made from them at start."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Date, DateTime, ForeignKey, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    """Base of this room's tables; all names start with `knowledge_`."""


class ArticleRow(Base):
    """One article as it is answered now; `document` holds the parts that are only read as a whole."""

    __tablename__ = "knowledge_articles"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    intent: Mapped[str] = mapped_column(String(80), unique=True)
    title: Mapped[str] = mapped_column(String(200))
    subject: Mapped[str] = mapped_column(String(80), index=True)
    aspect: Mapped[str] = mapped_column(String(20))
    short: Mapped[str] = mapped_column(Text)
    long: Mapped[str] = mapped_column(Text)
    review_by: Mapped[date] = mapped_column(Date)
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    fingerprint: Mapped[str] = mapped_column(String(64))
    # Joined: one query sees one version of an article and its sources, also while another process loads.
    sources: Mapped[list["SourceRow"]] = relationship(
        order_by="SourceRow.position", cascade="all, delete-orphan", lazy="joined"
    )


class SourceRow(Base):
    """Where an article's facts come from; position 0 is shown under the answer."""

    __tablename__ = "knowledge_sources"

    article_id: Mapped[str] = mapped_column(ForeignKey("knowledge_articles.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str] = mapped_column(String(300))
    url: Mapped[str | None] = mapped_column(String(500))
    as_of: Mapped[str] = mapped_column(String(7))


class RevisionRow(Base):
    """Which version of an article was live from when; appended, never changed."""

    __tablename__ = "knowledge_revisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[str] = mapped_column(String(80), index=True)
    fingerprint: Mapped[str | None] = mapped_column(String(64))
    live_from: Mapped[datetime] = mapped_column(DateTime(timezone=True))
