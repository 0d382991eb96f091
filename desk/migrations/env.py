"""Alembic's environment; `desk.store.migrate` gives the connection."""

from typing import Any

from alembic import context

from desk.store import learning_tables, statistics_tables, work_tables  # noqa: F401 # they add their tables to the metadata
from desk.store.live_tables import LiveRow
from desk.store.migrate import VERSION_TABLE
from desk.store.tables import Base

assert LiveRow.metadata is Base.metadata


def is_ours(_object: object, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
    """Look only at our own tables: all rooms may share one database."""
    return kind != "table" or (name or "").startswith("desk_")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table=VERSION_TABLE,
    include_object=is_ours,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
