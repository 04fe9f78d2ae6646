"""A schema of its own for Rasa's tracker store."""

from alembic import op

revision = "0002_rasa"
down_revision = "0001_payouts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("CREATE SCHEMA IF NOT EXISTS rasa")


def downgrade() -> None:
    op.execute("DROP SCHEMA rasa CASCADE")
