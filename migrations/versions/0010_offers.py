"""Offers, snoozes, followers, what is owed by when; agents with a status and levels."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010_offers"
down_revision = "0009_article_votes"
branch_labels = None
depends_on = None

INSTANT = postgresql.TIMESTAMP(timezone=True)
NOBODY = {"server_default": sa.text("'{}'"), "nullable": False}

CONVERSATION = (
    sa.Column("team", sa.Text),
    sa.Column("rank", sa.SmallInteger),
    sa.Column("ages_at", INSTANT),
    sa.Column("queued_at", INSTANT),
    sa.Column("offered_to", sa.Uuid, sa.ForeignKey("agent.id")),
    sa.Column("offered_name", sa.Text),
    sa.Column("offer_until", INSTANT),
    sa.Column("offer_why", postgresql.JSONB),
    sa.Column("declined", postgresql.ARRAY(sa.Uuid), **NOBODY),
    sa.Column("declined_at", INSTANT),
    sa.Column("last_agent_id", sa.Uuid, sa.ForeignKey("agent.id")),
    sa.Column("last_agent_name", sa.Text),
    sa.Column("followers", postgresql.ARRAY(sa.Uuid), **NOBODY),
    sa.Column("snoozed_until", INSTANT),
    sa.Column("person_since", INSTANT),
    sa.Column("answer_since", INSTANT),
    sa.Column("answered", sa.Boolean, server_default=sa.text("false"), nullable=False),
    sa.Column("first_response_due", INSTANT),
    sa.Column("next_response_due", INSTANT),
    sa.Column("resolution_due", INSTANT),
    sa.Column("due_at", INSTANT),
)
AGENT = (
    sa.Column("levels", postgresql.JSONB, **NOBODY),
    sa.Column("channel_capacity", postgresql.JSONB, **NOBODY),
    sa.Column("status", sa.Text, server_default=sa.text("'offline'"), nullable=False),
    sa.Column("missed", sa.SmallInteger, server_default=sa.text("0"), nullable=False),
    sa.Column("idle_since", INSTANT, server_default=sa.func.now(), nullable=False),
)
INDICES = (
    ("queue_order", ["rank", "due_at", "id"], "state IN ('queued', 'offered')"),
    ("ageing", ["ages_at"], "state IN ('queued', 'offered') AND rank > 0"),
    ("offers", ["offered_to"], "state = 'offered'"),
    ("snoozes", ["snoozed_until"], "state = 'snoozed'"),
)


def upgrade() -> None:
    for table, columns in (("conversation", CONVERSATION), ("agent", AGENT)):
        for column in columns:
            op.add_column(table, column)
    op.execute("UPDATE agent SET status = CASE WHEN available THEN 'online' ELSE 'offline' END")
    op.drop_column("agent", "available")
    op.execute(
        "UPDATE conversation SET rank = priority_rank, queued_at = waiting_since,"
        " due_at = waiting_since, person_since = waiting_since,"
        " last_agent_id = owner_id, last_agent_name = owner_name"
        " WHERE waiting_since IS NOT NULL AND state <> 'closed'"
    )
    op.drop_index("queue_order", "conversation")
    for name, columns, where in INDICES:
        op.create_index(name, "conversation", columns, postgresql_where=sa.text(where))


def downgrade() -> None:
    op.add_column(
        "agent", sa.Column("available", sa.Boolean, server_default=sa.text("false"), nullable=False)
    )
    op.execute("UPDATE agent SET available = status = 'online'")
    for name, _, _ in INDICES:
        op.drop_index(name, "conversation")
    for table, columns in (("agent", AGENT), ("conversation", CONVERSATION)):
        for column in columns:
            op.drop_column(table, column.name)
    op.execute("UPDATE conversation SET state = 'queued' WHERE state IN ('offered', 'snoozed')")
    op.create_index(
        "queue_order",
        "conversation",
        ["priority_rank", "waiting_since"],
        postgresql_where=sa.text("state = 'queued'"),
    )
