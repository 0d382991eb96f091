"""Alembic migrations of the connectors' tables."""
