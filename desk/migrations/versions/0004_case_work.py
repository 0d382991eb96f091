"""The desk's own work on cases: owner, labels, notes, drafts, canned answers, filters; codes and school logins."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

CASE = "desk_cases.id"
ACCOUNT = "desk_accounts.id"


def upgrade() -> None:
    _cases()
    _accounts()
    op.create_table(
        "desk_labels",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("title", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("title"),
    )
    op.create_table(
        "desk_canned_answers",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("text", sa.String(length=4000), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("title"),
    )


def _cases() -> None:
    op.create_table(
        "desk_case_work",
        sa.Column("case_id", sa.String(length=22), nullable=False),
        sa.Column("owner_id", sa.String(length=22), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], [CASE]),
        sa.ForeignKeyConstraint(["owner_id"], [ACCOUNT]),
        sa.PrimaryKeyConstraint("case_id"),
    )
    op.create_index("ix_desk_case_work_owner_id", "desk_case_work", ["owner_id"], unique=False)
    op.create_table(
        "desk_case_notes",
        sa.Column("case_id", sa.String(length=22), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], [CASE]),
        sa.PrimaryKeyConstraint("case_id", "sequence"),
    )
    op.create_table(
        "desk_answer_drafts",
        sa.Column("case_id", sa.String(length=22), nullable=False),
        sa.Column("account_id", sa.String(length=22), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], [ACCOUNT]),
        sa.ForeignKeyConstraint(["case_id"], [CASE]),
        sa.PrimaryKeyConstraint("case_id", "account_id"),
    )


def _accounts() -> None:
    op.create_table(
        "desk_saved_filters",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("account_id", sa.String(length=22), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("query", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], [ACCOUNT]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_desk_saved_filters_account_id", "desk_saved_filters", ["account_id"], unique=False)
    op.create_table(
        "desk_recovery_codes",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("account_id", sa.String(length=22), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], [ACCOUNT]),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_index("ix_desk_recovery_codes_account_id", "desk_recovery_codes", ["account_id"], unique=False)
    op.create_table(
        "desk_school_logins",
        sa.Column("account_id", sa.String(length=22), nullable=False),
        sa.Column("issuer", sa.String(length=300), nullable=False),
        sa.Column("subject", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], [ACCOUNT]),
        sa.PrimaryKeyConstraint("account_id"),
        sa.UniqueConstraint("subject"),
    )
