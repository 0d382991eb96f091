"""Tables of counting. No row has to do with one conversation or one case: see docs/decisions/0008-statistics.md."""

from typing import Any

from sqlalchemy import JSON, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from desk.store.tables import Base


class CountRow(Base):
    """How often something happened in one month (`YYYY-MM`), as a whole or by one thing: topic, day, hour, wait.

    Never by two things at once: that is how one conversation would show.
    """

    __tablename__ = "desk_counts"

    month: Mapped[str] = mapped_column(String(7), primary_key=True)
    what: Mapped[str] = mapped_column(String(20), primary_key=True)
    by: Mapped[str] = mapped_column(String(10), primary_key=True)
    detail: Mapped[str] = mapped_column(String(120), primary_key=True)
    count: Mapped[int]


class TallyBoxRow(Base):
    """One row: the public key that facts about reports are sealed to, and since which day there is one."""

    __tablename__ = "desk_tally_box"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    public_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    since: Mapped[str] = mapped_column(String(10))


class TallyKeyRow(Base):
    """The private half, sealed to one analyst."""

    __tablename__ = "desk_tally_keys"

    account_id: Mapped[str] = mapped_column(String(22), primary_key=True)
    wrapped_key: Mapped[bytes] = mapped_column(LargeBinary(80))


class TallyRow(Base):
    """One fact about one report, sealed, of fixed size. Nothing tells which facts belong to the same report:

    the id is random, the rows lie in the order of the id, and each report leaves as many as any other.
    """

    __tablename__ = "desk_tallies"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  # SQLAlchemy's own way to say it

    id: Mapped[bytes] = mapped_column(LargeBinary(16), primary_key=True)
    period: Mapped[str] = mapped_column(String(6), index=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)


class PublishedRow(Base):
    """What was published about the reports of a period that is over, cells under five left out. Never changes."""

    __tablename__ = "desk_published"

    period: Mapped[str] = mapped_column(String(6), primary_key=True)
    tables: Mapped[list[Any]] = mapped_column(JSON)
