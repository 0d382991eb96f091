"""Alembic's entry for the knowledge base; its own version table, so that all rooms may share one database."""

from alembic import context
from sqlalchemy import create_engine, pool

from knowledge.store.tables import Base

url = context.config.get_main_option("sqlalchemy.url")
assert url is not None
with create_engine(url, poolclass=pool.NullPool).connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        version_table="alembic_version_knowledge",
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()
