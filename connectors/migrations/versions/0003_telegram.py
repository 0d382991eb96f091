"""Make the tables for pushing to Telegram and for handling each of its updates once."""

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    """Go to this revision."""
    op.create_table(
        "chat_addresses",
        sa.Column("conversation_id", sa.String(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["chat_conversations.id"],
            name="fk_chat_addresses_conversation_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", name="pk_chat_addresses"),
    )
    op.create_table(
        "chat_telegram_updates",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name="pk_chat_telegram_updates"),
    )


def downgrade() -> None:
    """Go back to what was before."""
    for table in ("chat_telegram_updates", "chat_addresses"):
        op.drop_table(table)
