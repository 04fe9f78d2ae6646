"""Conversations, their log, and the people on both sides."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003_handoff"
down_revision = "0002_rasa"
branch_labels = None
depends_on = None

INSTANT = postgresql.TIMESTAMP(timezone=True)
NOW = sa.func.now()
NEW_ID = sa.func.gen_random_uuid()


def upgrade() -> None:
    op.execute("CREATE SEQUENCE case_number START 1001")
    _people()
    _conversations()
    _log()


def _people() -> None:
    op.create_table(
        "customer",
        sa.Column("id", sa.Uuid, primary_key=True, server_default=NEW_ID),
        sa.Column("sub", sa.Text, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("name", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("since", INSTANT, server_default=NOW, nullable=False),
    )
    op.create_table(
        "agent",
        sa.Column("id", sa.Uuid, primary_key=True, server_default=NEW_ID),
        sa.Column("email", sa.Text, unique=True, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("password_hash", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("languages", postgresql.ARRAY(sa.Text), nullable=False),
        sa.Column("skills", postgresql.ARRAY(sa.Text), nullable=False),
        sa.Column("teams", postgresql.ARRAY(sa.Text), nullable=False),
        sa.Column("capacity", sa.SmallInteger, nullable=False),
        sa.Column("available", sa.Boolean, server_default=sa.text("false"), nullable=False),
        sa.Column("seen_at", INSTANT),
        sa.Column("disabled_at", INSTANT),
    )
    op.create_table(
        "session",
        sa.Column("token_hash", sa.LargeBinary, primary_key=True),
        sa.Column("holder_id", sa.Uuid, nullable=False),
        sa.Column("opened_at", INSTANT, server_default=NOW, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT),
    )
    op.create_table(
        "spent_token",
        sa.Column("token_id", sa.Text, primary_key=True),
        sa.Column("expires_at", INSTANT, nullable=False),
    )


def _conversations() -> None:
    op.create_table(
        "conversation",
        sa.Column("id", sa.Uuid, primary_key=True, server_default=NEW_ID),
        sa.Column("customer_id", sa.Uuid, sa.ForeignKey("customer.id"), nullable=False),
        sa.Column(
            "case_number",
            sa.Text,
            server_default=sa.text("'L-' || nextval('case_number')"),
            unique=True,
            nullable=False,
        ),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("page_url", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("last_seq", sa.Integer, nullable=False),
        sa.Column("said_seq", sa.Integer, nullable=False),
        sa.Column("answered_seq", sa.Integer, nullable=False),
        sa.Column("owner_id", sa.Uuid, sa.ForeignKey("agent.id")),
        sa.Column("owner_name", sa.Text),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("lease_until", INSTANT),
        sa.Column("turn_until", INSTANT),
        sa.Column("packet", postgresql.JSONB),
        sa.Column("priority_rank", sa.SmallInteger),
        sa.Column("started_at", INSTANT, server_default=NOW, nullable=False),
        sa.Column("updated_at", INSTANT, server_default=NOW, nullable=False),
        sa.Column("waiting_since", INSTANT),
        sa.Column("accepted_at", INSTANT),
        sa.Column("closed_at", INSTANT),
        sa.Column("close_reason", sa.Text),
        sa.Column("previous_id", sa.Uuid, sa.ForeignKey("conversation.id")),
        sa.Column("next_id", sa.Uuid, sa.ForeignKey("conversation.id")),
        sa.Column("preview", sa.Text, nullable=False),
        # Messages of one conversation update one row: leave room so that updates stay on the page.
        postgresql_with={"fillfactor": 70},
    )
    for name, columns, unique, where in (
        ("one_open_conversation", ["customer_id"], True, "state <> 'closed'"),
        ("turns_to_take", ["updated_at"], False, "state = 'bot' AND said_seq > answered_seq"),
        ("queue_order", ["priority_rank", "waiting_since"], False, "state = 'queued'"),
        ("owned", ["owner_id"], False, "state = 'agent'"),
        ("of_customer", ["customer_id", "started_at"], False, None),
        ("lately", ["updated_at"], False, None),
    ):
        condition = sa.text(where) if where else None
        op.create_index(name, "conversation", columns, unique=unique, postgresql_where=condition)


def _log() -> None:
    op.create_table(
        "event",
        sa.Column("conversation_id", sa.Uuid, sa.ForeignKey("conversation.id"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("in_reply_to", sa.Integer),
        sa.Column("body", postgresql.JSONB, nullable=False),
    )
    op.create_index(
        "one_answer_a_message",
        "event",
        ["conversation_id", "in_reply_to"],
        unique=True,
        postgresql_where=sa.text("type IN ('assistant_said', 'assistant_failed')"),
    )
    op.create_table(
        "receipt",
        sa.Column("sender_id", sa.Uuid, primary_key=True),
        sa.Column("message_id", sa.Uuid, primary_key=True),
        sa.Column("conversation_id", sa.Uuid, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    for table in (
        "receipt",
        "event",
        "conversation",
        "spent_token",
        "session",
        "agent",
        "customer",
    ):
        op.drop_table(table)
    op.execute("DROP SEQUENCE case_number")
