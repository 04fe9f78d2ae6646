"""How often a turn failed by a mistake of ours."""

import sqlalchemy as sa
from alembic import op

revision = "0008_turn_failures"
down_revision = "0007_playbooks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    failures = sa.Column("turn_failures", sa.SmallInteger, server_default="0", nullable=False)
    op.add_column("conversation", failures)


def downgrade() -> None:
    op.drop_column("conversation", "turn_failures")
