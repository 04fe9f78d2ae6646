"""How conversations were for their customers."""

import sqlalchemy as sa
from alembic import op

revision = "0013_ratings"
down_revision = "0012_composing"
branch_labels = None
depends_on = None


def upgrade() -> None:
    now = sa.func.now()
    op.create_table(
        "rating",
        sa.Column("conversation_id", sa.Uuid, sa.ForeignKey("conversation.id"), primary_key=True),
        sa.Column("csat", sa.SmallInteger, sa.CheckConstraint("csat BETWEEN 1 AND 5")),
        sa.Column("effort", sa.SmallInteger, sa.CheckConstraint("effort BETWEEN 1 AND 7")),
        sa.Column("comment", sa.Text),
        sa.Column("at", sa.TIMESTAMP(timezone=True), server_default=now, nullable=False),
    )
    op.alter_column("rating", "csat", nullable=False)
    op.create_index("ratings_by_time", "rating", ["at"])


def downgrade() -> None:
    op.drop_table("rating")
