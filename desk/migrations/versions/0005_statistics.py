"""Counting: counters of the chat, sealed facts about reports, their key, and what was published."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "desk_counts",
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("by", sa.String(length=10), nullable=False),
        sa.Column("detail", sa.String(length=120), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", "what", "by", "detail"),
    )
    op.create_table(
        "desk_tally_box",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("since", sa.String(length=10), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "desk_tally_keys",
        sa.Column("account_id", sa.String(length=22), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(length=80), nullable=False),
        sa.PrimaryKeyConstraint("account_id"),
    )
    op.create_table(
        "desk_tallies",
        sa.Column("id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("period", sa.String(length=6), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_desk_tallies_period"), "desk_tallies", ["period"], unique=False)
    op.create_table(
        "desk_published",
        sa.Column("period", sa.String(length=6), nullable=False),
        sa.Column("tables", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("period"),
    )
