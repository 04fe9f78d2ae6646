"""The read model of payouts: events as they came, and the latest state made of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001_payouts"
down_revision = None
branch_labels = None
depends_on = None

SCHEMA = "payouts"


def upgrade() -> None:
    op.execute(sa.schema.CreateSchema(SCHEMA, if_not_exists=True))
    _event()
    _payout()
    _milestone()
    _earning()
    _customer()


def downgrade() -> None:
    for table in ("customer", "earning", "milestone", "payout", "event"):
        op.drop_table(table, schema=SCHEMA)
    op.execute(sa.schema.DropSchema(SCHEMA))


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _instant(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _event() -> None:
    op.create_table(
        "event",
        _text("id"),
        _text("type"),
        _text("topic"),
        _text("subject"),
        _instant("occurred_at"),
        sa.Column(
            "received_at",
            sa.DateTime(timezone=True),
            server_default=sa.func.now(),
            nullable=False,
        ),
        sa.Column("data", postgresql.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_event"),
        schema=SCHEMA,
    )
    op.create_index("ix_event_subject", "event", ["topic", "subject", "occurred_at"], schema=SCHEMA)


def _payout() -> None:
    op.create_table(
        "payout",
        _text("reference"),
        _text("sub"),
        _text("state"),
        _text("reason", nullable=True),
        _text("public_reason", nullable=True),
        sa.Column("amount", sa.Numeric(14, 2), nullable=False),
        _text("currency"),
        _text("method", nullable=True),
        _text("account_holder", nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        _instant("requested_at"),
        _instant("since"),
        sa.PrimaryKeyConstraint("reference", name="pk_payout"),
        schema=SCHEMA,
    )
    op.create_index("ix_payout_sub", "payout", ["sub"], schema=SCHEMA)
    op.create_index("ix_payout_state", "payout", ["state"], schema=SCHEMA)


def _milestone() -> None:
    op.create_table(
        "milestone",
        _text("milestone"),
        _text("project"),
        _text("title"),
        _text("client", nullable=True),
        _text("freelancer", nullable=True),
        _text("state"),
        _text("reason", nullable=True),
        sa.Column("amount", sa.Numeric(14, 2), nullable=False),
        _text("currency"),
        _instant("since"),
        sa.PrimaryKeyConstraint("milestone", name="pk_milestone"),
        schema=SCHEMA,
    )
    op.create_index("ix_milestone_client", "milestone", ["client"], schema=SCHEMA)
    op.create_index("ix_milestone_freelancer", "milestone", ["freelancer"], schema=SCHEMA)


def _earning() -> None:
    op.create_table(
        "earning",
        _text("earning"),
        _text("sub"),
        _text("milestone", nullable=True),
        _text("state"),
        sa.Column("amount", sa.Numeric(14, 2), nullable=False),
        _text("currency"),
        sa.Column("available_on", sa.Date(), nullable=True),
        _instant("since"),
        sa.PrimaryKeyConstraint("earning", name="pk_earning"),
        schema=SCHEMA,
    )
    op.create_index("ix_earning_sub", "earning", ["sub"], schema=SCHEMA)


def _customer() -> None:
    op.create_table(
        "customer",
        _text("sub"),
        _text("name", nullable=True),
        _text("kind", nullable=True),
        _text("segment", nullable=True),
        sa.Column("joined_on", sa.Date(), nullable=True),
        _text("time_zone", nullable=True),
        _text("language", nullable=True),
        _text("identity", nullable=True),
        _text("identity_reason", nullable=True),
        _instant("identity_since", nullable=True),
        _text("tax", nullable=True),
        _instant("tax_since", nullable=True),
        _text("method", nullable=True),
        _text("method_kind", nullable=True),
        _text("method_holder", nullable=True),
        _instant("method_since", nullable=True),
        sa.PrimaryKeyConstraint("sub", name="pk_customer"),
        schema=SCHEMA,
    )
