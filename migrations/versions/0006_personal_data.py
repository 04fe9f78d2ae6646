"""Originals of masked texts, sealed, and the log of who read or changed personal data."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006_personal_data"
down_revision = "0005_crisis_notice"
branch_labels = None
depends_on = None

INSTANT = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    op.create_table(
        "sealed_text",
        sa.Column("conversation_id", sa.Uuid, sa.ForeignKey("conversation.id"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("sealed_at", INSTANT, server_default=sa.func.now(), nullable=False),
    )
    op.create_index("sealed_since", "sealed_text", ["sealed_at"])
    op.create_table(
        "access_log",
        sa.Column("id", sa.BigInteger, sa.Identity(always=True), primary_key=True),
        sa.Column("at", INSTANT, server_default=sa.func.now(), nullable=False),
        sa.Column("agent_id", sa.Uuid, sa.ForeignKey("agent.id")),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("customer_id", sa.Uuid, nullable=False),
        sa.Column("conversation_id", sa.Uuid),
        sa.Column("seq", sa.Integer),
        sa.Column("fields", postgresql.ARRAY(sa.Text), nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
    )
    op.create_index("accesses_to_customer", "access_log", ["customer_id", "at"])
    op.create_index("accesses_of_agent", "access_log", ["agent_id", "at"])


def downgrade() -> None:
    op.drop_table("access_log")
    op.drop_table("sealed_text")
