"""What colleagues propose to learn: sentences, and new texts of articles."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "desk_lessons",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("use", sa.String(length=10), nullable=False),
        sa.Column("topic", sa.String(length=120), nullable=True),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "desk_proposals",
        sa.Column("article", sa.String(length=120), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("article"),
    )
