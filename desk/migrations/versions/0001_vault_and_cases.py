"""Vault, accounts, cases, drafts, jobs; the audit log refuses changes and deletions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SQLITE_TRIGGERS = (
    "CREATE TRIGGER desk_audit_no_{event} BEFORE {event} ON desk_audit "
    "BEGIN SELECT RAISE(ABORT, 'desk_audit is append-only'); END"
)
POSTGRES_FUNCTION = (
    "CREATE FUNCTION desk_audit_append_only() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'desk_audit is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$"
)
POSTGRES_TRIGGER = (
    "CREATE TRIGGER desk_audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON desk_audit "
    "FOR EACH STATEMENT EXECUTE FUNCTION desk_audit_append_only()"
)


def upgrade() -> None:
    op.create_table(
        "desk_accounts",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("organisation", sa.String(length=120), nullable=True),
        sa.Column("is_school", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("locked_key", sa.LargeBinary(length=72), nullable=False),
        sa.Column("lock_salt", sa.LargeBinary(length=16), nullable=False),
        sa.Column("lock_passes", sa.Integer(), nullable=False),
        sa.Column("lock_memory_kib", sa.Integer(), nullable=False),
        sa.Column("recovery_box", sa.LargeBinary(length=72), nullable=True),
        sa.Column("must_choose_password", sa.Boolean(), nullable=False),
        sa.Column("sealed_totp", sa.LargeBinary(), nullable=False),
        sa.Column("totp_last_step", sa.Integer(), nullable=True),
        sa.Column("failed_logins", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.Integer(), nullable=True),
        sa.Column("made_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("email"),
    )
    op.create_table(
        "desk_audit",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=25), nullable=False),
        sa.Column("actor", sa.String(length=22), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject", sa.String(length=22), nullable=True),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("sequence"),
    )
    op.create_table(
        "desk_audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("seal", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "desk_cases",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("filed_on", sa.Date(), nullable=False),
        sa.Column("last_activity_on", sa.Date(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_desk_cases_activity", "desk_cases", ["last_activity_on"], unique=False)
    op.create_table(
        "desk_decoys",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "desk_drafts",
        sa.Column("id", sa.String(length=22), nullable=False),
        sa.Column("touched_at", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_desk_drafts_touched_at"), "desk_drafts", ["touched_at"], unique=False)
    op.create_table(
        "desk_job_runs",
        sa.Column("job", sa.String(length=40), nullable=False),
        sa.Column("at", sa.String(length=25), nullable=False),
        sa.Column("succeeded", sa.Boolean(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("succeeded_at", sa.String(length=25), nullable=True),
        sa.PrimaryKeyConstraint("job"),
    )
    op.create_table(
        "desk_submissions",
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("shown_until", sa.Integer(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("digest"),
    )
    op.create_table(
        "desk_vault",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pepper_check", sa.LargeBinary(length=32), nullable=False),
        sa.Column("receipt_costs", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "desk_history",
        sa.Column("case_id", sa.String(length=22), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("by_role", sa.String(length=20), nullable=False),
        sa.Column("account_id", sa.String(length=22), nullable=True),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["desk_cases.id"],
        ),
        sa.PrimaryKeyConstraint("case_id", "sequence"),
    )
    op.create_table(
        "desk_messages",
        sa.Column("case_id", sa.String(length=22), nullable=False),
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("author", sa.String(length=20), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["desk_cases.id"],
        ),
        sa.PrimaryKeyConstraint("case_id", "sequence"),
    )
    op.create_table(
        "desk_receipts",
        sa.Column("lookup", sa.LargeBinary(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=22), nullable=False),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["desk_cases.id"],
        ),
        sa.PrimaryKeyConstraint("lookup"),
        sa.UniqueConstraint("case_id"),
    )
    op.create_table(
        "desk_wraps",
        sa.Column("case_id", sa.String(length=22), nullable=False),
        sa.Column("account_id", sa.String(length=22), nullable=False),
        sa.Column("key_id", sa.LargeBinary(length=16), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(length=80), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["desk_accounts.id"],
        ),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["desk_cases.id"],
        ),
        sa.PrimaryKeyConstraint("case_id", "account_id"),
    )
    op.create_index(op.f("ix_desk_wraps_account_id"), "desk_wraps", ["account_id"], unique=False)

    _keep_audit_append_only()


def _keep_audit_append_only() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for event in ("UPDATE", "DELETE"):
            op.execute(SQLITE_TRIGGERS.format(event=event))
        return
    op.execute(POSTGRES_FUNCTION)
    op.execute(POSTGRES_TRIGGER)
