"""Lists that agents gave a name."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014_saved_views"
down_revision = "0013_ratings"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("agent_id", sa.Uuid, sa.ForeignKey("agent.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("view", sa.Text, nullable=False),
        sa.Column("filters", postgresql.JSONB, nullable=False),
        sa.Column(
            "saved_at",
            postgresql.TIMESTAMP(timezone=True),
            server_default=sa.func.now(),
            nullable=False,
        ),
    )
    op.create_index("saved_view_name", "saved_view", ["agent_id", "name"], unique=True)


def downgrade() -> None:
    op.drop_table("saved_view")
