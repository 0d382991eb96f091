"""Add what a connector remembers of conversations that a person takes over."""

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "chat_take_overs",
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("live_id", sa.String(22), nullable=True),
        sa.Column("given", sa.Integer(), nullable=False),
        sa.Column("writing", sa.String(20), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["chat_conversations.id"],
            name="fk_chat_take_overs_conversation_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_chat_take_overs"),
    )


def downgrade() -> None:
    """Go back to the revision before."""
    op.drop_table("chat_take_overs")
