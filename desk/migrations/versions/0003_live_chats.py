"""Live chats: who owns a conversation, who may open it, what was said, what is on its way."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "desk_live",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("owner", sa.String(length=20), nullable=False),
        sa.Column("counsellor_id", sa.String(length=22), nullable=True),
        sa.Column("wanted_id", sa.String(length=22), nullable=True),
        sa.Column("level", sa.String(length=20), nullable=True),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("asked_at", sa.Integer(), nullable=False),
        sa.Column("user_at", sa.Integer(), nullable=False),
        sa.Column("desk_at", sa.Integer(), nullable=False),
        sa.Column("over_at", sa.Integer(), nullable=True),
        sa.Column("lines", sa.Integer(), nullable=False),
        sa.Column("seen", sa.Integer(), nullable=False),
        sa.Column("outgoing", sa.Integer(), nullable=False),
        sa.Column("alerted", sa.Boolean(), nullable=False),
        sa.CheckConstraint("(owner = 'counsellor') = (counsellor_id IS NOT NULL)", name="ck_desk_live_one_owner"),
        sa.ForeignKeyConstraint(["counsellor_id"], ["desk_accounts.id"]),
        sa.ForeignKeyConstraint(["wanted_id"], ["desk_accounts.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_desk_live_owner"), "desk_live", ["owner"], unique=False)
    op.create_table(
        "desk_live_wraps",
        sa.Column("live_id", sa.String(length=22), nullable=False),
        sa.Column("account_id", sa.String(length=22), nullable=False),
        sa.Column("key_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(length=80), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["desk_accounts.id"]),
        sa.ForeignKeyConstraint(["live_id"], ["desk_live.id"]),
        sa.PrimaryKeyConstraint("live_id", "account_id"),
    )
    op.create_index(op.f("ix_desk_live_wraps_account_id"), "desk_live_wraps", ["account_id"], unique=False)
    for table in ("desk_live_lines", "desk_live_outgoing"):
        op.create_table(
            table,
            sa.Column("live_id", sa.String(length=22), nullable=False),
            sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
            sa.Column("sealed", sa.LargeBinary(), nullable=False),
            sa.ForeignKeyConstraint(["live_id"], ["desk_live.id"]),
            sa.PrimaryKeyConstraint("live_id", "sequence"),
        )
