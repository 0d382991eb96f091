"""Alembic's entry for the knowledge base; its own version table, so that all rooms may share one database."""

from alembic import context

from knowledge.store.engine import VERSION_TABLE
from knowledge.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
