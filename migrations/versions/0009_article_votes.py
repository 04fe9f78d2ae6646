"""What readers said of articles, and an index of where those were shown."""

import sqlalchemy as sa
from alembic import op

revision = "0009_article_votes"
down_revision = "0008_turn_failures"
branch_labels = None
depends_on = None

SHOWN = """type = 'assistant_said' AND body @> '{"parts": [{"kind": "article"}]}'"""


def upgrade() -> None:
    op.create_table(
        "article_vote",
        sa.Column("conversation_id", sa.Uuid, sa.ForeignKey("conversation.id"), primary_key=True),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("slug", sa.Text, primary_key=True),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("customer_id", sa.Uuid, sa.ForeignKey("customer.id"), nullable=False),
        sa.Column("helpful", sa.Boolean, nullable=False),
        _at(),
    )
    op.create_index("votes_of_customer", "article_vote", ["customer_id"])
    op.create_table(
        "page_vote",
        sa.Column("ballot", sa.LargeBinary, primary_key=True),
        sa.Column("slug", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("helpful", sa.Boolean, nullable=False),
        _at(),
    )
    op.create_index("articles_shown", "event", ["at"], postgresql_where=sa.text(SHOWN))


def downgrade() -> None:
    op.drop_index("articles_shown", "event")
    op.drop_table("page_vote")
    op.drop_table("article_vote")


def _at() -> sa.Column[sa.TIMESTAMP]:
    now = sa.func.now()
    return sa.Column("at", sa.TIMESTAMP(timezone=True), server_default=now, nullable=False)
