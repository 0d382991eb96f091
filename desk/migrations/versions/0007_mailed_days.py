"""Add on which day the daily letter went out."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table("desk_mailed_days", sa.Column("day", sa.Date(), nullable=False), sa.PrimaryKeyConstraint("day"))
