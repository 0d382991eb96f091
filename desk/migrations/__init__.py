"""Alembic migrations of the desk's tables."""
