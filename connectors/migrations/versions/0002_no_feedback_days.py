"""Ratings are counted at the desk with everything else; the website keeps none."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_table("chat_feedback_days")


def downgrade() -> None:
    """Make the table again, empty."""
    op.create_table(
        "chat_feedback_days",
        sa.Column("article", sa.String(120), nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("helpful", sa.Integer(), nullable=False),
        sa.Column("not_helpful", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("article", "day", name="pk_chat_feedback_days"),
    )
