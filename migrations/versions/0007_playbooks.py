"""Where playbooks run, and when the next contact is to be called."""

import sqlalchemy as sa
from alembic import op

revision = "0007_playbooks"
down_revision = "0006_personal_data"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "playbook_timer",
        sa.Column("conversation_id", sa.Uuid, sa.ForeignKey("conversation.id"), primary_key=True),
        sa.Column("playbook", sa.Text, primary_key=True),
        sa.Column("due_at", sa.TIMESTAMP(timezone=True)),
    )
    op.create_index(
        "playbook_contacts_due",
        "playbook_timer",
        ["due_at"],
        postgresql_where=sa.text("due_at IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_table("playbook_timer")
