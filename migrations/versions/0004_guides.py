"""How far customers are with their guides."""

import sqlalchemy as sa
from alembic import op

revision = "0004_guides"
down_revision = "0003_handoff"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "guide_progress",
        sa.Column("customer_id", sa.Uuid, sa.ForeignKey("customer.id"), primary_key=True),
        sa.Column("guide", sa.Text, primary_key=True),
        sa.Column("step", sa.Text, primary_key=True),
        sa.Column("done", sa.Boolean, nullable=False),
        sa.Column(
            "changed_at",
            sa.TIMESTAMP(timezone=True),
            server_default=sa.func.now(),
            nullable=False,
        ),
    )


def downgrade() -> None:
    op.drop_table("guide_progress")
