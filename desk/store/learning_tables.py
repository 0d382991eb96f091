"""Tables of what colleagues propose to learn. Everything here is meant for a public file: nothing about anyone."""

from datetime import date

from sqlalchemy import Date, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from desk.store.tables import Base


class LessonRow(Base):
    """A sentence to train with, or to test with; without a topic it is one the assistant is not for."""

    __tablename__ = "desk_lessons"

    id: Mapped[str] = mapped_column(String(22), primary_key=True)
    use: Mapped[str] = mapped_column(String(10))
    topic: Mapped[str | None] = mapped_column(String(120))
    text: Mapped[str] = mapped_column(String(300))
    on_day: Mapped[date] = mapped_column(Date)


class ProposalRow(Base):
    """The new text of an article; one at a time for each article."""

    __tablename__ = "desk_proposals"

    article: Mapped[str] = mapped_column(String(120), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    on_day: Mapped[date] = mapped_column(Date)
